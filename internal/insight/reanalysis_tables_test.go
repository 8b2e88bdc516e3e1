package insight_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestTheCodebookExplainsEveryColumnOfEveryTable(t *testing.T) {
	v := content.First()
	v.ID = 1
	columns, codes := map[string]bool{}, map[string]bool{}
	for _, row := range insight.ReanalysisCodebook(v)[1:] {
		if len(row) != 6 || row[3] == "" {
			t.Errorf("a row is %v", row)
		}
		columns[row[0]+" "+row[1]] = true
		codes[row[1]+"="+row[2]] = true
	}
	headings := 0
	for file, heading := range map[string][]string{
		"results.csv": insight.NewReanalysis(v).Heading(), "items.csv": insight.ItemTable(v)[0], "roles.csv": insight.RoleTable(v)[0],
	} {
		for _, column := range heading {
			if headings++; !columns[file+" "+column] {
				t.Errorf("the codebook does not say what %s of %s is", column, file)
			}
		}
	}
	for _, row := range insight.SettingTable(v, 3)[1:] {
		if headings++; !columns["settings.csv "+row[0]] {
			t.Errorf("the codebook does not say what %s is", row[0])
		}
	}
	if headings != len(columns) {
		t.Errorf("it explains %d columns of %d", len(columns), headings)
	}
	free := []string{"month", "order"}
	got := cells(t, v, answered(v, 1, quiz.NoAnswer, 1), &quiz.Outcome{Role: quiz.OtherRole, Open: true})
	for column, cell := range got {
		if !slices.Contains(free, column) && !strings.HasPrefix(column, "p_") && !strings.HasPrefix(column, "shown_") && !codes[column+"="+cell] {
			t.Errorf("the codebook does not say what %s = %q means", column, cell)
		}
	}
}

func TestTheItemTableSaysWhatEveryOptionSpeaksFor(t *testing.T) {
	v := content.First()
	v.Questions[0].Retired = true
	lens := v.Roles[0].Profile["lens"]
	lens.Mean *= -2 // now the second role stands above the first
	v.Roles[0].Profile["lens"] = lens
	table := insight.ItemTable(v)
	at := 1
	for i, q := range v.Questions {
		for n, o := range q.Options {
			row := table[at]
			at++
			if row[0] != q.Key || row[1] != string(q.Kind) || row[7] != strconv.Itoa(n) || (row[3] == "TRUE") != (i == 0) || (row[5] == "") != (i == 0) {
				t.Errorf("option %d of %s has %v", n, q.Key, row)
			}
			for d, dimension := range v.Dimensions {
				if number(t, row[8+d]) != o.Loadings[dimension.Key] {
					t.Errorf("option %d of %s has %v", n, q.Key, row)
				}
			}
		}
	}
	ways := map[string]bool{}
	for _, row := range table[1:] {
		ways[row[6]] = true
		d := row[5]
		if d == "" {
			continue
		}
		between, want := v.Roles[0].Profile[d].Mean-v.Roles[1].Profile[d].Mean, "0"
		switch {
		case !v.Scored(d) || between == 0:
		case between > 0:
			want = "1"
		default:
			want = "-1"
		}
		if row[6] != want {
			t.Errorf("%s is turned %s, want %s", row[0], row[6], want)
		}
	}
	if at != len(table) || len(ways) != 3 {
		t.Errorf("%d rows of %d are those of an option; questions are turned %v", at, len(table), ways)
	}
}
