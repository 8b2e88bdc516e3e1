package gallery

import (
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

func landing() []State {
	v := published()
	return []State{
		{"landing", "first visit", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25})},
		{"landing", "choice of form", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25, OfferFull: true})},
		{"landing", "nothing answered", takerview.Landing(resuming(v, 0))},
		{"landing", "part answered", takerview.Landing(resuming(v, 6))},
		{"landing", "finished", takerview.Landing(takerview.LandingProps{Version: v, Questions: 25, Finished: "/result/example"})},
		{"landing", "one question", takerview.Landing(takerview.LandingProps{Version: sparse(), Questions: 1})},
		{"landing", "four roles", takerview.Landing(takerview.LandingProps{Version: withRoles(4), Questions: 120})},
		{"landing", "longest text", takerview.Landing(takerview.LandingProps{Version: wordy(), Questions: 200, Minutes: 34})},
	}
}

func resuming(v *quiz.Version, answered int) takerview.LandingProps {
	return takerview.LandingProps{Version: v, Questions: 25, Resume: &takerview.Resume{Answered: answered, Most: 25, To: "/q/7"}}
}
