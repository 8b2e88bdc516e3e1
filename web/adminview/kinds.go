package adminview

import (
	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// kinds are the ways to ask, with the texts that say what each is.
var kinds = []struct {
	kind       quiz.Kind
	name, hint string
}{
	{quiz.Agree, "adminkind.agree", "adminkind.agree_hint"},
	{quiz.Pair, "adminkind.pair", "adminkind.pair_hint"},
	{quiz.Choice, "adminkind.choice", "adminkind.choice_hint"},
}

func kindName(l words.Language, kind quiz.Kind) string {
	for _, k := range kinds {
		if k.kind == kind {
			return l.Say(k.name)
		}
	}
	return string(kind)
}

func kindChoices(l words.Language, first ...ui.Choice) []ui.Choice {
	for _, k := range kinds {
		first = append(first, ui.Choice{Value: string(k.kind), Label: l.Say(k.name)})
	}
	return first
}

func kindRows(l words.Language, chosen string) []ui.RadioOption {
	rows := make([]ui.RadioOption, len(kinds))
	for i, k := range kinds {
		rows[i] = ui.RadioOption{Value: string(k.kind), Label: l.Say(k.name), Hint: l.Say(k.hint), Checked: string(k.kind) == chosen}
	}
	return rows
}
