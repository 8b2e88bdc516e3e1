package takerview

import (
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// members are who joined a group with names.
func (p OrganiserProps) members() []quiz.Member {
	if p.Shown == nil {
		return nil
	}
	return p.Shown.Members
}

func (p OrganiserProps) state() string {
	if p.Open {
		return p.Say("organiser.open")
	}
	return p.Say("organiser.closed")
}

func (p OrganiserProps) stateTone() ui.Tone {
	if p.Open {
		return ui.ToneGood
	}
	return ui.TonePlain
}

func (p OrganiserProps) takesPart() string {
	if p.Group.OrganiserJoins {
		return p.Say("organiser.takes_part")
	}
	return p.Say("organiser.takes_no_part")
}

// until says what happens on the day of untilDay.
func (p OrganiserProps) until() string {
	switch {
	case p.Group.Released():
		return p.Say("organiser.until_picture", "day", ui.DayHere)
	case p.Group.Live() && p.Open:
		return p.Say("organiser.until_named", "day", ui.DayHere)
	case p.Group.Live():
		return p.Say("organiser.until_named_closed", "day", ui.DayHere)
	case p.Open:
		return p.Say("organiser.until_anonymous", "day", ui.DayHere, "n", p.Group.Least)
	}
	return p.Say("organiser.over", "n", p.Group.Least)
}

func (p OrganiserProps) untilDay() time.Time {
	if p.Open {
		return p.Group.LastDay()
	}
	return p.Group.Over()
}

// progress says how many joined, in words only.
func (p OrganiserProps) progress() string { return groupProgress(p.Language, p.Group, p.Enough) }

func (p OrganiserProps) inviteHeading() string {
	if p.Open {
		return p.Say("organiser.invite")
	}
	return p.Say("organiser.show")
}

func (p OrganiserProps) inviteText() string {
	if p.Open {
		return p.Say("organiser.invite_text")
	}
	return p.Say("organiser.show_text")
}

func (p OrganiserProps) closing() string {
	if p.Group.Live() {
		return p.Say("organiser.close_named")
	}
	return p.Say("organiser.close_anonymous")
}

func (p OrganiserProps) closingText() string {
	if p.Group.Live() {
		return p.Say("organiser.close_named_text")
	}
	return p.Say("organiser.close_anonymous_text")
}

// groupProgress says how many joined, in words only: who knew the number could watch
// somebody join and leave.
func groupProgress(l words.Language, g quiz.Group, enough bool) string {
	if enough {
		return l.Say("organiser.enough", "n", g.Least)
	}
	return l.Say("organiser.fewer", "n", g.Least)
}
