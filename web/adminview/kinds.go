package adminview

import (
	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// kinds are the ways to ask, with what each is.
var kinds = []ui.RadioOption{
	{Value: string(quiz.Agree), Label: "Statement", Hint: "Five steps from disagree to agree"},
	{Value: string(quiz.Pair), Label: "Pair", Hint: "Two sides, five steps from one to the other"},
	{Value: string(quiz.Choice), Label: "Scene", Hint: "Two to six ways to act"},
}

func kindName(kind quiz.Kind) string {
	for _, k := range kinds {
		if k.Value == string(kind) {
			return k.Label
		}
	}
	return string(kind)
}

func kindChoices(first ...ui.Choice) []ui.Choice {
	for _, k := range kinds {
		first = append(first, ui.Choice{Value: k.Value, Label: k.Label})
	}
	return first
}

func kindRows(chosen string) []ui.RadioOption {
	rows := make([]ui.RadioOption, len(kinds))
	for i, k := range kinds {
		k.Checked = k.Value == chosen
		rows[i] = k
	}
	return rows
}
