package takerview

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Page is one that is the same for all who read its language, and that people
// pass on: a preview of its link has a picture.
type Page string

// The pages, by the name in the address of their picture.
const (
	PageHome    Page = "home"
	PageGuide   Page = "guide"
	PageMethod  Page = "method"
	PagePrivacy Page = "privacy"
)

var previewed = []Page{PageHome, PageGuide, PageMethod, PagePrivacy}

// Previewed reports whether there is such a page.
func (p Page) Previewed() bool { return slices.Contains(previewed, p) }

func (p Page) path() string {
	switch p {
	case PageHome:
		return site.Home
	case PageGuide:
		return site.Guide
	case PageMethod:
		return site.Method
	case PagePrivacy:
		return site.Privacy
	}
	return ""
}

func (p Page) title(l words.Language, v *quiz.Version) string {
	switch p {
	case PageHome:
		return v.Title
	case PageGuide:
		if (GuideProps{Language: l, Version: v}).chooses() {
			return l.Say("frame.roles")
		}
		return l.Say("roles.side_by_side")
	case PageMethod:
		return l.Say("frame.method")
	case PagePrivacy:
		return l.Say("frame.privacy")
	}
	return ""
}

// description is a sentence or two on the page. Every page has one: a guide
// without an introduction has that of the quiz.
func (p Page) description(l words.Language, v *quiz.Version) string {
	switch {
	case p == PageMethod:
		return l.Say("method.description")
	case p == PagePrivacy:
		return l.Say("privacy.description")
	case p == PageGuide && v.Guide.Difference != "":
		return v.Guide.Difference
	}
	return between(l, v, "landing.description")
}

// lead is one line of the picture: where the page is about few roles, their names.
func (p Page) lead(l words.Language, v *quiz.Version) string {
	if (p == PageHome || p == PageGuide) && len(v.Roles) <= fewNames {
		var names []string
		for _, role := range v.Roles {
			names = append(names, role.Name)
		}
		return strings.Join(names, " · ")
	}
	return p.description(l, v)
}

// canonical is the address of a page without parameters, "" where the site's is
// not known.
func canonical(origin, path string) string {
	if origin == "" {
		return ""
	}
	return origin + path
}

// preview is how a link to the page looks, nil without the site's address.
func (p Page) preview(l words.Language, v *quiz.Version, origin string) *ui.Preview {
	if origin == "" {
		return nil
	}
	title, description := p.title(l, v), p.description(l, v)
	return &ui.Preview{
		Title: title, Description: description, URL: origin + p.path(), Locale: l.Say("frame.locale"),
		Image: origin + site.Picture(string(p), l.Tag()), ImageAlt: title + " – " + description,
	}
}

// Picture is the picture of the page. Without a host it names none.
func (p Page) Picture(l words.Language, v *quiz.Version, host string, drawable func(string) bool) Picture {
	out := Picture{
		Kicker: ui.SiteName, Headline: p.title(l, v), Lead: p.lead(l, v), Footer: footer(l, v, host),
	}
	if p != PageHome && drawable(v.Title) {
		out.Kicker += " · " + v.Title
	}
	for i, role := range v.Roles {
		if !look(v, i).Numbered() { // with more roles than colours the stripe is that of all
			out.Stripe = append(out.Stripe, PictureRole{look(v, i), role.Short})
		}
	}
	if !drawable(out.Headline + out.Lead) {
		out.Headline, out.Lead = l.Say("picture.page_elsewhere"), l.Say("picture.no_letters")
	}
	return out
}

// ComparePicture is the picture of a comparison: who is compared, and what its
// page shows first. Names the font cannot draw are left out.
func (p CompareProps) ComparePicture(host string, drawable func(string) bool) Picture {
	named := p
	named.People = slices.Clone(p.People)
	for i, person := range named.People {
		if !drawable(person.Share.Name) {
			named.People[i].Share.Name = ""
		}
	}
	out := Picture{
		Kicker: ui.SiteName, Headline: named.title(), Lead: p.Say("compare.description"),
		Footer: footer(p.Language, p.People[0].Version, host),
	}
	if title := p.People[0].Version.Title; drawable(title) {
		out.Kicker += " · " + title
	}
	if furthest := named.furthest(); furthest != "" && drawable(furthest) {
		out.Lead = furthest
	}
	return out
}

// furthest says on what the people stand furthest apart, "" where too few
// answered.
func (p CompareProps) furthest() string {
	if len(p.Apart) == 0 || p.Apart[0].Answered < quiz.LeastCompared {
		return ""
	}
	first := p.Apart[0]
	return p.Say("picture.furthest", "ends", p.Ends(first.Dimension.Positive, first.Dimension.Negative), "apart", agreement(p.Language, first))
}

func (p CompareProps) preview() *ui.Preview {
	described := p.Say("compare.description")
	return &ui.Preview{
		Title: p.title(), Description: described, URL: p.Link, Locale: p.Say("frame.locale"),
		Image: p.Image, ImageAlt: p.pictureAlt(),
	}
}

// pictureAlt says in words what the picture shows: without the names that it has
// no letters for.
func (p CompareProps) pictureAlt() string {
	if p.Drawable == nil {
		return p.title() + " – " + p.Say("compare.description")
	}
	shown := p.ComparePicture("", p.Drawable)
	return shown.Headline + " – " + shown.Lead
}
