package quiz

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// flatField is one value of a version in words, and where it is.
type flatField struct {
	part  string // what is added and removed as a whole: "questions.h1", or ""
	name  string // of the part in words: "Question 2", or of the page: "Guide"
	field string
	label string // "text"
	value string
	at    TextAt // if it is a text
}

// flat lists the fields of a version in reading order, in the words of a
// language.
type flat struct {
	localize     Localize
	translatable bool // only the texts that takers read
	fields       []flatField
	part         string // of the fields that come
	name         string
}

// begin opens a part. One without a key is only named.
func (f *flat) begin(part string, name any) { f.part, f.name = part, f.localize(name) }

// put leaves out what is empty, so that a value which comes up counts as added
// and one that goes as removed.
func (f *flat) put(field string, label Message, value string, at TextAt) {
	if value != "" {
		f.fields = append(f.fields, flatField{f.part, f.name, field, f.localize(label), value, at})
	}
}

// add adds what is no text, with its place within the part.
func (f *flat) add(field string, label Message, value string) {
	if f.translatable {
		return
	}
	if f.part != "" {
		field = f.part + "." + field
	}
	f.put(field, label, value, TextAt{})
}

func (f *flat) number(field string, label Message, x float64) {
	if !f.translatable { // to write a number takes longer than to ask
		f.add(field, label, f.localize(Number{X: x, Digits: -1}))
	}
}

func (f *flat) texts(texts []TextAt) {
	for _, t := range texts {
		f.text(t, t.Name())
	}
}

func (f *flat) text(t TextAt, label Message) {
	if !f.translatable || t.Translated() {
		f.put(t.Field, label, t.String(), t)
	}
}

// flatten lists everything of a version but its place among the others.
func flatten(v *Version, localize Localize) []flatField {
	f := flat{localize: localize}
	return f.version(v)
}

func (f *flat) version(v *Version) []flatField {
	for _, title := range versionTexts.of("", v) {
		f.text(title, Say("adminlabel.title_of_the_quiz", "Title of the quiz"))
	}
	f.about(v)
	for i := range v.Questions {
		f.question(v, i)
	}
	for i := range v.Dimensions {
		f.dimension(&v.Dimensions[i])
	}
	for i := range v.Roles {
		f.role(v, &v.Roles[i])
	}
	f.settings(v.Settings)
	f.guide(v)
	for i := range v.Scenarios {
		f.scenario(&v.Scenarios[i])
	}
	return f.fields
}

// flattenAll lists the translations too.
func flattenAll(v *Version, localize Localize) []flatField {
	fields := flatten(v, localize)
	if len(v.Translations) == 0 {
		return fields
	}
	f := flat{fields: fields, localize: localize}
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		for _, s := range v.translatable(localize) {
			t, ok := v.Translations[language][s.Field]
			if !ok {
				continue
			}
			f.begin(s.part, s.Part)
			at := "translations." + language + "." + strings.TrimPrefix(s.Field, s.part+".")
			label := s.labelIn(language)
			f.add(at, label, t.Text)
			if t.Reviewed {
				f.add(at+".reviewed", ownLabel("reviewed", "{label}, reviewed", "label", label), localize(ownLabel("native", "by a native speaker")))
			}
		}
	}
	return f.fields
}

func (f *flat) question(v *Version, place int) {
	q := &v.Questions[place]
	f.begin("questions."+q.Key, numberedQuestion(place+1))
	f.texts(q.Texts())
	f.add("kind", ownLabel("kind", "kind"), string(q.Kind))
	f.number("strength", ownLabel("strength", "strength"), q.Strength)
	if q.Retired {
		f.add("retired", ownLabel("retired", "retired"), f.localize(Say("method.retired", "no longer asked")))
	}
	if f.translatable && q.Kind.Sides() { // its labels are the same everywhere
		return
	}
	for i, label := range q.optionTexts() {
		f.text(label, numberedOption(i+1))
		loadings := q.Options[i].Loadings
		for _, d := range slices.Sorted(maps.Keys(loadings)) {
			if loadings[d] != 0 {
				f.number(fmt.Sprintf("options.%d.loadings.%s", i, d), ownLabel("loading", "option {number}, what it counts for on “{dimension}” (loading)", "number", i+1, "dimension", v.dimensionName(d)), loadings[d])
			}
		}
	}
}

func (v *Version) dimensionName(key string) string {
	d, _ := v.Dimension(key)
	return cmp.Or(d.Name, key)
}

func (v *Version) roleName(key string) string {
	if i := v.RoleIndex(key); i >= 0 {
		return v.Roles[i].Name
	}
	return key
}

func (f *flat) scenario(s *Scenario) {
	f.begin("scenarios."+s.Key, ownLabel("scenario", "Scenario “{name}”", "name", cmp.Or(s.Name, s.Key)))
	f.texts(s.Texts())
	f.add("verdict", ownLabel("verdict", "expected verdict"), f.localize(s.Verdict.Message()))
	f.add("role", ownLabel("role", "expected role"), s.Role)
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(s.Answers)) { // by key, so that a question may move
		lines = append(lines, key+": "+f.localize(numberedOption(s.Answers[key]+1)))
	}
	f.add("answers", ownLabel("answers", "answers"), strings.Join(lines, "\n"))
}

// reconfirmed lists the translations that stayed as they were and are now said
// to be made from another text.
func reconfirmed(older, newer *Version, localize Localize) []FieldDiff {
	var found []FieldDiff
	for _, language := range slices.Sorted(maps.Keys(newer.Translations)) {
		for _, s := range newer.translatable(localize) {
			before, ok := older.Translations[language][s.Field]
			after := newer.Translations[language][s.Field]
			if !ok || before.Text != after.Text || before.Of == after.Of {
				continue
			}
			f := flatField{name: s.Part, label: localize(ownLabel("made_from", "{label}, made from", "label", s.labelIn(language)))}
			found = append(found, FieldDiff{
				"translations." + language + "." + s.Field + ".of", f.inWords(),
				localize(whichText(s, before)), localize(whichText(s, after)),
			})
		}
	}
	return found
}

func whichText(s Translatable, t Translated) Message {
	if t.Of == Fingerprint(s.Text) {
		return ownLabel("present", "the text as it stands")
	}
	if t.From != "" {
		return ownLabel("earlier_text", "“{text}”", "text", t.From)
	}
	return ownLabel("earlier", "an earlier text")
}
