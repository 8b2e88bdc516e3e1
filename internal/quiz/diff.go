package quiz

import (
	"slices"
	"strconv"
	"strings"
)

// FieldDiff is one thing in which two versions differ.
type FieldDiff struct {
	Field  string // the place, "questions.h1.text"
	Label  string // the same in words, "Question 2: wording"
	Before string // "" when it was added
	After  string // "" when it was removed
}

// Diff lists everything in which a version differs from an older one, in the
// order of the page: what is there first, what was removed last. A question,
// dimension, role or scenario that is new or gone is one entry.
func Diff(older, newer *Version) []FieldDiff { return DiffIn(inPlainEnglish, older, newer) }

// DiffIn names what differs in the words of a language.
func DiffIn(localize Localize, older, newer *Version) []FieldDiff {
	return DiffOf(localize, "", older, newer)
}

// DiffOf is DiffIn for an edit about a subject. Of two questions that changed
// places either may have moved: it is the one in "questions.h1.position".
func DiffOf(localize Localize, subject string, older, newer *Version) []FieldDiff {
	d := differ{before: newFlatView(older, localize), after: newFlatView(newer, localize), moved: moves(older, newer, localize, subject)}
	begun := map[string]bool{}
	for _, f := range d.after.fields {
		if f.part != "" && !begun[f.part] {
			begun[f.part] = true
			d.part(f)
		}
		if f.part == "" || d.before.lines[f.part] != nil {
			d.changed(f)
		}
	}
	for _, f := range d.before.fields {
		if f.part == "" {
			d.removed(f)
		} else if d.after.lines[f.part] == nil && !begun[f.part] {
			begun[f.part] = true
			d.add(f.part, f.name, strings.Join(d.before.lines[f.part], "\n"), "")
		}
	}
	return append(d.diffs, reconfirmed(older, newer, localize)...)
}

// flatView is a version's fields with what is looked up in them.
type flatView struct {
	fields []flatField
	values map[string]string   // by field
	lines  map[string][]string // by part: "wording: I like maps"
}

func newFlatView(v *Version, localize Localize) flatView {
	f := flatView{flattenAll(v, localize), map[string]string{}, map[string][]string{}}
	for _, x := range f.fields {
		f.values[x.field] = x.value
		if x.part != "" {
			f.lines[x.part] = append(f.lines[x.part], x.label+": "+x.value)
		}
	}
	return f
}

type differ struct {
	before, after flatView
	moved         map[string][]FieldDiff
	diffs         []FieldDiff
}

func (d *differ) add(field, label, before, after string) {
	d.diffs = append(d.diffs, FieldDiff{field, label, before, after})
}

// part begins a part with its first field: that it is new, or where it went
// and what it lost.
func (d *differ) part(first flatField) {
	if d.before.lines[first.part] == nil {
		d.add(first.part, first.name, "", strings.Join(d.after.lines[first.part], "\n"))
		return
	}
	d.diffs = append(d.diffs, d.moved[first.part]...)
	for _, f := range d.before.fields {
		if f.part == first.part {
			f.name = first.name
			d.removed(f)
		}
	}
}

func (d *differ) changed(f flatField) {
	if was := d.before.values[f.field]; was != f.value {
		d.add(f.field, f.inWords(), was, f.value)
	}
}

func (d *differ) removed(f flatField) {
	if _, still := d.after.values[f.field]; !still {
		d.add(f.field, f.inWords(), f.value, "")
	}
}

func (f flatField) inWords() string {
	if f.name == "" {
		return f.label
	}
	return f.name + ": " + f.label
}

// moves lists, by part, what stands elsewhere than before. Of an order only
// what was taken out and put in is said to have moved, not what made room.
func moves(older, newer *Version, localize Localize, subject string) map[string][]FieldDiff {
	found := map[string][]FieldDiff{}
	for _, of := range []struct {
		part    string
		name    func(n int) Message
		was, is []string
	}{
		{"questions.", numberedQuestion, keys(older.Questions, Question.key), keys(newer.Questions, Question.key)},
		{"dimensions.", numbered("dimension", "Dimension"), keys(older.Dimensions, Dimension.key), keys(newer.Dimensions, Dimension.key)},
		{"roles.", numbered("role", "Role"), keys(older.Roles, Role.key), keys(newer.Roles, Role.key)},
		{"guide.set_ups.", numbered("company", "Kind of company"), keys(older.Guide.Companies, CompanyKind.key), keys(newer.Guide.Companies, CompanyKind.key)},
		{"scenarios.", numbered("scenario", "Scenario"), keys(older.Scenarios, Scenario.key), keys(newer.Scenarios, Scenario.key)},
	} {
		for _, key := range outOfOrder(of.was, of.is, strings.TrimSuffix(strings.TrimPrefix(subject, of.part), ".position")) {
			from, to := slices.Index(of.was, key)+1, slices.Index(of.is, key)+1
			part := of.part + key
			f := flatField{name: localize(of.name(to)), label: localize(ownLabel("place", "place"))}
			found[part] = []FieldDiff{{part + ".position", f.inWords(), strconv.Itoa(from), strconv.Itoa(to)}}
		}
	}
	return found
}

func without(list []string, left string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(key string) bool { return key == left })
}

func keys[T any](list []T, key func(T) string) []string {
	all := make([]string, len(list))
	for i, x := range list {
		all[i] = key(x)
	}
	return all
}

func (q Question) key() string    { return q.Key }
func (d Dimension) key() string   { return d.Key }
func (r Role) key() string        { return r.Key }
func (s CompanyKind) key() string { return s.Key }
func (s Scenario) key() string    { return s.Key }

// outOfOrder returns the fewest of the keys in both lists that, put elsewhere,
// turn one order into the other: the one named, if it alone does.
func outOfOrder(was, is []string, named string) []string {
	if slices.Contains(is, named) && !slices.Equal(was, is) && slices.Equal(without(was, named), without(is, named)) {
		return []string{named}
	}
	place := map[string]int{}
	for i, key := range was {
		place[key] = i
	}
	var common []string
	for _, key := range is {
		if _, ok := place[key]; ok {
			common = append(common, key)
		}
	}
	length, from := make([]int, len(common)), make([]int, len(common))
	best := -1
	for i, key := range common { // the longest run that is in order already
		length[i], from[i] = 1, -1
		for j := range i {
			if place[common[j]] < place[key] && length[j] >= length[i] {
				length[i], from[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	stays := make([]bool, len(common))
	for i := best; i >= 0; i = from[i] {
		stays[i] = true
	}
	var moved []string
	for i, key := range common {
		if !stays[i] {
			moved = append(moved, key)
		}
	}
	return moved
}
