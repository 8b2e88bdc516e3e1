package insight_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestOpenDataHasGroupsOfFiveAndNoSmallerOnes(t *testing.T) {
	c := crowd{v: small()}
	c.many(5, "host", 3, 5)
	c.many(4, "smith", 1, 5)
	for range 4 { // with the smiths of March they would be eight
		c.add("smith", quiz.Answers{1}, 5).Result.FinishedAt = time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC)
	}
	o := insight.OpenRows(c.v, c.list)
	if len(o.Rows) != 5 || o.Few != 8 {
		t.Errorf("%d rows are open and %d people left out", len(o.Rows), o.Few)
	}
	for _, row := range o.Rows {
		if row[2] != "host" {
			t.Errorf("a small group is open: %v", row)
		}
	}
	c.many(1, "smith", quiz.NoAnswer, 5)
	if o = insight.OpenRows(c.v, c.list); len(o.Rows) != 10 || o.Few != 4 {
		t.Errorf("with a fifth, %d rows are open and %d people left out", len(o.Rows), o.Few)
	}
	if last := o.Rows[5]; !slices.Equal(last, []string{"2026-03", "7", "smith", "clear", "host", ""}) {
		t.Errorf("a row is %q", last)
	}
}

func TestOnlyWhoAllowedItIsInOpenData(t *testing.T) {
	c := crowd{v: small()}
	c.many(5, "host", 3, 5)
	for range 20 {
		c.add("host", quiz.Answers{0}, 5).Outcome.Open = false
		c.add("host", quiz.Answers{0}, 5).Result.Hurried = true
		c.add("host", quiz.Answers{0}, 5).Result.Deleted = true
		c.add("host", quiz.Answers{0}, 5).Result.Version = 6
		c.add("nobody", quiz.Answers{0}, 5)
		c.add("host", quiz.Answers{0}, 5).Outcome.Years = 0
		c.add(quiz.OtherRole, quiz.Answers{0}, 5).Outcome.Years = 0
	}
	o := insight.OpenRows(c.v, c.list)
	if len(o.Rows) != 5 || o.Few != 0 || o.Short != 40 {
		t.Errorf("open are %v, left out %d and %d", o.Rows, o.Few, o.Short)
	}
	for _, row := range o.Rows {
		if row[len(row)-1] != "3" {
			t.Errorf("somebody else is in: %v", row)
		}
	}
}

func TestOpenDataTellsNoIdNoDayAndNoOrder(t *testing.T) {
	v := content.First()
	v.ID = 7
	c := crowd{v: v}
	c.drawn(30, v, 4)
	for i := range c.list {
		c.list[i].Outcome.Years, c.list[i].Outcome.Suits = 41, 1+i%5
		c.list[i].Result.Verdict = []quiz.Verdict{quiz.Clear, quiz.NotEnough}[i%2]
	}
	c.add(quiz.OtherRole, v.NoAnswers(), 3)
	o := insight.OpenRows(v, c.list)
	if len(o.Rows) != 60 || len(o.Heading) != 5+len(v.Questions) {
		t.Fatalf("%d rows under %d headings", len(o.Rows), len(o.Heading))
	}
	may := []*regexp.Regexp{
		regexp.MustCompile(`^2026-03$`), regexp.MustCompile(`^7$`), regexp.MustCompile(`^(product|project)`),
		regexp.MustCompile(`^(clear|not_enough)$`), regexp.MustCompile(`^(product\w*|project\w*|)$`), regexp.MustCompile(`^[0-5]?$`),
	}
	for _, row := range o.Rows {
		for i, cell := range row {
			if !may[min(i, len(may)-1)].MatchString(cell) {
				t.Errorf("%s holds %q", o.Heading[i], cell)
			}
		}
		if (row[3] == "not_enough") != (row[4] == "") {
			t.Errorf("a verdict has the top role %v", row[3:5])
		}
	}
	slices.Reverse(c.list)
	again := insight.OpenRows(v, c.list)
	if !slices.EqualFunc(o.Rows, again.Rows, slices.Equal) || !slices.IsSortedFunc(o.Rows, slices.Compare) {
		t.Error("the order of the rows tells the order of the people")
	}
}

func TestTheCodebookExplainsEveryCellOfTheOpenData(t *testing.T) {
	v := content.First()
	v.ID = 7
	c := crowd{v: v}
	c.drawn(30, v, 4)
	o, book := insight.OpenRows(v, c.list), insight.Codebook(v)
	known := map[string]bool{}
	for _, row := range book[1:] {
		if len(row) != len(book[0]) {
			t.Fatalf("a row has %d cells: %v", len(row), row)
		}
		known[row[0]+"="+row[1]] = true
	}
	for _, row := range o.Rows {
		for i, cell := range row {
			if i > 0 && !known[o.Heading[i]+"="+cell] {
				t.Errorf("the codebook does not say what %s = %q means", o.Heading[i], cell)
			}
		}
	}
	var text strings.Builder
	for _, row := range book {
		text.WriteString(strings.Join(row, "\t") + "\n")
	}
	q := v.Questions[0]
	for _, want := range []string{q.Prompt, q.Said(0), "answer_" + q.Key + "\t\tSkipped or not asked", "role\tother\t", "month\tYYYY-MM\t"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the codebook does not say %q", want)
		}
	}
}
