package gallery

import "whichpm/web/takerview"

func method() []State {
	measured := &takerview.Accuracy{Right: 71, N: 112, Low: .54, High: .72}
	checks := []takerview.Check{
		{Name: "Agreeing with everything", Measures: "the probability of each role", Value: ".500", OK: true},
		{Name: "Reading grade", Measures: "the school grade a question reads at", Value: "2 over 8"},
	}
	draft := sparse()
	draft.ID = 0
	return []State{
		{"method", "not measured", takerview.Method(takerview.MethodProps{Version: published(), Checks: checks})},
		{"method", "measured", takerview.Method(takerview.MethodProps{Version: published(), Accuracy: measured})},
		{"method", "four roles", takerview.Method(takerview.MethodProps{Version: withRoles(4)})},
		{"method", "one question", takerview.Method(takerview.MethodProps{Version: draft})},
		{"method", "longest text", takerview.Method(takerview.MethodProps{Version: wordy()})},
	}
}

func privacy() []State {
	return []State{{"privacy", "page", takerview.Privacy()}}
}
