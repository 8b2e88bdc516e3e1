package content_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// lineOf is the number of the first line that holds a text.
func lineOf(file, text string) int {
	before, _, found := strings.Cut(file, text)
	if !found {
		panic("no " + text)
	}
	return strings.Count(before, "\n") + 1
}

func formatted(t testing.TB, v *quiz.Version) string {
	t.Helper()
	file, err := content.Format(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

func TestAReportNamesTheLineOfEachProblem(t *testing.T) {
	reports(t, formatted(t, content.First()), map[string]change{
		"nothing wrong":        {},
		"a missing comma":      {`"title": "Which way of working suits you?",`, `"title": "Which?"`, `"about"`, "", "an unexpected “\"” here"},
		"an unknown name":      {`"discrimination"`, `"discriminaton"`, `"discriminaton"`, "settings.discriminaton", "spelling"},
		"a text for a number":  {`"noise": 0.45`, `"noise": "much"`, `"noise"`, "settings.noise", "a number"},
		"a number for a text":  {`"id": "h1"`, `"id": 7`, `"id": 7`, "questions.1.id", "a text"},
		"a fraction":           {`"min_answers": 8`, `"min_answers": 8.5`, "8.5", "settings.min_answers", "a whole number"},
		"a name given twice":   {`"title": `, `"title": "One", "title": `, `"title"`, "title", "only once"},
		"a number too large":   {`"noise": 0.45`, `"noise": 45`, `"noise"`, "settings.noise", "from 0.01 to 10"},
		"a question's number":  {`"strength": 1,`, `"strength": 9,`, `"strength": 9`, "questions.h1.strength", "from 0 to 3"},
		"a key used twice":     {`"id": "u2"`, `"id": "h1"`, "\"id\": \"h1\",\n   \"kind\": \"agree5\",\n   \"text\": \"In a group task", "questions.h1", "only once"},
		"an unknown dimension": {`"horizon": -1`, `"horizont": -1`, `"horizont"`, "questions.h1.options.0.loadings.horizont", "Name a dimension"},
		"an empty name":        {`"short": "Project"`, `"short": ""`, `"short": ""`, "roles.project_manager.short", "Write something"},
		"a prior":              {`"prior": 0.5`, `"prior": 0.7`, `"roles"`, "roles.prior", "add up to 1"},
		"two names of one":     {`"noise": 0.45`, `"noise": 0.45, "noise_tau0": 0.4`, `"noise_tau0"`, "settings.noise_tau0", "Take out"},
		"a company's side":     {`"pole": "setting+"`, `"pole": "up"`, `"pole": "up"`, "guide.set_ups.product_oriented.pole", "setting+"},
		"a scenario's answer":  {`"few_answers"`, `"few_answers", "name": "x", "verdict": "perhaps", "answers": {"zz": 1}}, {"key": "again"`, `"zz"`, "scenarios.few_answers.answers.zz", "Name a question"},
	})
}

// change is what is done once to a file, and what is said of it.
type change struct {
	old, new string
	at       string // the line that is named has this
	field    string
	says     string
}

func reports(t *testing.T, file string, changes map[string]change) {
	t.Helper()
	for name, c := range changes {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(file, c.old, c.new, 1)
			found := content.Report([]byte(changed))
			if c.old == "" {
				if len(found) > 0 {
					t.Error(found)
				}
				return
			}
			want := fmt.Sprint(lineOf(changed, c.at), " ", c.field)
			if !slices.ContainsFunc(found, func(l content.Located) bool {
				return fmt.Sprint(l.Line, " ", l.Field) == want && strings.Contains(l.Message, c.says)
			}) {
				t.Errorf("got %v, want %s %s", found, want, c.says)
			}
		})
	}
}

func TestAFileThatIsNoContentIsToldInOneLine(t *testing.T) {
	for name, c := range map[string]struct{ body, says string }{
		"nothing":         {"", "empty"},
		"blank":           {" \n\n", "empty"},
		"a letter":        {"Dear Ada", "This is not JSON: there is an unexpected “D” here"},
		"half a file":     {`{"title": "a`, "Complete the file"},
		"two files":       {"{}\n{}", "after the end"},
		"a list":          {"[1, [2], {}]", "braces"},
		"a deep list":     {strings.Repeat("[", 9000) + strings.Repeat("]", 9000), "braces"},
		"a deeper list":   {strings.Repeat("[", 90_000), "too many brackets"},
		"a huge file":     {strings.Repeat(" ", content.MaxFile+1), "at most 2 MB"},
		"nothing in it":   {"{}", "Keep between"},
		"null everywhere": {`{"title": null, "settings": null, "questions": [null]}`, "Keep between"},
	} {
		found := content.Report([]byte(c.body))
		if len(found) == 0 || !strings.Contains(fmt.Sprint(found), c.says) {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestAMarkBeforeTheTextIsNoPartOfIt(t *testing.T) {
	file := "\ufeff" + formatted(t, content.First())
	if found := content.Report([]byte(file)); len(found) > 0 {
		t.Error(found)
	}
	if v, err := content.Parse([]byte(file)); err != nil || v.Hash() != content.First().Hash() {
		t.Errorf("it reads as something else: %v", err)
	}
	if found := content.Report([]byte("\ufeff")); len(found) != 1 || !strings.Contains(found[0].Message, "empty") {
		t.Error(found)
	}
}

func TestManyProblemsAreToldInPart(t *testing.T) {
	body := `{"questions": [` + strings.Repeat("{\"id\": \"a\"},\n", 180) + `{}]}`
	found := content.Report([]byte(body))
	if len(found) != 101 || !strings.Contains(found[100].Message, "more problems") {
		t.Errorf("%d problems, the last %v", len(found), found[len(found)-1])
	}
	if !slices.IsSortedFunc(found, func(a, b content.Located) int { return a.Line - b.Line }) {
		t.Error("they are not in the order of the file")
	}
}

func TestAVersionComesBackByteByByte(t *testing.T) {
	first, err := os.ReadFile("first.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := formatted(t, content.First()); got != string(first) {
		t.Error("the first version is not written as it was read")
	}
	odd := content.First()
	odd.ID, odd.State, odd.Note = 7, quiz.Published, "Why not"
	odd.Questions[3].Options[0].Label = "of a pair"
	odd.Questions[3].Options[2].Loadings = nil
	odd.Questions[1].Options[0].Loadings["horizon"] = -0.1 - 0.2
	odd.Roles[0].Content.Skills, odd.Guide.Caveats, odd.Scenarios = nil, []string{}, nil
	odd.Guide.Credit = "<b>&\u2028\n“”</b> 👩‍🚀"
	for name, v := range map[string]*quiz.Version{"first": content.First(), "odd": odd} {
		file := formatted(t, v)
		again, err := content.Parse([]byte(file))
		if name == "odd" { // a separator that is refused in print, not in form
			v.Guide.Credit = strings.ReplaceAll(v.Guide.Credit, "\u2028", "")
			file = formatted(t, v)
			again, err = content.Parse([]byte(file))
		}
		if err != nil {
			t.Fatal(err)
		}
		if formatted(t, again) != file {
			t.Errorf("%s changed on the way", name)
		}
	}
}

func TestQuestionsAreListedForASpreadsheet(t *testing.T) {
	v := content.First()
	v.Questions = v.Questions[:2]
	v.Questions[0].Text = "=1+1"
	v.Questions[0].Options[0].Label = "@all, \"quoted\""
	v.Questions[1].Retired = true
	rows := strings.Split(string(content.QuestionsCSV(v, content.Sheet{})), "\r\n")
	for n, want := range map[int]string{
		0: "place,key,kind,text,first_side,second_side,strength,asked,source,option,label,loading_horizon,",
		1: `1,c1,choice,'=1+1,,,0.8,yes,`,
		5: `2,h1,agree5,"When I start something, I picture where it should be in two years.",,,1,no,`,
	} {
		if !strings.HasPrefix(rows[n], want) {
			t.Errorf("row %d is %q", n, rows[n])
		}
	}
	if len(rows) != 11 || !strings.Contains(rows[1], `"'@all, ""quoted"""`) || !strings.HasSuffix(rows[5], ",-1,0,0,0,0,0,0,0") {
		t.Errorf("%d rows: %q", len(rows), rows)
	}
	for text, want := range map[string]string{"": "", "a": "a", "=a": "'=a", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "\ra": "'\ra"} {
		if got := content.Cell(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func FuzzImport(f *testing.F) {
	small := content.First() // a large one would take the fuzzer ages
	small.Dimensions, small.Questions, small.Guide, small.Scenarios = small.Dimensions[:1], small.Questions[1:2], quiz.Guide{}, nil
	for i, r := range small.Roles {
		small.Roles[i].Profile, small.Roles[i].Content = map[string]quiz.Profile{"horizon": r.Profile["horizon"]}, quiz.RoleContent{}
	}
	f.Add([]byte(formatted(f, small)))
	f.Add([]byte(`{"questions":[{"id":"a.b"},{"id":"a"}],"roles":[{"key":""}],"settings":{"prior":{"x":1}}}`))
	f.Add([]byte(`{"title":"a","Title":"b"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		found := content.Report(body)
		for _, l := range found {
			if l.Line < 1 || l.Line > strings.Count(string(body), "\n")+1 || l.Message == "" {
				t.Fatalf("%+v", l)
			}
		}
		v, err := content.Parse(body)
		switch {
		case len(found) > 0:
			return
		case err != nil:
			t.Fatalf("the report found nothing, and yet: %v", err)
		}
		once := formatted(t, v)
		again, err := content.Parse([]byte(once))
		if err != nil || formatted(t, again) != once {
			t.Fatalf("it changed on the way: %v", err)
		}
	})
}

func TestALargeFileOfNonsenseIsReportedSoon(t *testing.T) {
	fill := func(before, one, after string) string {
		return before + strings.Repeat(one+",", content.MaxFile/8/(len(one)+1)) + one + after
	}
	for name, body := range map[string]string{
		"questions":         fill(`{"questions": [`, `{"id": "a"}`, `]}`),
		"roles":             fill(`{"dimensions": [{}], "roles": [`, `{}`, `]}`),
		"options":           fill(`{"questions": [{"id": "a", "options": [`, `{}`, `]}]}`),
		"names":             fill(`{"questions": [{"id": "a", "options": [{"loadings": {`, `"a": 1`, `}}]}]}`),
		"unknown names":     fill(`{`, `"a": {}`, `}`),
		"lines in the text": fill(`{"title": "`, `\n`, `"}`),
		"lines of the file": `{"title": "` + strings.Repeat("\n", 1<<18) + `"}`,
		"letters":           `{"title": "` + strings.Repeat("a", 1<<18) + `"}`,
	} {
		if found := content.Report([]byte(body)); len(found) == 0 || len(found) > 101 {
			t.Errorf("%s: %d problems", name, len(found))
		}
	}
}
