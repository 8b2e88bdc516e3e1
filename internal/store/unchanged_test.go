//go:build !race

package store

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// attempts are all of them.
var attempts = func() map[string]methodCall {
	all := maps.Clone(quizAttempts)
	maps.Copy(all, groupAttempts)
	return all
}()

func TestNoMethodOfTheStoreChangesAPublishedVersion(t *testing.T) {
	onBoth(t, noMethodChangesAPublishedVersion)
}

func noMethodChangesAPublishedVersion(t *testing.T, s *Store) {
	want, hash := rowsOf(t, s, 1), content.First().Hash()
	if len(want) < 300 {
		t.Fatalf("a version of only %d rows: does the test still see them?", len(want))
	}
	tried := content.First()
	tried.ID, tried.State, tried.Title, tried.Questions[0].Text = 1, quiz.Published, "changed", "changed"
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(attempts)), func(name string) bool { return name == "Publish" })
	// While it is published, as it is retired, and once it is.
	for _, name := range slices.Concat(names, []string{"Publish"}, names, []string{"Publish"}) {
		attempts[name](t.Context(), s, tried)
		if got := rowsOf(t, s, 1); !slices.Equal(got, want) {
			t.Fatalf("%s changed version 1:\n%s", name, firstDifference(got, want))
		}
		if v, err := s.Version(t.Context(), 1); err != nil || v.Hash() != hash {
			t.Fatalf("after %s the hash of version 1 is another: %v", name, err)
		}
	}
	if v, err := s.Version(t.Context(), 1); err != nil || v.State != quiz.Retired {
		t.Errorf("version 1 was not retired: %v, %v", v.State, err)
	}
}

func TestEveryMethodOfTheStoreWasTriedOnAPublishedVersion(t *testing.T) {
	var methods []string
	for method := range reflect.TypeFor[*Store]().Methods() {
		methods = append(methods, method.Name)
	}
	if want := slices.Sorted(slices.Values(append(slices.Collect(maps.Keys(attempts)), "Close"))); !slices.Equal(methods, want) {
		t.Errorf("the store has the methods\n%v\nand tried are\n%v", methods, want)
	}
}

// rowsOf spells all rows of a version but whether it is published or retired.
func rowsOf(t *testing.T, s *Store, id int64) []string {
	t.Helper()
	all := rowsIn(t, s, fmt.Sprintf("SELECT * FROM quiz_versions WHERE id = %d", id))
	for _, table := range []string{"dimensions", "roles", "role_profiles", "role_contents", "questions", "options", "loadings", "scenarios", "translations"} {
		all = append(all, rowsIn(t, s, fmt.Sprintf("SELECT '%s' AS part, * FROM %s WHERE version_id = %d", table, table, id))...)
	}
	slices.Sort(all)
	return all
}

func rowsIn(t *testing.T, s *Store, query string) []string {
	t.Helper()
	rows, err := s.read.QueryContext(t.Context(), query)
	must(t, err)
	defer rows.Close() //nolint:errcheck // rows.Err has it
	names, err := rows.Columns()
	must(t, err)
	var all []string
	for rows.Next() {
		values := make([]any, len(names))
		for i := range values {
			values[i] = new(any)
		}
		must(t, rows.Scan(values...))
		var b strings.Builder
		for i, name := range names {
			if name != "state" {
				fmt.Fprintf(&b, "%s=%v ", name, *values[i].(*any))
			}
		}
		all = append(all, b.String())
	}
	must(t, rows.Err())
	return all
}

func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return got[i] + "\nwas\n" + want[i]
		}
	}
	return fmt.Sprintf("%d rows instead of %d", len(got), len(want))
}
