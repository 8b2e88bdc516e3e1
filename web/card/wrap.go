package card

import (
	"math"
	"sort"
	"strings"
)

const ellipsis = "…"

// maxLines is how many lines a headline may take.
const maxLines = 3

// wrap breaks a text into lines no wider than width where there are spaces. A
// word that is wider stands alone. A no-break space is part of its word.
func (p *pen) wrap(text string, f face, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		switch {
		case line == "":
			line = word
		case p.width(line+" "+word, f) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}

// balance breaks a text into as few lines as width allows, all as even as
// possible: of all ways to break it, the one with the least sum of squared
// widths. It leaves no short last line where wrap would.
func (p *pen) balance(text string, f face, width float64) []string {
	lines := p.wrap(text, f, width)
	words := strings.Split(text, " ")
	starts, ends := p.places(words, f)
	// cost[j] is the least for the first j words on the lines so far, and
	// breaks[line][j] where the last of these lines starts.
	cost := make([]float64, len(words)+1)
	for j := range cost[1:] {
		cost[j+1] = math.Inf(1)
	}
	breaks := make([][]int, len(lines))
	for line := range lines {
		next := make([]float64, len(cost))
		breaks[line] = make([]int, len(cost))
		for j := range next {
			next[j] = math.Inf(1)
			for i := j - 1; i >= 0; i-- {
				w := ends[j-1] - starts[i]
				if w > width && i < j-1 {
					break
				}
				if total := cost[i] + w*w; total < next[j] {
					next[j], breaks[line][j] = total, i
				}
			}
		}
		cost = next
	}
	end := len(words)
	if math.IsInf(cost[end], 1) {
		return lines // measured word by word, nothing fits by a hair
	}
	for line := len(lines) - 1; line >= 0; line-- {
		start := breaks[line][end]
		lines[line] = strings.Join(words[start:end], " ")
		end = start
	}
	return lines
}

// places returns where words start and end if all stand on one line.
func (p *pen) places(words []string, f face) (starts, ends []float64) {
	x, space := 0.0, p.width("n n", f)-2*p.width("n", f)
	for _, word := range words {
		starts = append(starts, x)
		x += p.width(word, f)
		ends = append(ends, x)
		x += space
	}
	return starts, ends
}

func (p *pen) widest(lines []string, f face) float64 {
	w := 0.0
	for _, line := range lines {
		w = max(w, p.width(line, f))
	}
	return w
}

// shorten returns the text, or as much of its start as fits with an ellipsis.
// It cuts between words unless that would lose more than a long word.
func (p *pen) shorten(text string, f face, width float64) string {
	if p.width(text, f) <= width {
		return text
	}
	const longWord = 14
	runes := []rune(text)
	fits := func(n int) string { return strings.TrimRight(string(runes[:n]), " ,;:.·–—-") + ellipsis }
	n := sort.Search(len(runes), func(n int) bool { return p.width(fits(n+1), f) > width })
	for cut := n; cut > 0 && n-cut < longWord; cut-- {
		if cut < len(runes) && runes[cut] == ' ' {
			return fits(cut)
		}
	}
	return fits(n)
}

// headline sets the text as large as the room allows, from the largest size
// to the smallest, in at most maxLines even lines. A text too long for the
// smallest, at which maxLines always fit, ends in an ellipsis.
func (p *pen) headline(text string, width, height, largest float64) ([]string, face) {
	smallest := min(48, height/headlineHeight(maxLines, 1))
	f := face{font: bold, tight: .018}
	for f.size = largest; f.size > smallest; f.size -= 2 {
		lines := p.wrap(text, f, width)
		if len(lines) <= maxLines && headlineHeight(len(lines), f.size) <= height && p.widest(lines, f) <= width {
			return p.balance(text, f, width), f
		}
	}
	f.size = smallest
	lines := p.wrap(text, f, width)
	if len(lines) > maxLines {
		lines = append(lines[:maxLines-1], strings.Join(lines[maxLines-1:], " "))
	} else {
		lines = p.balance(text, f, width)
	}
	for i, line := range lines {
		lines[i] = p.shorten(line, f, width)
	}
	return lines, f
}

// leading is the distance between two baselines of a headline, in parts of
// its size.
const leading = 1.13

// descent is how far a letter such as p reaches below the baseline, in parts
// of the size.
const descent = .22

// headlineHeight is from the top of the first line's capitals to the bottom
// of the last line.
func headlineHeight(lines int, size float64) float64 {
	if lines == 0 {
		return 0
	}
	return size * (capHeight + leading*float64(lines-1) + descent)
}
