package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"math"
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// sums are the rows of a table with a checksum for each group. A group is a
// day for results, and the whole table for every other.
type sums map[quiz.Day]*sum

type sum struct {
	rows int64
	hash hash.Hash // of the rows in the order of their key
}

// noDay is the group of deleted results.
const noDay = quiz.Day(math.MinInt32)

// sumOf reads a whole table. It calls seen with the rows of each batch.
func (e end) sumOf(ctx context.Context, t table, seen func(rows int)) (sums, error) {
	all := sums{}
	column := -1
	if t.name == days {
		names, _ := t.columns()
		column = slices.Index(names, dayColumn)
	}
	var key []any
	var spelled []byte
	for {
		rows, err := e.after(ctx, t, key)
		if err != nil || len(rows) == 0 {
			return all, err
		}
		for _, row := range rows {
			group := noDay
			if column >= 0 && row[column] != nil {
				group = quiz.DayOf(time.UnixMilli(row[column].(int64)))
			}
			s := all[group]
			if s == nil {
				s = &sum{hash: sha256.New()}
				all[group] = s
			}
			s.rows++
			spelled = encodeRow(spelled[:0], row)
			s.hash.Write(spelled)
		}
		key = t.keyOf(rows[len(rows)-1])
		seen(len(rows))
	}
}

// encodeRow writes a row in such a way that only equal rows have the same
// bytes.
func encodeRow(to []byte, row []any) []byte {
	for _, field := range row {
		switch v := field.(type) {
		case nil:
			to = append(to, 'n')
		case int64:
			to = binary.BigEndian.AppendUint64(append(to, 'i'), uint64(v)) //nolint:gosec // all 64 bits
		case bool:
			to = append(to, 'f')
			if v {
				to[len(to)-1] = 't'
			}
		case float64:
			if v == 0 {
				v = 0 // SQLite keeps no -0
			}
			to = binary.BigEndian.AppendUint64(append(to, 'r'), math.Float64bits(v))
		case string:
			to = append(binary.BigEndian.AppendUint64(append(to, 's'), uint64(len(v))), v...)
		case []byte:
			to = append(binary.BigEndian.AppendUint64(append(to, 'b'), uint64(len(v))), v...)
		default:
			panic(fmt.Sprintf("store: a value of type %T", field))
		}
	}
	return to
}

// rows is how many there are in all groups.
func (all sums) rows() (n int64) {
	for _, s := range all {
		n += s.rows
	}
	return n
}

// whole is one checksum for all groups.
func (all sums) whole() string {
	h := sha256.New()
	for _, group := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(h, "%d %d %x\n", group, all[group].rows, all[group].hash.Sum(nil))
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// firstDifferentGroup names the first group that differs between the two
// databases, "" if none does.
func firstDifferentGroup(t table, source, target sums) string {
	groups := maps.Clone(source)
	maps.Copy(groups, target)
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		s, c := source[group].orEmpty(), target[group].orEmpty()
		if s.rows == c.rows && slices.Equal(s.hash.Sum(nil), c.hash.Sum(nil)) {
			continue
		}
		what := t.name
		switch {
		case t.name == days && group == noDay:
			what = "deleted results"
		case t.name == days:
			what = "results finished on " + group.Start().Format("2 January 2006")
		}
		return fmt.Sprintf("%s differ, %d rows in the source and %d in the copy", what, s.rows, c.rows)
	}
	return ""
}

func (s *sum) orEmpty() *sum {
	if s == nil {
		return &sum{hash: sha256.New()}
	}
	return s
}
