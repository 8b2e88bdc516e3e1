package insight

import (
	"fmt"
	"maps"
	"slices"

	"whichpm/internal/quiz"
)

// Sum adds the rows that keep chooses, all of them if it is nil. Rows of other
// versions are left out. It returns ErrSums for damaged sums.
func Sum(s *Shape, rows []quiz.DayPart, keep func(quiz.DayPart) bool) (*Tally, error) {
	t := s.New()
	for _, row := range rows {
		if row.Version != s.version.ID || keep != nil && !keep(row) {
			continue
		}
		if err := t.AddSums(Part(row.Part), row.Sums); err != nil {
			return nil, fmt.Errorf("add up day %d of version %d: %w", row.Day, row.Version, err)
		}
	}
	return t, nil
}

// Unhurried keeps what statistics are about.
func Unhurried(p quiz.DayPart) bool { return !p.Hurried }

// ByLot keeps, of those, the results of people the lot fell on to be asked
// everything. Only they say how well a question works: of all others, earlier
// answers or the people themselves chose what was asked.
func ByLot(p quiz.DayPart) bool { return Unhurried(p) && p.Form == quiz.FullByLot }

// Hurried keeps what is left out.
func Hurried(p quiz.DayPart) bool { return p.Hurried }

// Series adds up the Totals of each day, ascending. Other parts, other
// versions and days without results are left out.
func Series(s *Shape, rows []quiz.DayPart) ([]DayTotals, error) {
	all, unhurried := map[quiz.Day]*Tally{}, map[quiz.Day]*Tally{}
	for _, row := range rows {
		if row.Version != s.version.ID || Part(row.Part) != Totals {
			continue
		}
		if all[row.Day] == nil {
			all[row.Day], unhurried[row.Day] = s.New(), s.New()
		}
		err := all[row.Day].AddSums(Totals, row.Sums)
		if err == nil && !row.Hurried {
			err = unhurried[row.Day].AddSums(Totals, row.Sums)
		}
		if err != nil {
			return nil, fmt.Errorf("add up day %d of version %d: %w", row.Day, row.Version, err)
		}
	}
	var days []DayTotals
	for _, day := range slices.Sorted(maps.Keys(all)) {
		if n := all[day].N(); n > 0 {
			days = append(days, DayTotals{day, n, n - unhurried[day].N(), unhurried[day].Headlines()})
		}
	}
	return days, nil
}
