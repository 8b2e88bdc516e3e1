package takerview

import (
	"time"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// GroupKindName is what a kind of group is called.
func GroupKindName(l words.Language, k quiz.GroupKind) string {
	if k == quiz.Named {
		return l.Say("groupview.kind_named")
	}
	return l.Say("groupview.kind_anonymous")
}

// reading are three sentences on how to read it.
func (p GroupShown) reading() string {
	if p.Group.Kind == quiz.Named {
		return p.Say("groupview.read_named")
	}
	return p.Say("groupview.read_anonymous")
}

// drawing says what the drawings show.
func (p GroupShown) drawing() string {
	switch {
	case p.Group.Kind != quiz.Named:
		return p.Say("groupview.drawn_bars")
	case p.Own == Nobody:
		return p.Say("groupview.drawn_dots")
	}
	return p.Say("groupview.drawn_dots") + " " + p.Say("groupview.drawn_own")
}

// none says why there is no dimension to show.
func (p GroupShown) none() string {
	if p.Group.Kind == quiz.Named {
		return p.Say("compare.none")
	}
	return p.Say("groupview.none")
}

// day is the one that days names: until when a group lasts, or when its picture
// was made.
func (p GroupShown) day() time.Time {
	if p.Group.Kind == quiz.Named {
		return p.Group.Over()
	}
	return p.Group.ClosedAt
}

func (p GroupShown) days() string {
	if p.Group.Kind == quiz.Named {
		return p.Say("groupview.until", "day", ui.DayHere)
	}
	return p.Say("groupview.made", "day", ui.DayHere)
}

// partsHint says that nothing is assigned.
func (p GroupShown) partsHint() string {
	if p.Group.Kind == quiz.Named {
		return p.Say("groupview.parts_hint")
	}
	return p.Say("groupview.parts_hint_anonymous")
}

// nobodyLeans is said of an end.
func (p GroupShown) nobodyLeans() string {
	if p.Group.Kind == quiz.Named {
		return p.Say("groupview.nobody_leans")
	}
	return p.Say("groupview.few_lean")
}

// who lists members, or says that there are none.
func (p GroupShown) who(places []int) string {
	if len(places) == 0 {
		return p.Say("groupview.nobody")
	}
	return p.And(p.names(places))
}

// GroupWord says how many of a group.
func GroupWord(l words.Language, w group.Word) string {
	switch w {
	case group.Few:
		return l.Say("groupview.few")
	case group.Some:
		return l.Say("groupview.some")
	case group.Half:
		return l.Say("groupview.half")
	case group.Most:
		return l.Say("groupview.most")
	}
	return l.Say("groupview.nearly")
}

// wordShares are how long the bar of a word is.
var wordShares = map[group.Word]float64{group.Few: .1, group.Some: .3, group.Half: .5, group.Most: .7, group.Nearly: .9}
