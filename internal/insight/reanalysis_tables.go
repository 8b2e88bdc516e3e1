package insight

import (
	"strconv"

	"whichpm/internal/quiz"
)

// arrangements say how options are shown.
var arrangements = map[quiz.Arrangement]string{quiz.Fixed: "fixed", quiz.Turned: "turned", quiz.Shuffled: "shuffled"}

// ItemTable says of each option of each question what it speaks for: what the
// numbers of a result become scores and statistics by.
func ItemTable(v *quiz.Version) [][]string {
	heading := []string{"question", "kind", "shown", "retired", "strength", "dimension", "towards_first", "option"}
	for _, d := range v.Dimensions {
		heading = append(heading, "loading_"+d.Key)
	}
	table := [][]string{heading}
	for i, q := range v.Questions {
		main, towards := mainOf(v, i)
		for n, o := range q.Options {
			row := []string{
				q.Key, string(q.Kind), arrangements[q.Kind.Arrangement()], truth(q.Retired), exactly(q.Strength), main, strconv.Itoa(towards), strconv.Itoa(n),
			}
			for _, d := range v.Dimensions {
				row = append(row, exactly(o.Loadings[d.Key]))
			}
			table = append(table, row)
		}
	}
	return table
}

// mainOf is the main dimension of a question, "" for a retired one and one that
// says nothing, and which way its answers are turned in alpha of all: 1 as they
// are, −1 the other way, 0 for not in it.
func mainOf(v *quiz.Version, index int) (key string, towards int) {
	it := newQuestion(v, index)
	if it.main < 0 {
		return "", 0
	}
	key = v.Dimensions[it.main].Key
	switch {
	case it.composite == nil:
	case v.Roles[0].Profile[key].Mean > v.Roles[1].Profile[key].Mean:
		towards = 1
	default:
		towards = -1
	}
	return key, towards
}

// RoleTable says where people in each role stand on each dimension, a row for
// both, the roles and the dimensions in the version's order.
func RoleTable(v *quiz.Version) [][]string {
	table := [][]string{{"role", "prior", "dimension", "mean", "spread", "se", "weight"}}
	for _, r := range v.Roles {
		for _, d := range v.Dimensions {
			p := r.Profile[d.Key]
			table = append(table, []string{
				r.Key, exactly(r.Prior), d.Key, exactly(p.Mean), exactly(p.Spread), exactly(p.SE), exactly(p.Weight),
			})
		}
	}
	return table
}

// SettingTable has the numbers of the scoring, and how many of the results were
// made up to try the quiz out.
func SettingTable(v *quiz.Version, simulated int64) [][]string {
	table := [][]string{{"setting", "value"}}
	for _, s := range settingRows(v, simulated) {
		table = append(table, []string{s.name, s.value})
	}
	return table
}

// setting is a line of the table and what the codebook says of it.
type setting struct{ name, value, meaning string }

func settingRows(v *quiz.Version, simulated int64) []setting {
	s := v.Settings
	return []setting{
		{"version", strconv.FormatInt(v.ID, 10), "The version of the quiz"},
		{"simulated_results", strconv.FormatInt(simulated, 10), "How many results of the database were made up to try the quiz out"},
		{"discrimination", exactly(s.Discrimination), "a0: how far an answer moves with one SD of the trait"},
		{"noise", exactly(s.Noise), "tau: SD of an answer around its trait"},
		{"correlation", exactly(s.Correlation), "rho: between the traits"},
		{"discount", exactly(s.Discount), "kappa: share of the evidence that counts"},
		{"balanced_below", exactly(s.BalancedBelow), "P of the first role under which no role is named"},
		{"clear_from", exactly(s.ClearFrom), "P of the first role from which the verdict is clear"},
		{"min_answers", strconv.Itoa(s.MinAnswers), "Fewer answers give no verdict"},
		{"min_dimensions", strconv.Itoa(s.MinDimensions), "Answers on fewer scored dimensions give no verdict"},
	}
}
