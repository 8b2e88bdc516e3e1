package takerview

import (
	"fmt"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Picture is what the picture of a shared result says, before it is drawn.
type Picture struct {
	Kicker, Headline, Lead, Footer string
	Stripe                         []PictureRole // the roles the headline names
	Legend                         []PictureRole // those that bars speak for, where that needs saying
	Bars                           []PictureBar
}

// PictureRole is a role with its look. No role has the place -1.
type PictureRole struct {
	ui.Role

	Name string
}

// PictureBar is a dimension in the picture, with the role it speaks for.
type PictureBar struct {
	Positive, Negative string
	Position           float64
	Unknown            bool
	Role               PictureRole
}

// Picture shows what the page shows and no more. A name the font cannot draw
// is left out; drawable says which can. Without a host the picture names none.
func (p SharedProps) Picture(host string, drawable func(string) bool) Picture {
	named := p
	if !drawable(p.Share.Name) {
		named.Share.Name = ""
	}
	out := Picture{
		Kicker:   ui.SiteName + " · " + named.whose(),
		Headline: p.unbroken(named.Headline(named.of())),
		Lead:     p.Lead(),
		Footer:   footer(p.Language, p.Version, host),
	}
	if p.shows(quiz.ScopeProfile) {
		for _, d := range p.scored() {
			out.Bars = append(out.Bars, PictureBar{
				Positive: d.Positive, Negative: d.Negative,
				Position: d.Score.Position, Unknown: d.Score.Info == 0,
				Role: p.pictured(p.speaksFor(d.Score)),
			})
		}
		for _, place := range p.legend() {
			out.Legend = append(out.Legend, p.pictured(place))
		}
	}
	for _, place := range p.named() {
		out.Stripe = append(out.Stripe, p.pictured(place))
	}
	return p.inLetters(out, drawable)
}

// footer says where to take the quiz and how long it takes.
func footer(l words.Language, v *quiz.Version, host string) string {
	return strings.TrimPrefix(host+" · "+sayMinutes(l, v, "shared.footer"), " · ")
}

// inLetters leaves out the bars of a picture that has no letters for their ends.
// Where it has none for what it says, it says so and where to read it.
func (p SharedProps) inLetters(out Picture, drawable func(string) bool) Picture {
	said := out.Headline + out.Lead
	var ends strings.Builder
	for _, b := range out.Bars {
		ends.WriteString(b.Positive + b.Negative)
	}
	for _, r := range out.Legend {
		ends.WriteString(r.Name)
	}
	if !drawable(said) {
		out.Headline, out.Lead = p.Say("picture.elsewhere"), p.Say("picture.no_letters")
	}
	if !drawable(said + ends.String()) {
		out.Bars, out.Legend = nil, nil
	}
	return out
}

func (p SharedProps) pictured(place int) PictureRole {
	if place == noRole {
		return PictureRole{}
	}
	return PictureRole{look(p.Version, place), p.Version.Roles[place].Short}
}

// unbroken keeps the words of a role's name on one line.
func (p SharedProps) unbroken(headline string) string {
	for _, role := range p.Version.Roles {
		for _, name := range []string{role.Name, p.inside(role.Name)} {
			headline = strings.ReplaceAll(headline, name, strings.ReplaceAll(name, " ", "\u00a0"))
		}
	}
	return headline
}

// pictureAlt says in words what the picture shows, which is not always what the
// page does.
func (p SharedProps) pictureAlt() string {
	if p.Drawable == nil {
		return fmt.Sprintf("%s. %s", p.Headline(p.of()), p.Lead())
	}
	shown := p.Picture("", p.Drawable)
	return strings.ReplaceAll(fmt.Sprintf("%s. %s", shown.Headline, shown.Lead), "\u00a0", " ")
}
