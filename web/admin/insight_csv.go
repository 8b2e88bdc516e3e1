package admin

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// downloadDays gives the verdicts of each day.
func (a *Admin) downloadDays(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r)
	if err != nil {
		return err
	}
	days, err := insight.Series(s.shape, s.rows)
	if err != nil {
		return fmt.Errorf("add up days: %w", err)
	}
	rows := [][]string{{"day", "version", "results", "hurried", "not_enough"}}
	keys := []insight.Headline{{Verdict: quiz.NotEnough, Role: -1}}
	for _, verdict := range quiz.VerdictsFor(len(s.version.Roles))[1:] {
		for i, role := range s.version.Roles {
			rows[0] = append(rows[0], string(verdict)+"_"+role.Key)
			keys = append(keys, insight.Headline{Verdict: verdict, Role: i})
		}
	}
	for _, d := range days {
		row := []string{d.Day.Start().Format(time.DateOnly), s.name(), whole(d.N), whole(d.Hurried)}
		for _, key := range keys {
			row = append(row, whole(d.Headlines[key]))
		}
		rows = append(rows, row)
	}
	return s.sendTable(w, r, "days", rows)
}

// byLot says in a file about whom a row is: people asked everything by lot.
const byLot = string(quiz.FullByLot)

// downloadItems gives every number about every question. Under insight.MinLot
// results there are only counts.
func (a *Admin) downloadItems(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items, insight.Pairs, insight.Outcomes)
	if err != nil {
		return err
	}
	rows := [][]string{{
		"version", "form", "place", "key", "text", "first_side", "second_side", "dimension", "asked", "answered", "skipped", "mean", "sd",
		"item_rest", "item_rest_n", "d_prime", "d_prime_n_first", "d_prime_n_second", "d_prime_internal", "flags",
	}}
	known := s.byLot.N() >= insight.MinLot
	for _, i := range s.byLot.Items() {
		q, dimension := s.version.Questions[i.Question], ""
		if i.Dimension >= 0 {
			dimension = s.version.Dimensions[i.Dimension].Key
		}
		row := []string{
			s.name(), byLot, strconv.Itoa(i.Question + 1), content.Cell(q.Key), content.Cell(q.Text), content.Cell(q.Left), content.Cell(q.Right), content.Cell(dimension),
			whole(i.Asked), whole(i.Answered), whole(i.Skipped()), exact(r, known && i.Answered > 0, i.Mean), exact(r, known && i.Answered > 1, i.SD),
			exact(r, known && i.RestN > 0, i.ItemRest), whole(i.RestN), exact(r, known && i.DPrime.Known, i.DPrime.Value), whole(i.DPrime.A), whole(i.DPrime.B),
			"", "",
		}
		if known {
			row[len(row)-1] = flags(i)
		}
		if known && i.DPrime.Known {
			row[len(row)-2] = strconv.FormatBool(i.DPrime.Internal)
		}
		rows = append(rows, row)
	}
	return s.sendTable(w, r, "questions", rows)
}

func flags(i insight.ItemStats) string {
	var names []string
	for _, f := range i.Flags {
		names = append(names, string(f.Kind))
	}
	return strings.Join(names, " ")
}

// downloadOptions gives how often each option was chosen, in all and by the
// role the verdict names.
func (a *Admin) downloadOptions(w http.ResponseWriter, r *http.Request) error {
	s, err := a.sample(r, insight.Items)
	if err != nil {
		return err
	}
	rows := [][]string{{"version", "form", "place", "key", "option", "label", "n"}}
	for _, role := range s.version.Roles {
		rows[0] = append(rows[0], "n_"+role.Key)
	}
	for _, i := range s.byLot.Items() {
		q := s.version.Questions[i.Question]
		for o, n := range i.Options {
			row := []string{
				s.name(), byLot, strconv.Itoa(i.Question + 1), content.Cell(q.Key), strconv.Itoa(o + 1),
				content.Cell(q.Said(o)), whole(n),
			}
			for role := range s.version.Roles {
				row = append(row, whole(i.ByRole[role][o]))
			}
			rows = append(rows, row)
		}
	}
	return s.sendTable(w, r, "options", rows)
}

// downloadSteps gives how often each step of the way through the quiz was
// taken.
func (a *Admin) downloadSteps(w http.ResponseWriter, r *http.Request) error {
	s, err := a.chosen(r)
	if err != nil {
		return err
	}
	steps, err := a.store.StepTotals(r.Context(), s.version.ID, s.from, s.to)
	if err != nil {
		return fmt.Errorf("load steps of version %d: %w", s.version.ID, err)
	}
	rows := [][]string{{"version", "event", "number_in_quiz", "place", "key", "n"}}
	for _, c := range steps {
		row := []string{s.name(), string(c.Event), "", "", "", whole(c.N)}
		switch c.Event {
		case quiz.EventReached:
			row[2] = strconv.Itoa(c.Place)
		case quiz.EventAsked, quiz.EventAnswered, quiz.EventSkipped:
			row[3] = strconv.Itoa(c.Place + 1)
			if c.Place >= 0 && c.Place < len(s.version.Questions) {
				row[4] = content.Cell(s.version.Questions[c.Place].Key)
			}
		}
		rows = append(rows, row)
	}
	return s.sendTable(w, r, "steps", rows)
}

func (s sample) name() string { return strconv.FormatInt(s.version.ID, 10) }

// sendTable sends rows as a file to keep.
func (s sample) sendTable(w http.ResponseWriter, r *http.Request, name string, rows [][]string) error {
	return sendTable(w, name+"-version-"+s.name()+".csv", sheet(r).Write(rows))
}

// sendTable sends a table as a file to keep.
func sendTable(w http.ResponseWriter, name string, table []byte) error {
	attach(w, "text/csv; charset=utf-8", name)
	_, _ = w.Write(table) // the visitor may have gone; nobody is left to tell
	return nil
}

// sheet is how spreadsheet programs read tables where the language of the page is
// spoken.
func sheet(r *http.Request) content.Sheet {
	return content.Sheet{Marked: true, DecimalComma: language(r).DecimalComma()}
}

func whole(n int64) string { return strconv.FormatInt(n, 10) }

// exact is a number with eight digits, nothing where it is not known.
func exact(r *http.Request, known bool, x float64) string {
	if !known || math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return sheet(r).Number(x, 8)
}
