package gallery

import "whichpm/web/takerview"

func guide() []State {
	return []State{
		{"guide", "two roles", takerview.Guide(takerview.GuideProps{Version: published()})},
		{"guide", "three roles", takerview.Guide(takerview.GuideProps{Version: withRoles(3)})},
		{"guide", "four roles", takerview.Guide(takerview.GuideProps{Version: withRoles(4)})},
		{"guide", "nothing written", takerview.Guide(takerview.GuideProps{Version: sparse()})},
		{"guide", "longest text", takerview.Guide(takerview.GuideProps{Version: wordy()})},
	}
}
