package gallery

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/takerview"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// hostBrand is of somebody who changed the words and left the colours.
func hostBrand() *brand.Brand {
	call := func(sentence, label string) map[string]brand.Call {
		calls := map[string]brand.Call{}
		for _, key := range brand.CallKeys(published()) {
			calls[key] = brand.Call{Sentence: sentence, Label: label, Address: "https://career.example/talk"}
		}
		return calls
	}
	return &brand.Brand{Revision: 3, Settings: brand.Settings{
		Name: "Riverside College", Imprint: "https://career.example/imprint", Contact: "mailto:career@example.org", Send: "mailto:career@example.org",
		Texts: map[string]brand.Texts{
			"en": {Footer: "A service of the careers office.", Privacy: "We are **Riverside College**. Ask us anything.", Calls: call("Talk it over with somebody who has done both.", "Book half an hour")},
			"de": {Footer: "Ein Angebot der Laufbahnberatung.", Privacy: "Wir sind das **Riverside College**.", Calls: call("Sprich mit jemandem, der beides gemacht hat.", "Eine halbe Stunde buchen")},
		},
	}}
}

// longestBrand has the longest texts.
func longestBrand() *brand.Brand {
	b := hostBrand()
	b.Name = strings.Repeat("W", brand.MaxName)
	en := b.Texts["en"]
	en.Footer, en.Privacy = strings.Repeat("W", brand.MaxFooter), strings.Repeat("long ", brand.MaxPrivacy/5)
	for key := range en.Calls {
		en.Calls[key] = brand.Call{Sentence: strings.Repeat("W", brand.MaxSentence), Label: strings.Repeat("W", brand.MaxLabel), Address: "https://career.example/" + strings.Repeat("w", 400)}
	}
	b.Texts["en"] = en
	return b
}

func by(b *brand.Brand, page templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error { return page.Render(ui.WithBrand(ctx, b), w) })
}

// branded are public pages that a host shows as their own.
func branded() []State {
	v, german := published(), words.German
	landing := func(l words.Language) templ.Component {
		return takerview.Landing(takerview.LandingProps{Language: l, Version: v.In(l.Tag()), Questions: 25, Usual: takerview.Length{Low: 13, High: 22}, OfferFull: true})
	}
	return []State{
		{"brand", "landing", by(hostBrand(), landing(words.English))},
		{"brand", "landing longest text", by(longestBrand(), landing(words.English))},
		{"brand", "result", by(hostBrand(), takerview.Result(owned(reading(v, leaning), 1)))},
		{"brand", "result longest text", by(longestBrand(), takerview.Result(owned(reading(v, leaning), 0)))},
		{"brand", "shared", by(hostBrand(), takerview.Shared(shared(reading(v, leaning), quiz.ScopeProfile, "Ada")))},
		{"brand", "privacy", by(hostBrand(), takerview.Privacy(takerview.PrivacyProps{Language: words.English}))},
		{"brand", "landing in German", by(hostBrand(), landing(german))},
		{"brand", "result in German", by(hostBrand(), takerview.Result(ownedIn(german, reading(v.In("de"), leaning), 0)))},
	}
}

// adminBrand are the pages on which owners set it.
func adminBrand(l words.Language) []State {
	setting := func(b *brand.Brand) adminview.BrandProps {
		return adminview.BrandProps{
			Viewer: owner(l), Stored: *b, Typed: b.Settings, Revision: b.Revision, Tags: []string{"en", "de"}, Version: published(), Keys: brand.CallKeys(published()),
		}
	}
	refused := setting(&brand.Brand{})
	refused.Typed = brand.Settings{Light: "#ffee00", Dark: "blue", Imprint: "career.example"}
	refused.Offers = map[string]string{"light": "#6f6700"}
	refused.Problems = l.Problems(quiz.Problems{
		quiz.NewProblem("name", "draft_some"), quiz.NewProblem("light", "brand_pale", "has", "1.2", "least", "4.5", "near", "#6f6700"),
		quiz.NewProblem("dark", "brand_colour"), quiz.NewProblem("imprint", "brand_address"),
	})
	noQuiz := setting(&brand.Brand{})
	noQuiz.Version, noQuiz.Keys = nil, nil
	return []State{
		{"admin", "brand none", adminview.Brand(setting(&brand.Brand{}))},
		{"admin", "brand before a quiz", adminview.Brand(noQuiz)},
		{"admin", "brand", adminview.Brand(setting(hostBrand()))},
		{"admin", "brand refused", adminview.Brand(refused)},
		{"admin", "brand longest text", adminview.Brand(setting(longestBrand()))},
		{"admin", "brand removal", adminview.RemoveBrand(setting(hostBrand()))},
	}
}
