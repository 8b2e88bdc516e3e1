package insight_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// publish decides who is in open data, the same way each time.
func (c *sample) publish() []quiz.OpenRow {
	rng := rand.New(rand.NewPCG(1, 2))
	return insight.OpenGroups(slices.Clone(c.list), rng.Shuffle, rng.Int64)
}

// of are the rows with the people they are of, as far as these are there.
func (c *sample) of(rows []quiz.OpenRow) (published []quiz.OpenReport) {
	for _, row := range rows {
		for _, r := range c.list {
			if r.Result.ID == row.Result {
				published = append(published, quiz.OpenReport{OpenRow: row, Reported: r})
			}
		}
	}
	return published
}

func (c *sample) open() insight.Open { return insight.OpenRows(c.v, c.of(c.publish())) }

func TestOpenDataHasGroupsOfFiveAndNoSmallerOnes(t *testing.T) {
	c := sample{v: small()}
	c.many(5, "host", 3, 5)
	c.many(4, "smith", 1, 5)
	o := c.open()
	if len(o.Rows) != 5 {
		t.Errorf("%d rows are open", len(o.Rows))
	}
	for _, row := range o.Rows {
		if row[2] != "host" {
			t.Errorf("a small group is open: %v", row)
		}
	}
	c.many(1, "smith", quiz.NoAnswer, 5)
	if o = c.open(); len(o.Rows) != 10 {
		t.Errorf("with a fifth, %d rows are open", len(o.Rows))
	}
	if last := o.Rows[5]; !slices.Equal(last, []string{"2026-03", "7", "smith", "clear", "host", ""}) {
		t.Errorf("a row is %q", last)
	}
}

func TestOnlyWhoAllowedItIsInOpenData(t *testing.T) {
	c := sample{v: small()}
	c.many(5, "host", 3, 5)
	for range 20 {
		c.add("host", quiz.Answers{0}, 5).Outcome.Open = false
		c.add("host", quiz.Answers{0}, 5).Result.Hurried = true
		c.add("host", quiz.Answers{0}, 5).Result.Deleted = true
		c.add("host", quiz.Answers{0}, 5).Result.Version = 6
		c.add("host", quiz.Answers{0}, 5).Outcome.Years = 0
		c.add(quiz.OtherRole, quiz.Answers{0}, 5).Outcome.Years = 0
	}
	o := c.open()
	if len(o.Rows) != 5 {
		t.Errorf("open are %v", o.Rows)
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
	c := sample{v: v}
	c.drawn(30, v, 4)
	for i := range c.list {
		c.list[i].Outcome.Years, c.list[i].Outcome.Suits = 41, 1+i%5
		c.list[i].Result.Verdict = []quiz.Verdict{quiz.Clear, quiz.NotEnough}[i%2]
	}
	c.add(quiz.OtherRole, v.NoAnswers(), 3)
	o := c.open()
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
	again := c.open()
	if !slices.EqualFunc(o.Rows, again.Rows, slices.Equal) || !slices.IsSortedFunc(o.Rows, slices.Compare) {
		t.Error("the order of the rows tells the order of the people")
	}
}

func TestTheCodebookExplainsEveryCellOfTheOpenData(t *testing.T) {
	v := content.First()
	v.ID = 7
	c := sample{v: v}
	c.drawn(30, v, 4)
	o, book := c.open(), insight.Codebook(v)
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
	for _, want := range []string{q.Text, q.Said(0), "answer_" + q.Key + "\t\tSkipped or not asked", "role\tother\t", "month\tYYYY-MM\t"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the codebook does not say %q", want)
		}
	}
}

func TestWhoTakesBackWhatTheySaidTakesAWholeGroupAlong(t *testing.T) {
	c := sample{v: content.First()}
	c.drawn(43, c.v, 4)
	rows := c.publish()
	before := insight.OpenRows(c.v, c.of(rows)).Rows
	if len(before) != 86 {
		t.Fatalf("%d rows are open", len(before))
	}
	everybody := c.list
	for i := range everybody {
		c.list = slices.Delete(slices.Clone(everybody), i, i+1)
		after := insight.OpenRows(c.v, c.of(rows)).Rows
		gone := missing(before, after)
		if len(after)+len(gone) != len(before) || len(gone) < insight.MinOpen || len(gone) >= 2*insight.MinOpen {
			t.Fatalf("without person %d, %d rows are gone and %d left of %d", i, len(gone), len(after), len(before))
		}
		for _, other := range gone {
			if other[2] != everybody[i].Outcome.Role {
				t.Errorf("somebody of another job is gone: %v", other[:5])
			}
		}
	}
}

// missing are the rows of before that after has not, both sorted.
func missing(before, after [][]string) (gone [][]string) {
	for _, row := range before {
		if len(after) > 0 && slices.Equal(row, after[0]) {
			after = after[1:]
			continue
		}
		gone = append(gone, row)
	}
	return gone
}

func TestWhatIsSaidAnewLaterDoesNotComeBack(t *testing.T) {
	c := sample{v: small()}
	c.many(5, "host", 3, 5)
	rows := c.publish()
	c.list[2].Outcome.SaidAt = c.list[2].Outcome.SaidAt.AddDate(0, 1, 0)
	if o := insight.OpenRows(c.v, c.of(rows)); len(o.Rows) > 0 {
		t.Errorf("open are %v", o.Rows)
	}
}

func TestOnePersonWithFourMadeUpResultsUncoversNobody(t *testing.T) {
	for name, same := range map[string]func(nth int, o *quiz.Outcome){
		"one hour":    func(_ int, o *quiz.Outcome) { o.SaidAt = o.SaidAt.Truncate(24 * time.Hour) },
		"one address": func(nth int, o *quiz.Outcome) { o.Repeat = nth > 0 },
	} {
		c := sample{v: small()}
		c.many(5, "host", 3, 5)
		if o := c.open(); len(o.Rows) != 5 {
			t.Fatalf("five people have %d rows", len(o.Rows))
		}
		for nth := range 4 {
			same(nth, &c.list[nth].Outcome)
		}
		if o := c.open(); len(o.Rows) > 0 {
			t.Errorf("from %s: %v", name, o.Rows)
		}
		c.many(3, "host", 2, 5)
		if o := c.open(); len(o.Rows) != 8 {
			t.Errorf("from %s, with four others %d rows are open", name, len(o.Rows))
		}
	}
}

func TestManyRepeatsAreGroupedQuickly(t *testing.T) {
	c := sample{v: small()}
	c.many(20_000, "host", 3, 5)
	for i := range c.list {
		c.list[i].Outcome.Repeat = i%1000 > 0
	}
	if got := len(c.publish()); got != 20_000 {
		t.Errorf("%d of them are in a group", got)
	}
}
