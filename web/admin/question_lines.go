package admin

import (
	"fmt"
	"net/url"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// typedLines puts what the sentences of a form say into its grid, if somebody
// changed one. If the grid was changed too, both have to say the same, or the form
// says which of them counts.
func typedLines(l words.Language, v *quiz.Version, f *adminview.QuestionForm, form url.Values) quiz.Problems {
	at := "questions." + f.Key
	typed, changed := linesIn(form, at)
	if !changed || form.Get(at+".take") == adminview.TakeGrid {
		return nil
	}
	said := *f
	problems := speak(l, v, &said, typed)
	contradicts := form.Get(at+".shown") != f.Grid() && said.Grid() != f.Grid() && form.Get(at+".take") != adminview.TakeLines
	if contradicts {
		problems = append(problems, quiz.NewProblem(at+".says", "draft_loadings_both"))
	}
	if len(problems) > 0 {
		f.Lines, f.Shown, f.Clash = typed, form.Get(at+".shown"), true
		return problems
	}
	f.Options = said.Options
	return nil
}

// linesIn are the sentences of a form, and whether one is another than the form
// showed.
func linesIn(form url.Values, at string) (lines []adminview.LineForm, changed bool) {
	for n := 0; ; n++ {
		here := fmt.Sprintf("%s.says.%d.", at, n)
		if !form.Has(here + "was") {
			return lines, changed
		}
		line := adminview.LineForm{Option: form.Get(here + "option"), End: form.Get(here + "end"), Size: form.Get(here + "size")}
		lines = append(lines, line)
		changed = changed || line.Was() != form.Get(here+"was")
	}
}

// speak gives a form the loadings that sentences say.
func speak(l words.Language, v *quiz.Version, f *adminview.QuestionForm, lines []adminview.LineForm) (problems quiz.Problems) {
	var said []quiz.Sentence
	seen := map[string]bool{}
	for n, line := range lines {
		if line.End == "" {
			continue
		}
		field := fmt.Sprintf("questions.%s.says.%d.end", f.Key, n)
		s, ok := sentenceOf(v, line)
		about := line.Option + " " + s.Dimension
		switch {
		case !ok:
			problems = append(problems, quiz.NewProblem(field, "draft_choice"))
		case seen[about]:
			problems = append(problems, quiz.NewProblem(field, "draft_loading_twice"))
		default:
			said = append(said, s)
		}
		seen[about] = true
	}
	q := quiz.Question{Kind: f.Kind, Options: make([]quiz.Option, len(f.Options))}
	q.Say(said)
	options := make([]adminview.OptionForm, len(f.Options))
	for i, o := range f.Options {
		o.Loadings = map[string]string{}
		for d, x := range q.Options[i].Loadings {
			o.Loadings[d] = adminview.Number(l, x)
		}
		options[i] = o
	}
	f.Options = options
	return problems
}

// sentenceOf reads one sentence, and reports whether it is one.
func sentenceOf(v *quiz.Version, line adminview.LineForm) (quiz.Sentence, bool) {
	s := quiz.Sentence{Option: -1, Dimension: strings.TrimRight(line.End, "+-")}
	if line.Option != "" {
		s.Option = placeOf(line.Option)
	}
	switch line.Size {
	case adminview.SizeSlightly:
		s.Size = quiz.Slightly
	case adminview.SizeClearly:
		s.Size = quiz.Clearly
	default:
		x, err := quiz.ReadNumber(line.Size)
		if err != nil || x <= 0 || x > 1 {
			return s, false
		}
		s.Size = x
	}
	if strings.HasSuffix(line.End, "-") {
		s.Size = -s.Size
	}
	return s, v.DimensionIndex(s.Dimension) >= 0 && len(line.End) == len(s.Dimension)+1
}
