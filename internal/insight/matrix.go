package insight

import "slices"

// Matrix counts the job people report against the role the quiz recommends,
// of those with a year or more in one of the roles.
type Matrix struct {
	Roles  []string  // role keys
	Counts [][]int64 // reported role × (recommended role…, then no role named)
	Other  int64     // people in other jobs: left out
	Short  int64     // under a year in one of the roles: left out
}

// Matrix reads it from the outcomes.
func (t *Tally) Matrix() Matrix {
	s := t.shape
	m := Matrix{}
	for _, r := range s.version.Roles {
		m.Roles = append(m.Roles, r.Key)
	}
	for job := range len(m.Roles) + 1 {
		row, short := make([]int64, len(m.Roles)+1), int64(0)
		experienced := t.of(Outcomes, s.reportedCell(job, true), s.cells)
		brief := t.of(Outcomes, s.reportedCell(job, false), s.cells)
		for cell, h := range s.headlines() {
			to := len(m.Roles)
			if h.Verdict.NamesRole() {
				to = h.Role
			}
			row[to] += experienced[cell]
			short += brief[cell]
		}
		if job == len(m.Roles) {
			m.Other = sum(row) + short
			break
		}
		m.Counts = append(m.Counts, row)
		m.Short += short
	}
	return m
}

// Told counts all who said something about their job.
func (m Matrix) Told() int64 {
	told := m.Other + m.Short
	for _, row := range m.Counts {
		told += sum(row)
	}
	return told
}

// Plus adds the counts of another version by role key. A role that only one
// of them has is kept.
func (m Matrix) Plus(o Matrix) Matrix {
	both := Matrix{Roles: slices.Clone(m.Roles), Other: m.Other + o.Other, Short: m.Short + o.Short}
	for _, key := range o.Roles {
		if !slices.Contains(both.Roles, key) {
			both.Roles = append(both.Roles, key)
		}
	}
	for range both.Roles {
		both.Counts = append(both.Counts, make([]int64, len(both.Roles)+1))
	}
	both.add(m)
	both.add(o)
	return both
}

func (m Matrix) add(o Matrix) {
	to := make([]int, len(o.Roles)+1) // the last stands for no role named
	for i, key := range o.Roles {
		to[i] = slices.Index(m.Roles, key)
	}
	to[len(o.Roles)] = len(m.Roles)
	for i, row := range o.Counts {
		for j, n := range row {
			m.Counts[to[i]][to[j]] += n
		}
	}
}

func sum(counts []int64) int64 {
	total := int64(0)
	for _, n := range counts {
		total += n
	}
	return total
}
