package gallery

import (
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

func method() []State {
	checks := []takerview.Check{
		{Name: "Agreeing with everything", Measures: "the probability of each role", Value: ".500", OK: true},
		{Name: "Reading grade", Measures: "the school grade a question reads at", Value: "2 over 8"},
	}
	v, four := published(), withRoles(4)
	with := func(a *takerview.Accuracy) takerview.MethodProps {
		return takerview.MethodProps{Version: v, Checks: checks, Accuracy: a}
	}
	open := with(toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8}))
	open.OpenData = true
	draft := sparse()
	draft.ID = 0
	return []State{
		{"method", "not measured", takerview.Method(with(toldUs(v)))},
		{"method", "with what habits do", takerview.Method(withHabits(with(nil)))},
		{"method", "not counted", takerview.Method(with(nil))},
		{"method", "measured", takerview.Method(with(toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8})))},
		{"method", "measured with hidden rows", takerview.Method(with(toldUs(v, []int64{21, 3, 6}, []int64{15, 29, 8})))},
		{"method", "measured and hidden", takerview.Method(with(toldUs(v, []int64{25, 0, 0}, []int64{1, 20, 2})))},
		{"method", "simulated", takerview.Method(with(simulated(toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8}))))},
		{"method", "open data", takerview.Method(open)},
		{"method", "four roles", takerview.Method(takerview.MethodProps{Version: four, Accuracy: toldUs(
			four, []int64{30, 8, 6, 5, 7}, []int64{9, 25, 5, 6, 7}, []int64{6, 2, 22, 7, 8}, []int64{5, 6, 7, 21, 9},
		)})},
		{"method", "one question", takerview.Method(takerview.MethodProps{Version: draft})},
		{"method", "longest text", takerview.Method(takerview.MethodProps{Version: wordy(), Accuracy: toldUs(wordy(), []int64{41_000, 12_000, 9}, []int64{15, 29_000, 8_000})})},
	}
}

// withHabits adds what ways to answer lead to.
func withHabits(p takerview.MethodProps) takerview.MethodProps {
	p.Habits = takerview.Habits{People: 200, Ways: []takerview.Way{
		{Name: "Like people of the roles", Full: takerview.Named{Leaning: .43, Clear: .27}, Short: takerview.Named{Leaning: .55, Clear: .24}},
		{Name: "All by chance", Full: takerview.Named{Leaning: .43, Clear: .06}, Short: takerview.Named{Leaning: .63, Clear: .12}},
		{Name: "Agree to every statement"},
	}}
	return p
}

func privacy() []State {
	return []State{
		{"privacy", "page", takerview.Privacy(takerview.PrivacyProps{})},
		{"privacy", "open data", takerview.Privacy(takerview.PrivacyProps{OpenData: true})},
		{"privacy", "groups", takerview.Privacy(takerview.PrivacyProps{Groups: 5})},
		{"privacy", "results kept for a year", takerview.Privacy(takerview.PrivacyProps{KeepDays: 365})},
	}
}

func landing() []State {
	v := published()
	return []State{
		{"landing", "first visit", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25})},
		{"landing", "choice of form", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25, Usual: takerview.Length{Low: 13, High: 22}, OfferFull: true})},
		{"landing", "nothing answered", takerview.Landing(resuming(v, 0))},
		{"landing", "part answered", takerview.Landing(resuming(v, 6))},
		{"landing", "finished", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25, Finished: "/result/example"})},
		{"landing", "with groups", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25, Groups: true})},
		{"landing", "one question", takerview.Landing(takerview.LandingProps{Version: sparse(), Questions: 1})},
		{"landing", "four roles", takerview.Landing(takerview.LandingProps{Version: withRoles(4), Questions: 120})},
		{"landing", "longest text", takerview.Landing(takerview.LandingProps{Version: wordy(), Questions: 200, Minutes: 34})},
	}
}

func resuming(v *quiz.Version, answered int) takerview.LandingProps {
	return takerview.LandingProps{Version: v, Questions: 25, Resume: &takerview.Resume{Answered: answered, Most: 25, To: "/q/7"}}
}

func guide() []State {
	arabic, shown := words.English.Showing(rightToLeft())
	return []State{
		{"guide", "two roles", takerview.Guide(takerview.GuideProps{Version: published()})},
		{"guide", "three roles", takerview.Guide(takerview.GuideProps{Version: withRoles(3)})},
		{"guide", "four roles", takerview.Guide(takerview.GuideProps{Version: withRoles(4)})},
		{"guide", "nothing written", takerview.Guide(takerview.GuideProps{Version: sparse()})},
		{"guide", "right to left", takerview.Guide(takerview.GuideProps{Language: arabic, Version: shown})},
		{"guide", "longest text", takerview.Guide(takerview.GuideProps{Version: wordy()})},
	}
}

func embed() []State {
	return []State{
		{"embed", "start", takerview.Embed(takerview.EmbedProps{Version: published(), Questions: 28})},
		{"embed", "in a chosen language", takerview.Embed(takerview.EmbedProps{Language: words.German, Chosen: true, Version: published(), Questions: 28})},
		{"embed", "four roles", takerview.Embed(takerview.EmbedProps{Version: withRoles(4), Questions: 120})},
		{"embed", "longest text", takerview.Embed(takerview.EmbedProps{Version: wordy(), Questions: 200})},
	}
}

func errorPages() []State {
	return []State{
		{"error", "not found", takerview.Error(takerview.ErrorProps{
			Status: 404, Title: "We could not find that page",
			Message: "If you typed the address, check it. If you followed a link, part of it may be missing.",
		})},
		{"error", "with a code", takerview.Error(takerview.ErrorProps{
			Status: 500, Title: "Something went wrong on our side", ID: "K7QX2MPA",
			Message: "It is not your fault, and your answers are kept in this browser. Please try again.",
		})},
		{"error", "with a way on", takerview.Error(takerview.ErrorProps{
			Status: 503, Title: "We cannot save anything right now", Action: "Back to your answers", To: "/review",
			Message: "Nothing is lost: your answers are kept in this browser. Please wait a few seconds, then try again.",
		})},
		{"error", "longest text", takerview.Error(takerview.ErrorProps{
			Status: 413, Title: strings.Repeat("That is too much at once ", 6), ID: strings.Repeat("K7QX2MPA", 12),
			Message: strings.Repeat("A form may hold at most 64 KB. ", 20), Action: strings.Repeat("Back to your answers ", 5),
		})},
	}
}
