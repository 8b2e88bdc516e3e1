package gallery

import (
	"strings"

	"whichpm/web/takerview"
)

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
