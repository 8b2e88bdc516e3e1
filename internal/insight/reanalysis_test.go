package insight_test

import (
	"encoding/hex"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// answered is a result of the first version in which the first three questions
// were asked, the second one skipped, at a moment nobody may learn of.
func answered(v *quiz.Version, options ...int) quiz.Result {
	answers := v.NoAnswers()
	copy(answers, options)
	frozen := score.New(v).Freeze(v, answers)
	return quiz.Result{
		ID: quiz.ResultID{9, 9, 9, 9}, Version: v.ID, Answers: answers.Text(), Asked: "020001", Shuffle: 0x5eed, Form: quiz.Short,
		FinishedAt: time.Date(2026, time.March, 31, 23, 59, 17, 0, time.UTC), Duration: 187_654 * time.Millisecond,
		Verdict: frozen.Verdict, Top: frozen.Top, Probability: frozen.Probability,
	}
}

// cells are a row by column.
func cells(t *testing.T, v *quiz.Version, r quiz.Result, o *quiz.Outcome) map[string]string {
	t.Helper()
	x := insight.NewReanalysis(v)
	row, err := x.Row(r, o)
	if err != nil || len(row) != len(x.Heading()) {
		t.Fatalf("%d cells below %d headings: %v", len(row), len(x.Heading()), err)
	}
	named := map[string]string{}
	for i, name := range x.Heading() {
		named[name] = row[i]
	}
	return named
}

func TestARowTellsSkippedFromNotAskedAndTheOrder(t *testing.T) {
	v := firstVersion()
	first, second, third, fourth := v.Questions[0], v.Questions[1], v.Questions[2], v.Questions[3]
	r := answered(v, 2, quiz.NoAnswer, 4)
	got := cells(t, v, r, nil)
	for column, want := range map[string]string{
		"version": "1", "month": "2026-03", "form": "short", "hurried": "FALSE", "verdict": "not_enough", "top_role": "",
		"job": "", "job_time": "", "job_agreed": "",
		"order":                strings.Join([]string{third.Key, first.Key, second.Key}, " "),
		"answer_" + first.Key:  "2",
		"answer_" + second.Key: "skipped",
		"answer_" + third.Key:  "4",
		"answer_" + fourth.Key: "",
		"shown_" + first.Key:   strconv.Itoa(slices.Index(r.Shuffle.Order(first), 2) + 1),
		"shown_" + fourth.Key:  "",
	} {
		if text, there := got[column]; !there || text != want {
			t.Errorf("%s is %q, want %q", column, text, want)
		}
	}
	r.Form, r.Hurried = quiz.FullByLot, true
	if got = cells(t, v, r, nil); got["form"] != "lot" || got["hurried"] != "TRUE" {
		t.Errorf("a hurried one that was asked everything by lot is %v", got)
	}
}

func TestARowSaysWhichSideOfAPairWasShownFirst(t *testing.T) {
	v := firstVersion()
	pair := v.QuestionIndex("sp")
	turned := map[string]int{}
	for shuffle := range quiz.Shuffle(20) {
		r := answered(v)
		answers := v.NoAnswers()
		answers[pair] = 2
		r.Answers, r.Asked, r.Shuffle = answers.Text(), hexDigits(pair), shuffle
		got := cells(t, v, r, nil)["shown_sp"]
		want := "FALSE"
		if shuffle.Order(v.Questions[pair])[0] != 0 {
			want = "TRUE"
		}
		if turned[got]++; got != want {
			t.Errorf("it is %q, want %q", got, want)
		}
	}
	if len(turned) != 2 {
		t.Errorf("of 20 it is %v", turned)
	}
}

func hexDigits(q int) string { return hex.EncodeToString([]byte{byte(q)}) }

func TestARowHasOfAJobWhatWasAgreedToAndNoMore(t *testing.T) {
	v := firstVersion()
	role := v.Roles[1].Key
	for _, c := range []struct {
		said quiz.Outcome
		want []string
	}{
		{quiz.Outcome{Role: role, Years: 0, Suits: 3}, []string{role, "under_a_year", "measuring"}},
		{quiz.Outcome{Role: role, Years: 37, Suits: 3}, []string{role, "a_year_or_more", "measuring"}},
		{quiz.Outcome{Role: quiz.OtherRole, Years: 1, Suits: 3, Open: true}, []string{"other", "a_year_or_more", "publishing"}},
	} {
		c.said.SaidAt = time.Date(2026, time.April, 1, 0, 1, 0, 0, time.UTC)
		got := cells(t, v, answered(v, 1, 1, 1), &c.said)
		if job := []string{got["job"], got["job_time"], got["job_agreed"]}; !slices.Equal(job, c.want) {
			t.Errorf("%+v is %v, want %v", c.said, job, c.want)
		}
		for column, cell := range got {
			if strings.Contains(cell, "37") && !strings.HasPrefix(column, "p_") {
				t.Errorf("%s tells the years: %q", column, cell)
			}
		}
	}
}

func TestTheChancesOfARowAreThoseTheResultKeeps(t *testing.T) {
	v := firstVersion()
	third := v.Roles[0]
	third.Key = "product_operations"
	v.Roles = append(v.Roles, third)
	r := answered(v, 0, 0, 4)
	p := score.New(v).Score(mustRead(t, v, r.Answers)).Posterior
	sum, got := 0.0, cells(t, v, r, nil)
	for i, role := range v.Roles {
		chance := number(t, got["p_"+role.Key])
		closeTo(t, "P of "+role.Key, chance, p[i], 1e-15)
		sum += chance
	}
	closeTo(t, "their sum", sum, 1, 1e-12)

	r.Probability = 0.9375 // as an earlier program scored it
	sum, got = 0, cells(t, v, r, nil)
	for _, role := range v.Roles {
		sum += number(t, got["p_"+role.Key])
	}
	if closeTo(t, "their sum", sum, 1, 1e-12); number(t, got["p_"+r.Top]) != 0.9375 {
		t.Errorf("P of the top role is %s", got["p_"+r.Top])
	}
}

func mustRead(t *testing.T, v *quiz.Version, text string) quiz.Answers {
	t.Helper()
	answers, err := v.AnswersFromText(text)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) {
		t.Fatalf("%q is no number", text)
	}
	return x
}

func TestWhatStatisticsLeaveOutHasNoRow(t *testing.T) {
	v := firstVersion()
	for name, spoil := range map[string]func(*quiz.Result, *quiz.Outcome){
		"a deleted result":       func(r *quiz.Result, _ *quiz.Outcome) { r.Deleted = true },
		"one of another version": func(r *quiz.Result, _ *quiz.Outcome) { r.Version = 2 },
		"answers too few":        func(r *quiz.Result, _ *quiz.Outcome) { r.Answers = "0" },
		"an answer not asked":    func(r *quiz.Result, _ *quiz.Outcome) { r.Asked = "02" },
		"a role there is not": func(r *quiz.Result, _ *quiz.Outcome) {
			r.Verdict, r.Top = quiz.Clear, "smith"
		},
		"a job there is not": func(_ *quiz.Result, o *quiz.Outcome) { o.Role = "smith" },
	} {
		r, o := answered(v, 1, 1, 1), quiz.Outcome{Role: quiz.OtherRole}
		spoil(&r, &o)
		if row, err := insight.NewReanalysis(v).Row(r, &o); !errors.Is(err, insight.ErrResult) {
			t.Errorf("%s has the row %v, %v", name, row, err)
		}
	}
}
