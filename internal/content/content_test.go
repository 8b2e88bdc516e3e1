package content_test

import (
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestTheFirstVersionIsComplete(t *testing.T) {
	v := content.First()
	if len(v.Dimensions) != 8 || len(v.Roles) != 2 {
		t.Errorf("%d dimensions, %d roles", len(v.Dimensions), len(v.Roles))
	}
	for _, q := range v.Questions {
		if q.Source == "" {
			t.Errorf("%s names no source", q.Key)
		}
	}
	for _, r := range v.Roles {
		c := r.Content
		if c.Salary.Year == 0 || c.Salary.Source == "" || len(c.Day) == 0 || len(c.Skills) == 0 || len(c.NextSteps) == 0 {
			t.Errorf("%s lacks content", r.Key)
		}
	}
	if !strings.Contains(v.Guide.Credit, "O*NET") || len(v.Guide.FAQ) == 0 || len(v.Guide.Companies) != 2 {
		t.Error("the guide lacks content")
	}
}

func TestAContentFileComesBackAsTheSameVersion(t *testing.T) {
	v := content.First()
	file, err := content.Format(v)
	if err != nil {
		t.Fatal(err)
	}
	again, err := content.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(v, again) || v.Hash() != again.Hash() {
		t.Error("the version changed on the way")
	}
}

func TestAContentFileThatCannotBeAskedSaysWhere(t *testing.T) {
	file, err := content.Format(content.First())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, old, new, want string }{
		{"an unknown key", `"discrimination"`, `"discriminaton"`, "discriminaton"},
		{"text after the end", "", "", "after the end"},
		{"a key used twice", `"id": "h1"`, `"id": "u2"`, "questions.u2"},
		{"an unknown kind", `"kind": "agree5"`, `"kind": "agree9"`, "kind"},
		{"an unknown dimension", `"horizon": -1`, `"horizont": -1`, "horizont"},
		{"a loading over one", `"horizon": -1`, `"horizon": -7`, "loadings.horizon"},
		{"no spread", `"spread": 1`, `"spread": 0`, "spread"},
		{"priors that do not add up", `"prior": 0.5`, `"prior": 0.7`, "roles.prior"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := strings.Replace(string(file), tt.old, tt.new, 1)
			if tt.old == "" {
				changed = string(file) + "{}"
			}
			if _, err := content.Parse([]byte(changed)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want it to name %q", err, tt.want)
			}
		})
	}
}

func FuzzContentFile(f *testing.F) {
	file, err := content.Format(content.First())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte(`{"questions":[{}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		v, err := content.Parse(body)
		if err != nil {
			return
		}
		if problems := v.Validate(); len(problems) > 0 {
			t.Fatal(problems)
		}
		if _, err := content.Format(v); err != nil {
			t.Fatal(err)
		}
		_ = quiz.Journey{}.Unasked(v)
	})
}
