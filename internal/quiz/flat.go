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

// flat lists the fields of a version in reading order, in the words of a
// language.
type flat struct {
	tell   Telling
	wanted func(field string) bool // nil: all
	fields []flatField
	part   string // of the fields that come
	name   string
}

// begin opens a part. One without a key is only named.
func (f *flat) begin(part string, name any) { f.part, f.name = part, f.tell(name) }

// add leaves out what is empty, so that a value which comes up counts as
// added and one that goes as removed.
func (f *flat) add(field string, label Saying, value string) {
	if value != "" && f.wants(field) {
		f.fields = append(f.fields, flatField{f.part, f.name, f.at(field), f.tell(label), value})
	}
}

func (f *flat) number(field string, label Saying, x float64) {
	if f.wants(field) { // to write a number takes longer than to ask
		f.add(field, label, f.tell(Number{X: x, Digits: -1}))
	}
}

func (f *flat) wants(field string) bool { return f.wanted == nil || f.wanted(f.at(field)) }

// at is the field of a version that is this one of the part.
func (f *flat) at(field string) string {
	if f.part == "" {
		return field
	}
	return f.part + "." + field
}

// flatten lists everything of a version but its place among the others.
func flatten(v *Version, tell Telling) []flatField { return flattenSome(v, tell, nil) }

// flattenSome lists the fields that are wanted.
func flattenSome(v *Version, tell Telling, wanted func(field string) bool) []flatField {
	f := flat{tell: tell, wanted: wanted}
	f.add("title", Say("adminlabel.title_of_the_quiz", "Title of the quiz"), v.Title)
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
func flattenAll(v *Version, tell Telling) []flatField {
	fields := flatten(v, tell)
	if len(v.Translations) == 0 {
		return fields
	}
	f := flat{fields: fields, tell: tell}
	for _, language := range slices.Sorted(maps.Keys(v.Translations)) {
		for _, s := range v.spoken(tell) {
			t, ok := v.Translations[language][s.Field]
			if !ok {
				continue
			}
			f.begin(s.part, s.Part)
			at := "translations." + language + "." + strings.TrimPrefix(s.Field, s.part+".")
			label := s.labelIn(language)
			f.add(at, label, t.Text)
			if t.Reviewed {
				f.add(at+".reviewed", ownLabel("reviewed", "{label}, reviewed", "label", label), tell(ownLabel("native", "by a native speaker")))
			}
		}
	}
	return f.fields
}

func (f *flat) question(v *Version, q Question) {
	f.begin("questions."+q.Key, numberedQuestion(v.QuestionIndex(q.Key)+1))
	f.add("text", bounded("Wording"), q.Prompt)
	f.add("kind", ownLabel("kind", "kind"), string(q.Kind))
	f.add("left", bounded("First side"), q.Left)
	f.add("right", bounded("Second side"), q.Right)
	f.number("strength", ownLabel("strength", "strength"), q.Strength)
	if q.Retired {
		f.add("retired", ownLabel("retired", "retired"), f.tell(Say("method.retired", "no longer asked")))
	}
	for i, o := range q.Options {
		at := fmt.Sprintf("options.%d.", i)
		f.add(at+"label", numberedOption(i+1), o.Label)
		for _, d := range slices.Sorted(maps.Keys(o.Loadings)) {
			if o.Loadings[d] != 0 {
				f.number(at+"loadings."+d, ownLabel("loading", "option {number}, loading on “{dimension}”", "number", i+1, "dimension", v.dimensionName(d)), o.Loadings[d])
			}
		}
	}
	f.add("source", bounded("Source"), q.Source)
}

func (v *Version) dimensionName(key string) string {
	d, _ := v.Dimension(key)
	return cmp.Or(d.Name, key)
}

func (f *flat) dimension(d Dimension) {
	f.begin("dimensions."+d.Key, ownLabel("dimension", "Dimension “{name}”", "name", cmp.Or(d.Name, d.Key)))
	f.add("name", bounded("Name"), d.Name)
	f.add("positive_pole", bounded("Positive end"), d.Positive)
	f.add("negative_pole", bounded("Negative end"), d.Negative)
	f.add("question", bounded("What it asks"), d.Question)
	f.add("source", bounded("Source"), d.Source)
}

func (f *flat) role(v *Version, r Role) {
	f.begin("roles."+r.Key, cmp.Or(r.Name, r.Key))
	f.add("name", bounded("Name"), r.Name)
	f.add("short", bounded("Short name"), r.Short)
	f.number("prior", ownLabel("common", "how common it is"), r.Prior)
	for _, d := range slices.Sorted(maps.Keys(r.Profile)) {
		p, at, name := r.Profile[d], "profile."+d, v.dimensionName(d)
		f.number(at+".mean", ownLabel("mean", "mean on “{dimension}”", "dimension", name), p.Mean)
		f.number(at+".spread", ownLabel("spread", "spread on “{dimension}”", "dimension", name), p.Spread)
		f.number(at+".se", ownLabel("error", "standard error on “{dimension}”", "dimension", name), p.SE)
		f.number(at+".weight", ownLabel("weight", "weight on “{dimension}”", "dimension", name), p.Weight)
		f.add(at+".source", ownLabel("profile_source", "source of the profile on “{dimension}”", "dimension", name), p.Source)
	}
	f.texts("content.", "roles.*.content.", r.Content.texts(), r.Content.lists())
	if pay := r.Content.Pay; pay.Amount != 0 || pay.Year != 0 {
		f.add("content.salary.amount", ownLabel("amount", "amount of the pay"), strconv.Itoa(pay.Amount))
		f.add("content.salary.year", ownLabel("year", "year of the pay"), strconv.Itoa(pay.Year))
	}
}

// texts adds the texts of the guide under the names that Limits give them.
func (f *flat) texts(at, place string, texts []text, lists []list) {
	for _, t := range texts {
		f.add(at+t.name, bounded(limits[place+t.name].Label), *t.body)
	}
	for _, l := range lists {
		f.add(at+l.name, bounded(limits[place+l.name].Label), strings.Join(*l.lines, "\n"))
	}
}

func (f *flat) settings(s Settings) {
	f.begin("", Say("adminframe.settings", "Settings"))
	f.number("settings.discrimination", shared("setting.discrimination", "discrimination"), s.Discrimination)
	f.number("settings.noise", shared("setting.noise", "noise of an answer"), s.Noise)
	f.number("settings.correlation", shared("setting.correlation", "correlation of the dimensions"), s.Correlation)
	f.number("settings.discount", shared("setting.discount", "share of the evidence that counts"), s.Discount)
	f.number("settings.balanced_below", shared("setting.balanced", "balanced below"), s.BalancedBelow)
	f.number("settings.clear_from", shared("setting.clear", "clear from"), s.ClearFrom)
	f.number("settings.min_answers", shared("setting.answers", "answers needed for a verdict"), float64(s.MinAnswers))
	f.number("settings.min_dimensions", shared("setting.dimensions", "dimensions needed for a verdict"), float64(s.MinDimensions))
	f.number("settings.short_min_asked", shared("setting.short", "questions the short form asks at least"), float64(s.ShortMinAsked))
	f.number("settings.short_flip_stop", shared("setting.stop", "chance of a flip at which the short form stops"), s.ShortFlipStop)
}

func (f *flat) guide(g Guide) {
	f.begin("", Say("adminframe.guide", "Guide"))
	f.texts("guide.", "guide.", g.texts(), g.lists())
	for i, a := range g.Asked {
		f.begin(fmt.Sprintf("guide.questions_people_ask.%d", i), ownLabel("guide_question", "Guide, question {number}", "number", i+1))
		f.add("question", shared("table.question", "question"), a.Question)
		f.add("answer", shared("table.answer", "answer"), a.Answer)
	}
	for _, s := range g.SetUps {
		f.begin("guide.set_ups."+s.Key, ownLabel("company", "Kind of company “{name}”", "name", cmp.Or(s.Name, s.Key)))
		f.add("name", bounded("Name"), s.Name)
		f.add("pole", shared("adminguide.side", "suits the side"), s.Pole)
		f.add("text", shared("adminlabel.advice_on_it", "advice"), s.Text)
	}
}

func (f *flat) scenario(s Scenario) {
	f.begin("scenarios."+s.Key, ownLabel("scenario", "Scenario “{name}”", "name", cmp.Or(s.Name, s.Key)))
	f.add("name", bounded("Name"), s.Name)
	f.add("verdict", ownLabel("verdict", "expected verdict"), f.tell(s.Verdict.Saying()))
	f.add("role", ownLabel("role", "expected role"), s.Role)
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(s.Answers)) { // by key, so that a question may move
		lines = append(lines, key+": "+f.tell(numberedOption(s.Answers[key]+1)))
	}
	f.add("answers", ownLabel("answers", "answers"), strings.Join(lines, "\n"))
}

// seenAgain lists the translations that stayed as they were and are now said
// to be made from another English.
func seenAgain(older, newer *Version, tell Telling) []FieldDiff {
	var found []FieldDiff
	for _, language := range slices.Sorted(maps.Keys(newer.Translations)) {
		for _, s := range newer.spoken(tell) {
			before, ok := older.Translations[language][s.Field]
			after := newer.Translations[language][s.Field]
			if !ok || before.Text != after.Text || before.Of == after.Of {
				continue
			}
			f := flatField{name: s.Part, label: tell(ownLabel("made_from", "{label}, made from", "label", s.labelIn(language)))}
			found = append(found, FieldDiff{
				"translations." + language + "." + s.Field + ".of", f.inWords(),
				tell(whichEnglish(s, before)), tell(whichEnglish(s, after)),
			})
		}
	}
	return found
}

func whichEnglish(s Spoken, t Translated) Saying {
	if t.Of == Fingerprint(s.Text) {
		return ownLabel("english", "the English as it stands")
	}
	if t.From != "" {
		return ownLabel("earlier_text", "“{text}”", "text", t.From)
	}
	return ownLabel("earlier", "an earlier English")
}
