package adminview

import (
	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// kindTexts are the texts that name a way to ask and say what it is.
func kindTexts(kind quiz.Kind) (name, hint string) {
	switch kind { //exhaustive:enforce
	case quiz.Agree:
		return "adminkind.agree", "adminkind.agree_hint"
	case quiz.Agree4:
		return "adminkind.agree4", "adminkind.agree4_hint"
	case quiz.Agree6:
		return "adminkind.agree6", "adminkind.agree6_hint"
	case quiz.Agree7:
		return "adminkind.agree7", "adminkind.agree7_hint"
	case quiz.Pair:
		return "adminkind.pair", "adminkind.pair_hint"
	case quiz.Choice:
		return "adminkind.choice", "adminkind.choice_hint"
	}
	return "", ""
}

func kindName(l words.Language, kind quiz.Kind) string {
	if name, _ := kindTexts(kind); name != "" {
		return l.Say(name)
	}
	return string(kind)
}

func kindChoices(l words.Language, first ...ui.Choice) []ui.Choice {
	for _, kind := range quiz.Kinds() {
		first = append(first, ui.Choice{Value: string(kind), Label: kindName(l, kind)})
	}
	return first
}

func kindRows(l words.Language, chosen string) []ui.RadioOption {
	var rows []ui.RadioOption
	for _, kind := range quiz.Kinds() {
		_, hint := kindTexts(kind)
		least, most := kind.Options()
		rows = append(rows, ui.RadioOption{
			Value: string(kind), Label: kindName(l, kind), Hint: l.Say(hint, "least", least, "most", most), Checked: string(kind) == chosen,
		})
	}
	return rows
}
