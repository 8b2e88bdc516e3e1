package gallery_test

import (
	"cmp"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"whichpm/internal/content"
	"whichpm/internal/message"
	"whichpm/internal/quiz"
	"whichpm/web/gallery"
	"whichpm/web/words"
)

// stays has no language: names, letters of people and what the web calls itself.
var stays = regexp.MustCompile(`WhichPM|LinkedIn|\S+@example.org|Ada|K7QX2MPA|https?://\S+|\b[A-F]\b|W{40}|Deutsch|English|German|[\x{2068}\x{2069}]`)

// inBrackets makes a language of the English in which every text stands in
// brackets.
func inBrackets(t *testing.T) words.Language {
	t.Helper()
	file, err := os.ReadFile("../words/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	values := regexp.MustCompile(`= "((?:[^"\\]|\\.)*)"`)
	section := ""
	for line := range strings.SplitSeq(string(file)+message.File, "\n") {
		if strings.HasPrefix(line, "[") {
			section = line
		}
		if section != "[language]" && (section != "[count]" || !strings.HasPrefix(line, "words = ")) {
			line = values.ReplaceAllString(line, `= "⟦$1⟧"`)
		}
		out = append(out, line)
	}
	l, err := words.New("en-x-brackets", strings.Join(out, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNoPublicPageSaysAnythingThatIsInNoCatalogue(t *testing.T) {
	v := content.First()
	for _, s := range v.Translatable() {
		marked := "⟦" + strings.ReplaceAll(s.Text, "\n", "⟧\n⟦") + "⟧"
		v.Translations["de"][s.Field] = quiz.Translated{Text: marked, Of: quiz.Fingerprint(s.Text), Reviewed: true}
	}
	v.ID = 3
	for _, s := range gallery.In(inBrackets(t), "in brackets", v.In("de")) {
		saysNothingOfItsOwn(t, s, strings.NewReplacer())
	}
}

// entered is what admins of the gallery typed and called themselves.
var entered = []string{
	"Which kind of manager are you?", "Plainer words in two questions.", "New pay figures.", "A long title ", "A long note. ",
	"Customer caller", "Planner", "nobody@example.org", `{"title": "<b>"}`, "Programme", "Delivery",
	"What they wrote", "What you wrote", "k7qx2-mpa5t-3ehw4-vk7qx",
	"Loves a clear plan", "Calls customers first", "Answers little", "Sets direction", "Mixed", "Too long", "Agile delivery leadership", "Programme management",
	"We are **Riverside College**. Ask us anything.", "Wir sind das **Riverside College**.",
	"Near", "near", "long ", "<b>?</b>", "making the plan work", "Product", "Project", "Agile coach", "Shorter for the fair", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
}

func TestNoPageForAdminsSaysAnythingThatIsInNoCatalogue(t *testing.T) {
	texts := slices.Concat(entered, textsIn(reflect.ValueOf(content.First())))
	slices.SortFunc(texts, func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // the whole before its parts
	var pairs []string
	for _, text := range texts {
		pairs = append(pairs, text, "", words.English.Inside(text), "")
	}
	quizzed := strings.NewReplacer(pairs...)
	for _, s := range gallery.AdminIn(inBrackets(t)) {
		if !strings.HasSuffix(s.Name, "longest text") && !strings.HasSuffix(s.Name, "among many") { // which have the texts of another quiz
			saysNothingOfItsOwn(t, s, quizzed)
		}
	}
}

// textsIn are the texts of a version, without keys: those stand in words of
// the pages too.
func textsIn(x reflect.Value) (texts []string) {
	switch x.Kind() {
	case reflect.Pointer:
		return textsIn(x.Elem())
	case reflect.String:
		if text := x.String(); len(text) > 3 && (unicode.IsUpper(rune(text[0])) || strings.Contains(text, " ")) {
			return []string{text}
		}
	case reflect.Slice:
		for i := range x.Len() {
			texts = append(texts, textsIn(x.Index(i))...)
		}
	case reflect.Map:
		for _, value := range x.Seq2() {
			texts = append(texts, textsIn(value)...)
		}
	case reflect.Struct:
		for _, field := range x.Fields() {
			texts = append(texts, textsIn(field)...)
		}
	}
	return texts
}

// saysNothingOfItsOwn reads a page aloud, but for what is no matter of language.
func saysNothingOfItsOwn(t *testing.T, s gallery.State, quizzed *strings.Replacer) {
	t.Helper()
	rest := stays.ReplaceAllString(quizzed.Replace(outside(strings.Join(read(parse(t, s).Node), "\n"))), "")
	for line := range strings.Lines(rest) {
		if strings.ContainsFunc(line, unicode.IsLetter) {
			t.Errorf("%s says %q of its own", s.ID(), strings.TrimSpace(line))
		}
	}
}

// read are the texts of a page that somebody reads or hears, but those marked
// as another language or as the same in each.
func read(node *html.Node) []string {
	var texts []string
	for n := range node.ChildNodes() {
		if n.Type == html.TextNode {
			texts = append(texts, n.Data)
		}
		lang, _ := attribute(n, "lang")
		same, _ := attribute(n, "translate")
		if n.Data == "script" || n.Data == "code" || same == "no" || n.Data != "html" && lang != "" {
			continue
		}
		for _, key := range []string{"aria-label", "alt", "title", "data-copied", "data-selected", "data-automatic", "data-light", "data-dark"} {
			if text, ok := attribute(n, key); ok {
				texts = append(texts, text)
			}
		}
		if name, _ := attribute(n, "name"); name == "description" {
			text, _ := attribute(n, "content")
			texts = append(texts, text)
		}
		texts = append(texts, read(n)...)
	}
	return texts
}

// outside is what of a text stands in no brackets.
func outside(text string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r {
		case '⟦':
			depth++
			return ' '
		case '⟧':
			depth--
			return ' '
		}
		if depth > 0 {
			return -1
		}
		return r
	}, text)
}
