package content_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// sheets are the ways a table is written.
var sheets = map[string]content.Sheet{
	"for programs":    {},
	"in English":      {Marked: true},
	"in German":       {Marked: true, DecimalComma: true},
	"semicolons only": {DecimalComma: true},
}

// read is the version that a file makes of base.
func read(t *testing.T, body []byte, base *quiz.Version) *quiz.Version {
	t.Helper()
	v, found := content.Read(body, base)
	if len(found) > 0 {
		t.Fatalf("it is refused: %v", found)
	}
	return v
}

func sameContent(t *testing.T, got, want *quiz.Version) {
	t.Helper()
	a, err := content.Format(got)
	if err != nil {
		t.Fatal(err)
	}
	b, err := content.Format(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Error("the content is another one")
	}
}

func TestATableOfQuestionsThatNobodyChangedChangesNothing(t *testing.T) {
	base := content.First()
	base.Questions[3].Strength, base.Questions[0].Source = 1.125, "='a source"
	for name, sheet := range sheets {
		t.Run(name, func(t *testing.T) {
			sameContent(t, read(t, content.QuestionsCSV(base, sheet), base), base)
			windows := strings.ReplaceAll(string(content.QuestionsCSV(base, sheet)), "\r\n", "\n")
			sameContent(t, read(t, []byte(windows), base), base)
		})
	}
}

// cells changes the cells of a table of questions, by key and column.
func cells(t *testing.T, base *quiz.Version, change func(rows []map[string]string) []map[string]string) []byte {
	t.Helper()
	reader := csv.NewReader(bytes.NewReader(content.QuestionsCSV(base, content.Sheet{DecimalComma: true})))
	reader.Comma = ';'
	table, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range table[1:] {
		row := map[string]string{}
		for i, cell := range line {
			row[table[0][i]] = cell
		}
		rows = append(rows, row)
	}
	out := [][]string{table[0]}
	for _, row := range change(rows) {
		var line []string
		for _, name := range table[0] {
			line = append(line, row[name])
		}
		out = append(out, line)
	}
	return content.Sheet{DecimalComma: true}.Write(out)
}

func TestWhatIsChangedInASpreadsheetChangesTheQuestions(t *testing.T) {
	base := content.First()
	key, scene := base.Questions[0].Key, slices.IndexFunc(base.Questions, func(q quiz.Question) bool { return q.Kind == quiz.Choice && q.Key != base.Questions[0].Key })
	where := base.Questions[scene]
	v := read(t, cells(t, base, func(rows []map[string]string) []map[string]string {
		var kept []map[string]string
		for i, row := range rows {
			switch {
			case row["key"] == key && row["option"] == "1":
				row["text"], row["asked"], row["strength"], row["loading_spark"] = "A new text.", "nein", "0,5", "-0,25"
			case row["key"] == key:
				row["text"], row["asked"], row["strength"] = "", "", ""
			case row["key"] == base.Questions[1].Key:
				continue // deleted
			case row["key"] == where.Key && row["option"] == "2": // moved before the first
				last := len(kept) - 1
				kept = slices.Insert(kept, last, row)
				continue
			}
			kept = append(kept, row)
			if next := i + 1; next < len(rows) && row["key"] == key && rows[next]["key"] != key {
				for n, label := range []string{"Do this", "Do that"} {
					kept = append(kept, map[string]string{"kind": []string{"choice", ""}[n], "text": []string{"What first?", ""}[n], "option": fmt.Sprint(n + 1), "label": label, "loading_spark": "0,5"})
				}
			}
		}
		return kept
	}), base)
	q := v.Questions[0]
	if q.Text != "A new text." || !q.Retired || q.Strength != .5 || q.Options[0].Loadings["spark"] != -.25 || len(v.Questions) != len(base.Questions) {
		t.Errorf("the first question is %+v of %d", q, len(v.Questions))
	}
	if added := v.Questions[1]; added.Text != "What first?" || added.Kind != quiz.Choice || len(added.Options) != 2 || added.Options[1].Label != "Do that" || added.Options[1].Loadings["spark"] != .5 {
		t.Errorf("the question added is %+v", added)
	}
	if v.QuestionIndex(base.Questions[1].Key) >= 0 {
		t.Error("the question taken out is still there")
	}
	moved := v.Questions[v.QuestionIndex(where.Key)]
	if moved.Options[0].Label != where.Options[1].Label || moved.Options[1].Label != where.Options[0].Label {
		t.Errorf("the options are %+v", moved.Options)
	}
	field := "questions." + where.Key + ".options."
	if got, want := v.Translations["de"][field+"0.label"].Text, base.Translations["de"][field+"1.label"].Text; got != want || want == "" {
		t.Errorf("the first option is %q in German, want %q", got, want)
	}
	for _, s := range v.Scenarios {
		was := base.Scenarios[base.ScenarioIndex(s.Key)].Answers
		if old, ok := was[where.Key]; ok && old < 2 && s.Answers[where.Key] != 1-old {
			t.Errorf("scenario %s chose option %d and now %d", s.Key, old, s.Answers[where.Key])
		}
	}
	if _, outdated := v.Missing("de"); len(outdated) != 1 || outdated[0].Field != "questions."+key+".text" {
		t.Errorf("outdated are %v", outdated)
	}
	if v.Title != base.Title || len(v.Roles) != len(base.Roles) {
		t.Error("more than the questions changed")
	}
}

func TestATableThatCannotBeReadSaysWhereAndWhatToDo(t *testing.T) {
	base := content.First()
	key := base.Questions[0].Key
	for body, want := range map[string]string{
		"key,text\nx,y\n":                                                 "1: option: Add the column option",
		"key,option,txt\nx,1,y\n":                                         `1: txt: Take out "txt"`,
		"key,option,loading_nothing\nx,1,1\n":                             "1: loading_nothing: Take out",
		"key,option,key\nx,1,y\n":                                         `1: key: Write "key" only once`,
		"key,option,strength\n" + key + ",1,many\n":                       `2: strength: Use a number here; "many" is not one`,
		"key,option,asked\n" + key + ",1,perhaps\n":                       "2: asked: Write yes or no",
		"key,option,text\n" + key + ",1,One\n" + key + ",2,Two\n":         "3: text: Write the same text in every row",
		"key,option,text\n" + key + ",1,\"One\n":                          "2: Close the quotation marks",
		"key,option,text\n":                                               "1: Write questions below the headings",
		"key,option\n" + key + ",1\n":                                     "2: questions." + key,
		"key,option,kind,label\nnew one,1,choice,a\nnew one,2,choice,b\n": "2: questions.new one",
		"key;option;text\n" + key + ";1;Gr\xf6\xdfe\n":                    "2: Save the file as UTF-8",
		"field,text_en,text_fr\nquiz.title,a,b\n":                         "Use one of the languages there are",
		"field,text_en,text_de\nquestions.nobody.text,a,b\n":              "2: questions.nobody.text: Take the row out",
		"field,text_en,text_de,state\ntitle,a,b,done\n":                   "2: title: Use missing, outdated, unread or reviewed",
		"field,text_de\ntitle,b\n":                                        "1: text_en: Add the column text_en",
		"<html><body>":                                                    "XLIFF",
		`<xliff version="2.0"><file/></xliff>`:                            "1: Use a file in XLIFF 1.2",
		`<xliff version="1.2"><file target-language="de"><body><trans-unit id="title"><source>a</source><target>b <g id="1">c</g></target></trans-unit></body></file></xliff>`: "1: title: Take out the markup",
	} {
		v, found := content.Read([]byte(body), base)
		if v != nil || len(found) == 0 || !strings.Contains(fmt.Sprintf("%d: %s", found[0].Line, found[0]), want) {
			t.Errorf("%q is refused with %v, want %q", body, found, want)
		}
	}
	if _, found := content.Read([]byte("key,option\nx,1\n"), nil); len(found) != 1 || found[0].Code != "table_base" {
		t.Errorf("without a quiz it says %v", found)
	}
}

// files are the ways a language is sent to a translator.
func files(t *testing.T, v *quiz.Version, language string) map[string][]byte {
	t.Helper()
	xliff, err := content.TranslationXLIFF(v, language)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"xliff": xliff, "table": content.TranslationCSV(v, language, content.Sheet{Marked: true}),
		"German table": content.TranslationCSV(v, language, content.Sheet{Marked: true, DecimalComma: true}),
	}
}

func TestATranslationThatNobodyChangedChangesNothing(t *testing.T) {
	base := content.First()
	base.Questions[0].Text += " Now."
	base.Follow(content.First())
	delete(base.Translations["de"], "questions."+base.Questions[1].Key+".text")
	for name, body := range files(t, base, "de") {
		t.Run(name, func(t *testing.T) {
			v := read(t, body, base)
			sameContent(t, v, base)
			if was, is := base.CountTranslated("de"), v.CountTranslated("de"); was != is {
				t.Errorf("of the texts %+v are %+v", was, is)
			}
		})
	}
}

func TestATranslatorChangesNothingButTheirLanguage(t *testing.T) {
	base := content.First()
	changed, sources := base.Questions[0], base.Questions[1]
	for name, body := range files(t, base, "de") {
		t.Run(name, func(t *testing.T) {
			text := string(body)
			german := func(q quiz.Question) string { return base.Translations["de"]["questions."+q.Key+".text"].Text }
			sign := "&"
			if name == "xliff" {
				sign = "&amp;"
			}
			text = strings.Replace(text, german(changed), "Neu "+sign+" „gut“", 1)
			text = strings.Replace(text, sources.Text, "Another text.", 1)
			text = strings.Replace(text, german(sources), "Ein anderer Text.", 1)
			v := read(t, []byte(text), base)
			if got := v.Translations["de"]["questions."+changed.Key+".text"]; got.Text != "Neu & „gut“" || got.Of != quiz.Fingerprint(changed.Text) {
				t.Errorf("the translation is %+v", got)
			}
			if v.Questions[1].Text != sources.Text {
				t.Errorf("the text of the quiz is %q", v.Questions[1].Text)
			}
			_, outdated := v.Missing("de")
			if len(outdated) != 1 || outdated[0].Field != "questions."+sources.Key+".text" {
				t.Errorf("outdated are %v", outdated)
			}
			plain, other := v.Clone(), base.Clone()
			plain.Translations, other.Translations = nil, nil
			sameContent(t, plain, other)
		})
	}
}

func TestATranslatorSaysThatATextFitsAndThatSomebodyHasReadIt(t *testing.T) {
	base := content.First()
	base.Questions[0].Text += " Now."
	base.Follow(content.First())
	field := "questions." + base.Questions[0].Key + ".text"
	for name, body := range files(t, base, "de") {
		text := string(body)
		if name == "xliff" {
			text = strings.Replace(text, `state="needs-translation"`, `state="final"`, 1)
		} else {
			text = strings.Replace(text, "outdated", "reviewed", 1)
		}
		got := read(t, []byte(text), base).Translations["de"][field]
		if !got.Reviewed || got.Of != quiz.Fingerprint(base.Questions[0].Text) || got.From != "" {
			t.Errorf("in the %s it is %+v", name, got)
		}
	}
}

func FuzzAFileFromElsewhereIsReadOrRefused(f *testing.F) {
	base := content.First()
	xliff, err := content.TranslationXLIFF(base, "de")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(xliff)
	f.Add(content.TranslationCSV(base, "de", content.Sheet{}))
	f.Add(content.QuestionsCSV(base, content.Sheet{DecimalComma: true}))
	f.Add([]byte("key,option\n,\n,1"))
	f.Add([]byte("field;text_de;text_en\n\"a\nb\";;"))
	f.Fuzz(func(t *testing.T, body []byte) {
		v, found := content.Read(body, base)
		if (v == nil) == (len(found) == 0) {
			t.Errorf("it is read as %v and refused with %v", v, found)
		}
		if v != nil && len(v.Validate()) > 0 {
			t.Errorf("the version is not valid: %v", v.Validate())
		}
	})
}
