package adminview

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// NewDimensions is the step for the dimensions and where the roles stand.
func NewDimensions(s NewStep) templ.Component {
	saved := url.Values{}
	for _, d := range s.writtenDimensions() {
		for _, t := range d.Texts() {
			saved.Set(t.Field, t.String())
		}
		saved.Set("dimensions."+d.Key+".from", CommonSource(s.Version, d.Key))
		for _, r := range s.Version.Roles {
			saved.Set("dimensions."+d.Key+".place."+r.Key, placeOf(r.Profile[d.Key]))
		}
	}
	return newDimensions(s.filled(saved))
}

// CommonSource is where the places of the roles on a dimension come from, ""
// where they do not come from the same.
func CommonSource(v *quiz.Version, dimension string) string {
	common := ""
	for _, r := range v.Roles {
		switch source := r.Profile[dimension].Source; {
		case source == "" || r.Unwritten() || source == common:
		case common != "":
			return ""
		default:
			common = source
		}
	}
	return common
}

// Places are the means to choose from, from the positive end to the negative.
// With two statements for each end of a dimension, roles that far apart are told
// apart and no answer decides alone.
var Places = []float64{0.6, 0.3, 0, -0.3, -0.6}

var placeNames = []string{"adminnew.place_first", "adminnew.place_first_little", "adminnew.place_middle", "adminnew.place_second_little", "adminnew.place_second"}

// What a place can be beside a mean.
const (
	AsItIs     = "as_it_is" // another mean
	NotCounted = "none"     // the role gives the dimension no weight
)

// PlaceName is how a form calls a mean.
func PlaceName(mean float64) string { return strconv.FormatFloat(mean, 'f', -1, 64) }

// PlaceNamed is the mean that a form calls so.
func PlaceNamed(name string) (mean float64, ok bool) {
	i := slices.IndexFunc(Places, func(mean float64) bool { return PlaceName(mean) == name })
	if i < 0 {
		return 0, false
	}
	return Places[i], true
}

func placeOf(p quiz.Profile) string {
	switch {
	case p.Weight == 0:
		return NotCounted
	case slices.Contains(Places, p.Mean):
		return PlaceName(p.Mean)
	}
	return AsItIs
}

// places are the choices for a role on a dimension that is there, or a new one.
func (s NewStep) places(p quiz.Profile, there bool) []ui.Choice {
	var list []ui.Choice
	if there && placeOf(p) == AsItIs {
		list = append(list, ui.Choice{Value: AsItIs, Label: s.Say("adminnew.place_kept", "mean", Number(s.Language, p.Mean))})
	}
	for i, mean := range Places {
		list = append(list, ui.Choice{Value: PlaceName(mean), Label: s.Say(placeNames[i])})
	}
	return append(list, ui.Choice{Value: NotCounted, Label: s.Say("adminnew.place_none")})
}

func (s NewStep) place(at string, r quiz.Role) ui.FieldProps {
	p := s.choice(at+".place."+r.Key, s.Say("adminnew.place", "role", r.Name), "")
	if p.Value == "" {
		p.Value = PlaceName(0)
	}
	return p
}

func (s NewStep) from(at string) ui.FieldProps {
	return s.described(ui.FieldProps{Name: at + ".from", Label: s.Say("adminnew.from"), Hint: s.Say("adminnew.from_hint")})
}

// NewQuestions is the step for the first questions.
func NewQuestions(s NewStep) templ.Component {
	saved := url.Values{}
	for _, q := range s.Version.Questions {
		saved.Set("questions."+q.Key+".text", q.Text)
	}
	for i, label := range s.Labels {
		saved.Set("labels."+strconv.Itoa(i), label)
	}
	return newQuestions(s.filled(saved))
}

// InSteps reports whether the step for questions shows a question: one that is
// asked and speaks for an end of one dimension.
func InSteps(q quiz.Question) bool {
	_, _, ok := q.SpeaksFor()
	return ok && !q.Retired && !q.Unwritten()
}

// statements are those for an end of a dimension.
func (s NewStep) statements(dimension string, positive bool) []quiz.Question {
	var list []quiz.Question
	for _, q := range s.Version.Questions {
		if d, end, _ := q.SpeaksFor(); InSteps(q) && d == dimension && end == positive {
			list = append(list, q)
		}
	}
	return list
}

// others counts the questions that are asked and have no row.
func (s NewStep) others() int {
	n := 0
	for _, q := range s.Version.Questions {
		if !q.Retired && !q.Unwritten() && !InSteps(q) {
			n++
		}
	}
	return n
}

// NewStatement begins the names of the empty rows for an end of a dimension.
func NewStatement(dimension string, positive bool) string {
	if positive {
		return "new." + dimension + ".positive"
	}
	return "new." + dimension + ".negative"
}

// statement is the control of one of the statements for an end.
func (s NewStep) statement(name string, number int) ui.FieldProps {
	return s.described(ui.FieldProps{Name: name, Label: s.Say("adminnew.statement", "number", number)})
}

// LabelsOf are the steps of a question.
func LabelsOf(q quiz.Question) []string {
	labels := make([]string, len(q.Options))
	for i, o := range q.Options {
		labels[i] = o.Label
	}
	return labels
}
