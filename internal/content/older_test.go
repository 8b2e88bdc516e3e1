package content_test

import (
	_ "embed"
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/test/former"
)

// older is the former content under the names that content files had before.
//
//go:embed testdata/older.json
var older string

func TestAContentFileWithTheNamesOfBeforeStillLoads(t *testing.T) {
	v, err := content.Parse([]byte(older))
	want := former.First(t)
	want.Settings.FullByLot = 0 // such files ask nobody everything by lot
	if err != nil || !reflect.DeepEqual(v, want) || v.Hash() != want.Hash() {
		t.Errorf("it is another version: %v", err)
	}
	retired, err := content.Parse([]byte(strings.Replace(older, `"active": true`, `"active": false`, 1)))
	if err != nil || !retired.Questions[0].Retired {
		t.Errorf("a question that is not active is asked: %v", err)
	}
}

func TestAReportOnAFileWithTheNamesOfBeforeKeepsToThem(t *testing.T) {
	reports(t, older, map[string]change{
		"nothing wrong":     {},
		"a text":            {`"noise_tau0": 0.45`, `"noise_tau0": "much"`, `"noise_tau0"`, "settings.noise_tau0", "a number"},
		"a fraction":        {`"min_answers_for_verdict": 8`, `"min_answers_for_verdict": 8.5`, "8.5", "settings.min_answers_for_verdict", "a whole number"},
		"a number":          {`"noise_tau0": 0.45`, `"noise_tau0": 45`, `"noise_tau0"`, "settings.noise_tau0", "from 0.01 to 10"},
		"a band":            {`"clear_from": 0.75`, `"clear_from": 7`, `"clear_from"`, "settings.bands.clear_from", "from 0.6 to 1"},
		"the short form":    {`"min_questions": 10`, `"min_questions": 0`, `"min_questions"`, "settings.adaptive.min_questions", "from 1"},
		"a prior":           {`"product_manager": 0.5`, `"product_manager": 0.7`, `"prior"`, "settings.prior", "add up to 1"},
		"a prior of nobody": {`"product_manager": 0.5,`, `"product_manager": 0.5, "nobody": 0,`, `"nobody"`, "settings.prior.nobody", "Name a role"},
		"a company's side":  {`"pole": "setting+"`, `"pole": "up"`, `"pole": "up"`, "shared_content.set_ups.product_oriented.pole", "setting+"},
		"two guides":        {`"shared_content": {`, `"guide": {}, "shared_content": {`, `"shared_content"`, "shared_content", "Take out"},
		"asked or retired":  {`"active": true`, `"active": true, "retired": true`, `"active"`, "questions.0.active", "Take out"},
	})
}

// What is called as something was called before is no name of before.
func TestAKeyMayBeAWordThatFilesHadForSomethingElse(t *testing.T) {
	keyed := strings.NewReplacer("product_manager", "prior", `"horizon"`, `"active"`, `"lens"`, `"retired"`, ".horizon.", ".active.", ".lens.", ".retired.").Replace(older)
	if problems := content.Report([]byte(keyed)); len(problems) > 0 {
		t.Error(problems)
	}
}
