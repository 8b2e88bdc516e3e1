package gallery

import (
	"whichpm/web/takerview"
	"whichpm/web/words"
)

func embed() []State {
	return []State{
		{"embed", "start", takerview.Embed(takerview.EmbedProps{Version: published(), Questions: 28})},
		{"embed", "in a chosen language", takerview.Embed(takerview.EmbedProps{Language: words.German, Chosen: true, Version: published(), Questions: 28})},
		{"embed", "four roles", takerview.Embed(takerview.EmbedProps{Version: withRoles(4), Questions: 120})},
		{"embed", "longest text", takerview.Embed(takerview.EmbedProps{Version: wordy(), Questions: 200})},
	}
}
