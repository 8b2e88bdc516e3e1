package insight

import (
	"maps"
	"slices"
	"strconv"

	"whichpm/internal/quiz"
)

// OpenGroups puts those who said their job in a month, and let it be published,
// into groups that are published together and removed together: of one version
// and job, drawn at random, each as small as it may be, so that one who takes
// back what they said takes few others along. Who is left over joins the last
// group of their job, or is left out where there is none.
func OpenGroups(said []quiz.Reported, shuffle func(n int, swap func(i, j int)), id func() int64) []quiz.OpenRow {
	alike := map[string][]quiz.Reported{}
	for _, r := range said {
		if r.Outcome.Open && r.Outcome.Experienced() && !r.Result.Hurried && !r.Result.Deleted {
			key := strconv.FormatInt(r.Result.Version, 10) + " " + r.Outcome.Role
			alike[key] = append(alike[key], r)
		}
	}
	var rows []quiz.OpenRow
	for _, key := range slices.Sorted(maps.Keys(alike)) {
		people := alike[key]
		shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		for _, group := range cutIntoGroups(people) {
			rows = append(rows, rowsOf(group, id())...)
		}
	}
	return rows
}

// cutIntoGroups cuts a list into groups in which at least MinOpen count. Nobody is known
// to be several people: those of one hour count as one, and a repeat from the
// same address as none.
func cutIntoGroups(people []quiz.Reported) (groups [][]quiz.Reported) {
	begin, hours := 0, map[int64]bool{}
	for i, r := range people {
		if !r.Outcome.Repeat {
			hours[r.Outcome.SaidAt.Unix()/secondsPerHour] = true
		}
		if len(hours) == MinOpen {
			groups, begin = append(groups, people[begin:i+1]), i+1
			clear(hours)
		}
	}
	if len(groups) > 0 { // who is left over joins the last one
		last := &groups[len(groups)-1]
		*last = people[begin-len(*last):]
	}
	return groups
}

const secondsPerHour = 3600

func rowsOf(group []quiz.Reported, id int64) []quiz.OpenRow {
	rows := make([]quiz.OpenRow, 0, len(group))
	for _, r := range group {
		rows = append(rows, quiz.OpenRow{
			Result: r.Result.ID, Version: r.Result.Version, Month: quiz.MonthOf(r.Outcome.SaidAt), Group: id, People: len(group),
		})
	}
	return rows
}
