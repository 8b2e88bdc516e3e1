package quiz

import (
	"slices"
	"strings"
)

// Of a quiz from nothing there is a part in each list from the start, because
// a version without one could not be kept. Such a part goes once another is
// there, and comes back where the last one goes.

// Unwritten reports whether nobody has named the role yet.
func (r Role) Unwritten() bool { return Unwritten(r.Name) }

// Unwritten reports whether nobody has named the dimension yet.
func (d Dimension) Unwritten() bool { return Unwritten(d.Name) }

// Unwritten reports whether nobody has written yet what the question asks.
func (q Question) Unwritten() bool { return Unwritten(q.Text) }

// StandsIn reports whether the question is there only because a version needs
// one. One that somebody added is empty, and waits for them.
func (q Question) StandsIn() bool { return Placeholder(q.Text) }

// Later are the texts of questions and dimensions that nobody has written yet and
// a version needs before it is published.
func (v *Version) Later() []TextAt {
	var all []TextAt
	for i := range v.Questions {
		all = append(all, v.Questions[i].needed()...)
	}
	for i := range v.Dimensions {
		all = append(all, v.Dimensions[i].needed()...)
	}
	return slices.DeleteFunc(all, func(t TextAt) bool { return !Unwritten(t.String()) })
}

// Blank is the question with nothing in the place of words that say nobody has
// written it yet.
func (q Question) Blank() Question {
	q = q.Clone()
	for _, t := range q.needed() {
		if Placeholder(t.String()) {
			t.Set("")
		}
	}
	return q
}

// needed are the texts without which the question cannot be asked.
func (q *Question) needed() []TextAt {
	sides := q.Kind.Sides()
	texts := slices.DeleteFunc(q.Texts(), func(t TextAt) bool {
		side := strings.HasSuffix(t.Path, ".left") || strings.HasSuffix(t.Path, ".right")
		return !t.Later() && (!sides || !side)
	})
	if !sides { // its labels are the same everywhere
		texts = append(texts, q.optionTexts()...)
	}
	return texts
}

func (d *Dimension) needed() []TextAt {
	return slices.DeleteFunc(d.Texts(), func(t TextAt) bool { return !t.Required() })
}

// emptied are the texts of a part that had been written and are empty now. What
// nobody has written yet may wait; what somebody wrote is not lost by a slip.
func emptied(before, after []TextAt) (gone Problems) {
	had := map[string]bool{}
	for _, t := range before {
		had[t.Field] = !Unwritten(t.String())
	}
	for _, t := range after {
		if refused := t.Required() && !t.Later(); t.String() == "" && had[t.Field] && !refused {
			gone = append(gone, NewProblem(t.Field, "draft_some"))
		}
	}
	return gone
}

// Shown is the version with words in the place of what nobody has written yet, to
// look at.
func (v *Version) Shown(unwritten string) *Version {
	shown := v.Clone()
	for _, t := range shown.Later() {
		t.Set(unwritten)
	}
	return shown
}

// DropStandIns takes out the roles, dimensions and questions that are there only
// because a version needs one, as far as others are there.
func (v *Version) DropStandIns() {
	for _, r := range slices.Clone(v.Roles) {
		if r.Unwritten() && len(v.Roles) > MinRoles {
			_ = v.DeleteRole(r.Key) // it is there, and not among the last
		}
	}
	for _, d := range slices.Clone(v.Dimensions) {
		if d.Unwritten() && len(v.Dimensions) > 1 {
			_ = v.DeleteDimension(d.Key) // as above
		}
	}
	for _, q := range slices.Clone(v.Questions) {
		if q.StandsIn() && len(v.Questions) > 1 {
			_ = v.DeleteQuestion(q.Key) // it can be the last that is asked: Validate says so
		}
	}
}

// ClearRole is DeleteRole where one nobody has written may take its place.
func (v *Version) ClearRole(key string) error {
	if v.RoleIndex(key) >= 0 && len(v.Roles) <= MinRoles {
		v.addRole(Role{Key: v.newKey("role", v.RoleIndex), Name: placeholderRole, Short: placeholderShort})
	}
	return v.DeleteRole(key)
}

// ClearDimension is DeleteDimension where one nobody has written may take its
// place. Questions about nothing else go with it: they could not count for
// anything.
func (v *Version) ClearDimension(key string) error {
	for _, q := range slices.Clone(v.Questions) {
		if q.onlyAbout(key) {
			_ = v.ClearQuestion(q.Key) // it is there, and not the last
		}
	}
	if v.DimensionIndex(key) >= 0 && len(v.Dimensions) == 1 {
		v.addDimension(Dimension{Key: v.newKey("dimension", v.DimensionIndex), Name: placeholderDimension})
	}
	return v.DeleteDimension(key)
}

// ClearQuestion is DeleteQuestion where one nobody has written may take its
// place.
func (v *Version) ClearQuestion(key string) error {
	if v.QuestionIndex(key) >= 0 && v.Asked() <= 1 {
		q := v.newQuestion(Agree)
		q.Text = placeholderPrompt
		v.Questions = append(v.Questions, q) // in its place, also where there are as many as there may be
	}
	return v.DeleteQuestion(key)
}

// onlyAbout reports whether a question says something about that dimension and
// about no other.
func (q Question) onlyAbout(dimension string) bool {
	for _, o := range q.Options {
		for d, x := range o.Loadings {
			if d != dimension && x != 0 {
				return false
			}
		}
	}
	return q.Loads(dimension)
}

// StatementFor is what a statement with steps of those names says that speaks
// for one end of a dimension: agreeing leads there, and disagreeing to the
// other end, in equal steps.
func StatementFor(dimension string, positive bool, labels []string) []Option {
	options := make([]Option, len(labels))
	for i, label := range labels {
		x := 2*float64(i)/float64(len(labels)-1) - 1
		if !positive {
			x = -x
		}
		options[i] = Option{Label: label, Loadings: map[string]float64{dimension: x}}
		options[i].dropZeros()
	}
	return options
}

// SpeaksFor is the end of the only dimension that such a statement is about.
// Of another question it is none.
func (q Question) SpeaksFor() (dimension string, positive, ok bool) {
	if !q.Kind.Statement() || len(q.Options) < 2 {
		return "", false, false
	}
	last := q.Options[len(q.Options)-1].Loadings
	if len(last) != 1 {
		return "", false, false
	}
	for d, x := range last {
		dimension, positive = d, x > 0
	}
	labels := make([]string, len(q.Options))
	for i, o := range q.Options {
		labels[i] = o.Label
	}
	same := slices.EqualFunc(q.Options, StatementFor(dimension, positive, labels), func(a, b Option) bool {
		return len(a.Loadings) == len(b.Loadings) && a.Loadings[dimension] == b.Loadings[dimension]
	})
	return dimension, positive, same
}
