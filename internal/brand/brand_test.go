package brand_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/brand"
	"whichpm/internal/colour"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// grounds are about those of the style sheet.
var grounds = brand.Grounds{Light: []colour.Colour{{1, 1, 1}, {.89, .87, .83}}, Dark: []colour.Colour{{.008, .007, .006}, {.022, .02, .017}}}

// codes are what is wrong with a brand, as field and code.
func codes(s brand.Settings) (codes []string) {
	for _, p := range s.Tidy().Check([]string{"en", "de"}, []string{"product"}, grounds) {
		codes = append(codes, p.Field+" "+p.Code)
	}
	return codes
}

func TestABrandThatIsTypedBadlyIsRefusedAtItsField(t *testing.T) {
	call := func(c brand.Call) brand.Settings {
		return brand.Settings{Name: "Ada", Texts: map[string]brand.Texts{"de": {Calls: map[string]brand.Call{"product": c}}}}
	}
	const at = "texts.de.calls.product."
	for _, c := range []struct {
		s    brand.Settings
		want []string
	}{
		{brand.Settings{Name: "  Ada \n & Co ", Light: "#1F4FD8", Dark: "#9db7ff ", Contact: "ada@example.org", Imprint: "https://a.example/i"}, nil},
		{brand.Settings{Name: " "}, []string{"name draft_some"}},
		{brand.Settings{Name: strings.Repeat("W", brand.MaxName+1)}, []string{"name draft_long"}},
		{brand.Settings{Name: "A\u202eda"}, []string{"name draft_hidden"}},
		{brand.Settings{Name: "Ada", Light: "blue", Dark: "#12"}, []string{"light brand_colour", "dark brand_colour"}},
		{brand.Settings{Name: "Ada", Light: "#ffff00", Dark: "#000080"}, []string{"light brand_pale", "dark brand_pale"}},
		{brand.Settings{Name: "Ada", Imprint: "http://a.example"}, []string{"imprint brand_address"}},
		{brand.Settings{Name: "Ada", Imprint: "ada@example.org"}, []string{"imprint brand_address"}},
		{brand.Settings{Name: "Ada", Contact: "javascript:alert(1)"}, []string{"contact brand_address_mail"}},
		{brand.Settings{Name: "Ada", Send: "https://a:b@c.example/"}, []string{"send brand_address_mail"}},
		{brand.Settings{Name: "Ada", Send: "https:///x"}, []string{"send brand_address_mail"}},
		{brand.Settings{Name: "Ada", Send: "mailto:ada"}, []string{"send brand_address_mail"}},
		{brand.Settings{Name: "Ada", Send: "mailto:ada@example.org?subject=Hi"}, nil},
		{call(brand.Call{}), nil},
		{call(brand.Call{Sentence: "Come by.", Label: "Book", Address: "https://a.example"}), nil},
		{call(brand.Call{Label: "Book"}), []string{at + "sentence draft_some", at + "address draft_some"}},
		{call(brand.Call{Sentence: "Come by.", Address: "ftp://a.example"}), []string{at + "label draft_some", at + "address brand_address_mail"}},
	} {
		if got := codes(c.s); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.s, got, c.want)
		}
	}
}

func TestAColourThatIsTakenIsReadOnEveryGroundAndTheOfferedOneIsTaken(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	taken := 0
	for range 10_000 {
		c := colour.Colour{rng.Float64(), rng.Float64(), rng.Float64()}.String()
		problems := brand.Settings{Name: "Ada", Light: c}.Check(nil, nil, grounds)
		if len(problems) == 0 {
			taken++
			read, _ := colour.Hex(c)
			on, _ := colour.Hex(brand.TextOn(c))
			if read.Least(grounds.Light) < brand.LeastContrast || colour.Contrast(read, on) < brand.LeastContrast {
				t.Fatalf("%s is taken with %.2f on the pages and %.2f on itself", c, read.Least(grounds.Light), colour.Contrast(read, on))
			}
			continue
		}
		if left := (brand.Settings{Name: "Ada", Light: brand.Offered(problems, "light")}).Check(nil, nil, grounds); len(left) > 0 {
			t.Fatalf("%s: what is offered is refused: %v", c, left)
		}
	}
	if taken < 300 || taken > 9700 {
		t.Errorf("%d of 10,000 are taken", taken)
	}
}

func TestEveryResultFindsItsCallInItsLanguageOrAnother(t *testing.T) {
	v := content.First()
	keys := brand.CallKeys(v)
	if want := []string{v.Roles[0].Key, v.Roles[1].Key, "balanced", "not_enough"}; !slices.Equal(keys, want) {
		t.Errorf("keys %q, want %q", keys, want)
	}
	c := brand.Call{Sentence: "S", Label: "L", Address: "https://a.example"}
	s := brand.Settings{Texts: map[string]brand.Texts{"en": {Calls: map[string]brand.Call{keys[0]: c}}, "de": {Calls: map[string]brand.Call{"balanced": c}}}}
	for _, found := range []struct {
		r    quiz.Result
		tag  string
		want string
	}{
		{quiz.Result{Verdict: quiz.Clear, Top: keys[0]}, "de", "en"},
		{quiz.Result{Verdict: quiz.Balanced, Top: keys[0]}, "en", "de"},
		{quiz.Result{Verdict: quiz.Leaning, Top: keys[1]}, "en", ""},
		{quiz.Result{Verdict: quiz.NotEnough}, "en", ""},
	} {
		got, tag := s.CallFor(found.r, found.tag)
		if tag != found.want || got.IsZero() != (found.want == "") {
			t.Errorf("%+v in %s: %+v in %q", found.r, found.tag, got, tag)
		}
	}
}

func TestSettingsAreReadAsTheyWereWritten(t *testing.T) {
	s := brand.Settings{Name: "Ада", Uncited: true, Texts: map[string]brand.Texts{"de": {Footer: "<b>", Calls: map[string]brand.Call{"x": {Sentence: "a", Label: "b", Address: "c"}}}}}
	text, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	got, err := brand.ReadSettings(text)
	again, _ := got.JSON()
	if err != nil || again != text {
		t.Errorf("%s became %s: %v", text, again, err)
	}
}

func TestALinkIsHandedOverAsAMailOrToAPage(t *testing.T) {
	const link = "https://quiz.example/r/abc?x=1&y=2"
	for send, want := range map[string]string{
		"":                                   "",
		"mailto:a@career.example":            "mailto:a@career.example?body=https%3A%2F%2Fquiz.example%2Fr%2Fabc%3Fx%3D1%26y%3D2&subject=My%20result%20%2B%201",
		"mailto:a@career.example?subject=Hi": "mailto:a@career.example?body=https%3A%2F%2Fquiz.example%2Fr%2Fabc%3Fx%3D1%26y%3D2&subject=Hi",
		"https://career.example/in?from=us":  "https://career.example/in?from=us&result=https%3A%2F%2Fquiz.example%2Fr%2Fabc%3Fx%3D1%26y%3D2",
	} {
		if got := (brand.Settings{Send: send}).SendTo(link, "My result + 1"); got != want {
			t.Errorf("%q leads to %q, want %q", send, got, want)
		}
	}
}
