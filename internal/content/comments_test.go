package content_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/check"
	"whichpm/internal/content"
)

func TestCommentsAndCommasBeforeABracketAreReadOver(t *testing.T) {
	plain := formatted(t, content.First())
	commented := "// a quiz\n/* of our own */ " + strings.NewReplacer(
		`"settings": {`, "/* a \" and a { */ \"settings\": { // see https://example.org/*x*/",
		"\n }", ", // the end\n }", "\n  ]", ",\n  /* none\n more */ ]",
		"Which way of working", "Which // way /* of */ working",
	).Replace(plain) + "// nothing follows"
	v, err := content.Parse([]byte(commented))
	if err != nil {
		t.Fatal(err)
	}
	want := content.First()
	if v.Title != "Which // way /* of */ working suits you?" {
		t.Errorf("the title is %q", v.Title)
	}
	if v.Title = want.Title; !reflect.DeepEqual(v.Questions, want.Questions) || !reflect.DeepEqual(v.Roles, want.Roles) {
		t.Error("the version changed on the way")
	}
	if found := content.Report([]byte(commented)); len(found) > 0 {
		t.Errorf("it is reported: %v", found)
	}
	line, err := content.OneLine([]byte(commented))
	if err != nil || strings.Contains(line, "\n") || !json.Valid([]byte(line)) {
		t.Errorf("on one line it is no JSON: %v", err)
	}
}

func TestAProblemBehindCommentsKeepsItsLine(t *testing.T) {
	reports(t, "// a quiz\n\n/*\n of our own\n*/\n"+formatted(t, content.First()), map[string]change{
		"nothing wrong":              {},
		"an unknown name":            {`"discrimination"`, "// here\n \"discriminaton\"", `"discriminaton"`, "settings.discriminaton", "spelling"},
		"a missing comma":            {`suits you?",`, "suits you?\" /* , */", `"about"`, "", "an unexpected “\"” here"},
		"two commas":                 {`suits you?",`, `suits you?",,`, `suits you?",,`, "", "an unexpected “,” here"},
		"a comment without an end":   {`"settings": {`, "\"settings\": /* {", `/* {`, "", "an unexpected “/” here"},
		"half a comment":             {`"settings": {`, "\"settings\": / {", `/ {`, "", "an unexpected “/” here"},
		"text without an end":        {`suits you?",`, "suits you? // ,", `suits you? //`, "", "the line ends here before it should"},
		"something behind a comment": {`"settings": {`, "/* */ settings: {", `settings: {`, "", "an unexpected “s” here"},
	})
}

func TestAFileFromNothingCanBeKeptAndSaysWhatIsMissing(t *testing.T) {
	if found := content.Report(content.EmptyFile()); len(found) > 0 {
		t.Fatal(found)
	}
	report := check.Version(content.Empty())
	fields := map[string]bool{}
	for _, f := range report.Findings {
		if f.Severity == check.Error && f.Check == "placeholder" {
			fields[f.Field] = true
		}
	}
	for _, text := range content.Empty().Translatable() {
		written := strings.Contains(text.Field, ".options.")
		if fields[text.Field] == written {
			t.Errorf("%s, “%s”: reported %v", text.Field, text.Text, fields[text.Field])
		}
	}
}

func FuzzComments(f *testing.F) {
	f.Add([]byte(`{"a": "//", /* b */ "c": [1, 2,], // d` + "\n}"))
	f.Add(content.EmptyFile())
	f.Add([]byte(`"\`))
	f.Add([]byte("/*/"))
	f.Fuzz(func(t *testing.T, body []byte) {
		plain := content.WithoutComments(body)
		if len(plain) != len(body) || bytes.Count(plain, []byte("\n")) != bytes.Count(body, []byte("\n")) {
			t.Fatalf("%q became %q", body, plain)
		}
		if json.Valid(body) && !bytes.Equal(plain, body) {
			t.Fatalf("JSON changed: %q became %q", body, plain)
		}
		if again := content.WithoutComments(plain); json.Valid(plain) && !bytes.Equal(again, plain) {
			t.Fatalf("%q became %q", plain, again)
		}
	})
}
