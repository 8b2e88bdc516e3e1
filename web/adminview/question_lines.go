package adminview

import (
	"math"
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// LineForm is a sentence about loadings as typed: “Agreeing speaks for this end,
// clearly”.
type LineForm struct {
	Option string // of a scene, from 0; "" of a scale
	End    string // "lens+", "" for none
	Size   string // SizeSlightly, SizeClearly or a number
}

// How far a sentence goes, where it is no number.
const (
	SizeSlightly = "slightly"
	SizeClearly  = "clearly"
)

// Which of two counts that say different things.
const (
	TakeLines = "lines"
	TakeGrid  = "grid"
)

// Was is the sentence as the form showed it.
func (f LineForm) Was() string { return f.Option + " " + f.End + " " + f.Size }

// Grid is all loadings as typed, to tell whether somebody changed one.
func (f QuestionForm) Grid() string {
	typed := url.Values{}
	for i, o := range f.Options {
		for d, loading := range o.Loadings {
			if loading != "" {
				typed.Set(strconv.Itoa(i)+"."+d, loading)
			}
		}
	}
	return typed.Encode()
}

// Read is the question with its loadings as numbers, and whether all are some.
func (f QuestionForm) Read() (quiz.Question, bool) {
	q := quiz.Question{Key: f.Key, Kind: f.Kind}
	for _, o := range f.Options {
		option := quiz.Option{Loadings: map[string]float64{}}
		for d, typed := range o.Loadings {
			if typed == "" {
				continue
			}
			x, err := quiz.ReadNumber(typed)
			if err != nil {
				return q, false
			}
			option.Loadings[d] = x
		}
		q.Options = append(q.Options, option)
	}
	return q, true
}

// InWords has the sentences that say what the grid does. Those that contradict it
// stay as they were typed.
func (f QuestionForm) InWords(l words.Language, v *quiz.Version) QuestionForm {
	if f.Clash {
		return f
	}
	f.Lines, f.Shown, f.OnlyGrid = nil, f.Grid(), true
	q, readable := f.Read()
	if !readable {
		return f
	}
	said, all := q.Sentences(v.Dimensions)
	f.OnlyGrid = !all
	for _, s := range said {
		line := LineForm{End: s.Dimension + "+", Size: sizeOf(l, math.Abs(s.Size))}
		if s.Size < 0 {
			line.End = s.Dimension + "-"
		}
		if s.Option >= 0 {
			line.Option = strconv.Itoa(s.Option)
		}
		f.Lines = append(f.Lines, line)
	}
	if f.Another != "" || f.Kind.Scale() && len(f.Lines) == 0 && all {
		blank := LineForm{Size: SizeClearly}
		if !f.Kind.Scale() {
			blank.Option = f.Another
		}
		f.Lines = append(f.Lines, blank)
	}
	return f
}

// newLine marks the sentence that was asked for just now.
func (f QuestionForm) newLine(n int) templ.Attributes {
	if f.Another == "" || n != len(f.Lines)-1 {
		return nil
	}
	return templ.Attributes{"id": f.field("says.new"), "tabindex": "-1"}
}

func sizeOf(l words.Language, x float64) string {
	switch x {
	case quiz.Slightly:
		return SizeSlightly
	case quiz.Clearly:
		return SizeClearly
	}
	return Number(l, x)
}

// voice says who speaks in a sentence.
func (f QuestionForm) voice(l words.Language, option int) string {
	switch {
	case f.Kind.Sides():
		return l.Say("adminlines.first_side")
	case f.Kind.Scale():
		return l.Say("adminlines.agreeing")
	}
	return l.Say("adminlines.option", "number", option+1)
}

func (f QuestionForm) line(n int, name string) string {
	return f.field("says." + strconv.Itoa(n) + "." + name)
}

// ends are all ends of all dimensions, to choose from.
func ends(l words.Language, v *quiz.Version) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: l.Say("adminlines.nothing")}}
	for _, d := range v.Shown(l.Say("adminform.unwritten")).Dimensions {
		list = append(list,
			ui.Choice{Value: d.Key + "+", Label: l.Say("adminlines.end", "end", d.Positive, "dimension", d.Name)},
			ui.Choice{Value: d.Key + "-", Label: l.Say("adminlines.end", "end", d.Negative, "dimension", d.Name)})
	}
	return list
}

func sizes(l words.Language, size string) []ui.Choice {
	list := spoken(l, SizeSlightly, "adminlines.slightly", SizeClearly, "adminlines.clearly")
	if size != SizeSlightly && size != SizeClearly {
		list = append(list, ui.Choice{Value: size, Label: l.Say("adminlines.exactly", "size", size)})
	}
	return list
}

// linesOf are the numbers of the sentences about an option, -1 for a scale.
func (f QuestionForm) linesOf(option int) []int {
	var list []int
	for n, line := range f.Lines {
		if f.Kind.Scale() || line.Option == strconv.Itoa(option) {
			list = append(list, n)
		}
	}
	return list
}
