package gallery

import "whichpm/web/takerview"

func embed() []State {
	return []State{
		{"embed", "start", takerview.Embed(takerview.EmbedProps{Version: published(), Questions: 28})},
		{"embed", "four roles", takerview.Embed(takerview.EmbedProps{Version: withRoles(4), Questions: 120})},
		{"embed", "longest text", takerview.Embed(takerview.EmbedProps{Version: wordy(), Questions: 200})},
	}
}
