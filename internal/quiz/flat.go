package quiz

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// flatField is one value of a version in words, and where it is.
type flatField struct {
	part  string // what is added and removed as a whole: "questions.h1", or ""
	name  string // of the part in words: "Question 2", or of the page: "Guide"
	field string
	label string // "wording"
	value string
}

// flat lists the fields of a version in reading order.
type flat struct {
	fields []flatField
	part   string // of the fields that come
	name   string
}

// begin opens a part. One without a key is only named.
func (f *flat) begin(part, name string) { f.part, f.name = part, name }

// add leaves out what is empty, so that a value which comes up counts as
// added and one that goes as removed.
func (f *flat) add(field, label, value string) {
	if value == "" {
		return
	}
	if f.part != "" {
		field = f.part + "." + field
	}
	f.fields = append(f.fields, flatField{f.part, f.name, field, label, value})
}

func (f *flat) number(field, label string, x float64) {
	f.add(field, label, strconv.FormatFloat(x, 'g', -1, 64))
}

// flatten lists everything of a version but its place among the others.
func flatten(v *Version) []flatField {
	var f flat
	f.add("title", "Title of the quiz", v.Title)
	for _, q := range v.Questions {
		f.question(v, q)
	}
	for _, d := range v.Dimensions {
		f.dimension(d)
	}
	for _, r := range v.Roles {
		f.role(v, r)
	}
	f.settings(v.Settings)
	f.guide(v.Guide)
	for _, s := range v.Scenarios {
		f.scenario(s)
	}
	return f.fields
}

// flattenAll lists the translations too.
func flattenAll(v *Version) []flatField {
	fields := flatten(v)
	if len(v.Translations) == 0 {
		return fields
	}
	f := flat{fields: fields}
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		for _, s := range v.Spoken() {
			t, ok := v.Translations[language][s.Field]
			if !ok {
				continue
			}
			f.begin(s.part, s.Part)
			at := "translations." + language + "." + strings.TrimPrefix(s.Field, s.part+".")
			label := s.Label + " in “" + language + "”"
			f.add(at, label, t.Text)
			if t.Reviewed {
				f.add(at+".reviewed", label+", reviewed", "by a native speaker")
			}
		}
	}
	return f.fields
}

func (f *flat) question(v *Version, q Question) {
	f.begin("questions."+q.Key, fmt.Sprintf("Question %d", v.QuestionIndex(q.Key)+1))
	f.add("text", "wording", q.Prompt)
	f.add("kind", "kind", string(q.Kind))
	f.add("left", "first side", q.Left)
	f.add("right", "second side", q.Right)
	f.number("strength", "strength", q.Strength)
	if q.Retired {
		f.add("retired", "retired", "no longer asked")
	}
	for i, o := range q.Options {
		at := fmt.Sprintf("options.%d.", i)
		option := fmt.Sprintf("option %d", i+1)
		f.add(at+"label", option, o.Label)
		for _, d := range slices.Sorted(maps.Keys(o.Loadings)) {
			if o.Loadings[d] != 0 {
				f.number(at+"loadings."+d, option+", loading on “"+v.dimensionName(d)+"”", o.Loadings[d])
			}
		}
	}
	f.add("source", "source", q.Source)
}

func (v *Version) dimensionName(key string) string {
	d, _ := v.Dimension(key)
	return cmp.Or(d.Name, key)
}

func (f *flat) dimension(d Dimension) {
	f.begin("dimensions."+d.Key, "Dimension “"+cmp.Or(d.Name, d.Key)+"”")
	f.add("name", "name", d.Name)
	f.add("positive_pole", "positive end", d.Positive)
	f.add("negative_pole", "negative end", d.Negative)
	f.add("question", "what it asks", d.Question)
	f.add("source", "source", d.Source)
}

func (f *flat) role(v *Version, r Role) {
	f.begin("roles."+r.Key, cmp.Or(r.Name, r.Key))
	f.add("name", "name", r.Name)
	f.add("short", "short name", r.Short)
	f.number("prior", "how common it is", r.Prior)
	for _, d := range slices.Sorted(maps.Keys(r.Profile)) {
		p, at, on := r.Profile[d], "profile."+d, " on “"+v.dimensionName(d)+"”"
		f.number(at+".mean", "mean"+on, p.Mean)
		f.number(at+".spread", "spread"+on, p.Spread)
		f.number(at+".se", "standard error"+on, p.SE)
		f.number(at+".weight", "weight"+on, p.Weight)
		f.add(at+".source", "source of the profile"+on, p.Source)
	}
	f.texts("content.", "roles.*.content.", r.Content.texts(), r.Content.lists())
	if pay := r.Content.Pay; pay.Amount != 0 || pay.Year != 0 {
		f.add("content.salary.amount", "amount of the pay", strconv.Itoa(pay.Amount))
		f.add("content.salary.year", "year of the pay", strconv.Itoa(pay.Year))
	}
}

// texts adds the texts of the guide under the names that Limits give them.
func (f *flat) texts(at, place string, texts []text, lists []list) {
	for _, t := range texts {
		f.add(at+t.name, worded(limits[place+t.name].Label), *t.body)
	}
	for _, l := range lists {
		f.add(at+l.name, worded(limits[place+l.name].Label), strings.Join(*l.lines, "\n"))
	}
}

// worded starts a label small, because it follows a name.
func worded(label string) string {
	return strings.ToLower(label[:1]) + label[1:]
}

func (f *flat) settings(s Settings) {
	f.begin("", "Settings")
	f.number("settings.discrimination", "discrimination", s.Discrimination)
	f.number("settings.noise", "noise of an answer", s.Noise)
	f.number("settings.correlation", "correlation of the dimensions", s.Correlation)
	f.number("settings.discount", "share of the evidence that counts", s.Discount)
	f.number("settings.balanced_below", "balanced below", s.BalancedBelow)
	f.number("settings.clear_from", "clear from", s.ClearFrom)
	f.number("settings.min_answers", "answers needed for a verdict", float64(s.MinAnswers))
	f.number("settings.min_dimensions", "dimensions needed for a verdict", float64(s.MinDimensions))
	f.number("settings.short_min_asked", "questions the short form asks at least", float64(s.ShortMinAsked))
	f.number("settings.short_flip_stop", "chance of a flip at which the short form stops", s.ShortFlipStop)
}

func (f *flat) guide(g Guide) {
	f.begin("", "Guide")
	f.texts("guide.", "guide.", g.texts(), g.lists())
	for i, a := range g.Asked {
		f.begin(fmt.Sprintf("guide.questions_people_ask.%d", i), fmt.Sprintf("Guide, question %d", i+1))
		f.add("question", "question", a.Question)
		f.add("answer", "answer", a.Answer)
	}
	for _, s := range g.SetUps {
		f.begin("guide.set_ups."+s.Key, "Kind of company “"+cmp.Or(s.Name, s.Key)+"”")
		f.add("name", "name", s.Name)
		f.add("pole", "suits the side", s.Pole)
		f.add("text", "advice", s.Text)
	}
}

func (f *flat) scenario(s Scenario) {
	f.begin("scenarios."+s.Key, "Scenario “"+cmp.Or(s.Name, s.Key)+"”")
	f.add("name", "name", s.Name)
	f.add("verdict", "expected verdict", string(s.Verdict))
	f.add("role", "expected role", s.Role)
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(s.Answers)) { // by key, so that a question may move
		lines = append(lines, fmt.Sprintf("%s: option %d", key, s.Answers[key]+1))
	}
	f.add("answers", "answers", strings.Join(lines, "\n"))
}

// seenAgain lists the translations that stayed as they were and are now said
// to be made from another English.
func seenAgain(older, newer *Version) []FieldDiff {
	var found []FieldDiff
	for _, language := range slices.Sorted(maps.Keys(newer.Translations)) {
		for _, s := range newer.Spoken() {
			before, ok := older.Translations[language][s.Field]
			after := newer.Translations[language][s.Field]
			if !ok || before.Text != after.Text || before.Of == after.Of {
				continue
			}
			f := flatField{name: s.Part, label: s.Label + " in “" + language + "”, made from"}
			found = append(found, FieldDiff{
				"translations." + language + "." + s.Field + ".of", f.inWords(),
				whichEnglish(s, before), whichEnglish(s, after),
			})
		}
	}
	return found
}

func whichEnglish(s Spoken, t Translated) string {
	if t.Of == Fingerprint(s.Text) {
		return "the English as it stands"
	}
	return "an earlier English"
}
