package gallery

import "whichpm/web/takerview"

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

func privacy() []State {
	return []State{
		{"privacy", "page", takerview.Privacy(takerview.PrivacyProps{})},
		{"privacy", "open data", takerview.Privacy(takerview.PrivacyProps{OpenData: true})},
		{"privacy", "results kept for a year", takerview.Privacy(takerview.PrivacyProps{KeepDays: 365})},
	}
}
