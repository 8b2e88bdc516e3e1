package adminview

import (
	"slices"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// Held says why a form that was sent is shown again, with what was typed and
// nothing saved, though nothing in it is wrong.
type Held struct {
	Why     string           // one of those below
	By      []string         // who changed what is in its way, none if nobody knows
	At, Now time.Time        // the latest of it
	Both    []quiz.FieldDiff // what the form would undo: as it is now, and as typed
	Rest    []quiz.FieldDiff // what else it would change
	Saved   string           // where the page is as it is kept
	Form    string           // id of the form on the page, "" if it was a button

	Kept *quiz.WorkingCopy // what is shown was typed then and not saved, nil for a form that was sent
}

// Why a form is held. What the admin was told goes along when it is sent again.
const (
	HeldStale    = "stale"     // the same was changed since
	HeldBegun    = "begun"     // another draft was begun since
	HeldGone     = "gone"      // what it is about was deleted
	HeldNoDraft  = "no_draft"  // the draft was published or discarded
	HeldSignedIn = "signed_in" // it was sent before signing in
	HeldKept     = "kept"      // it was not sent at all
)

// ToldField names the field that says what the admin was told.
const ToldField = "told"

// Seen reports whether the page shows what is in the way as it is now.
func (h Held) Seen() bool { return h.Why == HeldStale || h.Why == HeldBegun || h.Why == HeldGone }

// keeps reports whether a field holds what was typed and not saved.
func (h Held) keeps(field string) bool {
	return h.Kept != nil && slices.ContainsFunc(h.Both, func(d quiz.FieldDiff) bool { return d.Field == field })
}

// cause says in a sentence or two what happened.
func (h Held) cause(v Viewer) string {
	id := "adminheld." + h.Why
	switch {
	case h.Why == HeldSignedIn || h.Why == HeldKept:
		return v.Say(id)
	case len(h.By) == 0:
		return v.Say(id + "_somebody")
	case len(h.By) == 1 && h.By[0] == v.Email:
		return v.Say(id+"_self", "ago", ago(v.Language, h.At, h.Now))
	}
	return v.Say(id+"_by", "by", v.And(h.By), "ago", ago(v.Language, h.At, h.Now))
}

// FormID is the id of the form that is sent to a path.
func FormID(path string) string { return "form" + strings.ReplaceAll(path, "/", "-") }

// ago says how long something is back, in the largest unit.
func ago(l words.Language, at, now time.Time) string {
	switch d := now.Sub(at); {
	case d < time.Minute:
		return l.Say("admintime.just_now")
	case d < time.Hour:
		return l.Say("admintime.minutes_ago", "n", int(d/time.Minute))
	case d < 24*time.Hour:
		return l.Say("admintime.hours_ago", "n", int(d/time.Hour))
	default:
		return l.Say("admintime.days_ago", "n", int(d/(24*time.Hour)))
	}
}
