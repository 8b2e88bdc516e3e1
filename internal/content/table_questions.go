package content

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// sheetQuestion is a question in a table: a row an option.
type sheetQuestion struct {
	key   string
	place int
	rows  []tableRow
}

// questionsOver puts the questions of a table, which QuestionsCSV wrote and somebody
// changed, in the place of those of base. Columns that are missing change nothing,
// and nothing but questions changes. Options and questions are followed to new
// places by their numbers and keys.
func questionsOver(t table, base *quiz.Version) (*quiz.Version, []Located) {
	s := sheet{table: t, v: base.Clone(), lines: map[string]int{}}
	s.checkColumns()
	groups := s.questions()
	if len(s.found) > 0 {
		return nil, s.found
	}
	var questions []quiz.Question
	kept := map[string]bool{}
	for _, g := range groups {
		q := s.question(g)
		kept[q.Key] = true
		s.lines[q.Key] = g.rows[0].line
		questions = append(questions, q)
	}
	var removed []quiz.Question
	for _, q := range s.v.Questions {
		if !kept[q.Key] {
			removed = append(removed, q)
		}
	}
	s.v.Questions = slices.Concat(questions, removed)
	for _, q := range removed {
		_ = s.v.DeleteQuestion(q.Key) // what else is wrong with the version is found below
	}
	for _, key := range s.added {
		s.v.ShareLabelTexts(key)
	}
	return s.checked(base)
}

// sheet is a table of questions while it is read.
type sheet struct {
	table

	v     *quiz.Version
	lines map[string]int // by key of a question
	added []string       // keys of new questions
	found []Located
}

func (s *sheet) refuse(line int, field, code string, values ...any) {
	s.found = append(s.found, located(line, field, code, values...))
}

// fixedColumns are those a table of questions may have beside the loadings.
var fixedColumns = []string{"place", "key", "kind", "text", "first_side", "second_side", "strength", "asked", "source", "option", "label"}

const loadingColumn = "loading_"

func (s *sheet) checkColumns() {
	for _, needed := range []string{"key", "option"} {
		if !s.has(needed) {
			s.refuse(1, needed, "table_column", "it", needed)
		}
	}
	for _, name := range s.names {
		key, loading := strings.CutPrefix(name, loadingColumn)
		known := slices.Contains(fixedColumns, name) || loading && s.v.DimensionIndex(key) >= 0
		if name != "" && !known {
			s.refuse(1, name, "file_name", "it", quiz.Quoted(name))
		}
	}
}

// questions are the rows of each question, in the order of their places; one without
// a place follows the one above it. A row without a key begins a new question where
// it has a text, and goes on with it where it has none.
func (s *sheet) questions() []*sheetQuestion {
	var groups []*sheetQuestion
	byKey := map[string]*sheetQuestion{}
	place := 0
	for _, row := range s.rows {
		key, text := s.of(row, "key"), s.of(row, "text")
		last := len(groups) - 1
		goesOn := key == "" && last >= 0 && groups[last].key == "" && (text == "" || text == s.of(groups[last].rows[0], "text"))
		switch {
		case key != "" && byKey[key] != nil:
			byKey[key].rows = append(byKey[key].rows, row)
		case goesOn:
			groups[last].rows = append(groups[last].rows, row)
		default:
			if n, err := quiz.ReadWhole(s.of(row, "place")); err == nil {
				place = n
			}
			g := &sheetQuestion{key, place, []tableRow{row}}
			groups = append(groups, g)
			if key != "" {
				byKey[key] = g
			}
		}
	}
	if len(groups) == 0 {
		s.refuse(1, "", "table_empty")
	}
	slices.SortStableFunc(groups, func(a, b *sheetQuestion) int { return a.place - b.place })
	return groups
}

// question is what the rows say, on what is known of the question.
func (s *sheet) question(g *sheetQuestion) quiz.Question {
	kind := quiz.KindNamed(s.same(g, "kind"))
	q, known := quiz.Question{Key: g.key, Kind: kind, Strength: 1}, false
	if i := s.v.QuestionIndex(g.key); g.key != "" && i >= 0 {
		known = true
		if s.has("kind") && kind != s.v.Questions[i].Kind {
			_ = s.v.SetKind(g.key, kind) // an unknown kind is found below
		}
		q = s.v.Questions[i].Clone()
	} else if g.key == "" {
		q.Key = s.newKey()
	}
	for column, into := range map[string]*string{"text": &q.Text, "first_side": &q.Left, "second_side": &q.Right, "source": &q.Source} {
		if s.has(column) {
			*into = s.same(g, column)
		}
	}
	q.Strength = s.number(g.rows[0], "strength", s.same(g, "strength"), q.Strength)
	s.asked(g, &q)
	was := s.options(g, &q)
	if known {
		s.v.CarryOptions(q.Key, was)
	} else {
		s.v.LabelAsOthers(&q)
		s.added = append(s.added, q.Key)
	}
	return q
}

// same is the cell of a question that all its rows share: an empty one says nothing.
func (s *sheet) same(g *sheetQuestion, column string) string {
	said := ""
	for _, row := range g.rows {
		switch cell := s.of(row, column); {
		case said == "":
			said = cell
		case cell != "" && cell != said:
			s.refuse(row.line, column, "table_differs", "it", column)
		}
	}
	return said
}

// newKey is one that no question has, also none that is still to be read.
func (s *sheet) newKey() string {
	taken := map[string]bool{}
	for _, row := range s.rows {
		taken[s.of(row, "key")] = true
	}
	for _, q := range s.v.Questions {
		taken[q.Key] = true
	}
	for n := 1; ; n++ {
		key := "sheet_" + strconv.FormatInt(s.v.ID, 10) + "_" + strconv.Itoa(n)
		if _, used := s.lines[key]; !used && !taken[key] {
			return key
		}
	}
}

var (
	yes = []string{"yes", "ja", "true", "1", "x"}
	no  = []string{"no", "nein", "false", "0", "-"}
)

func (s *sheet) asked(g *sheetQuestion, q *quiz.Question) {
	switch cell := strings.ToLower(s.same(g, "asked")); {
	case cell == "":
	case slices.Contains(yes, cell):
		q.Retired = false
	case slices.Contains(no, cell):
		q.Retired = true
	default:
		s.refuse(g.rows[0].line, "asked", "table_asked")
	}
}

// options are those of the rows. It returns which option each was before, by the
// number that the row has.
func (s *sheet) options(g *sheetQuestion, q *quiz.Question) (was []int) {
	before := q.Options
	q.Options = nil
	for _, row := range g.rows {
		option, old := quiz.Option{Loadings: map[string]float64{}}, -1
		if n, err := quiz.ReadWhole(s.of(row, "option")); err == nil && n >= 1 && n <= len(before) && !slices.Contains(was, n-1) {
			old, option = n-1, quiz.Option{Label: before[n-1].Label, Loadings: maps.Clone(before[n-1].Loadings)}
		}
		if s.has("label") {
			option.Label = s.of(row, "label")
		}
		option.Label = q.Kind.Label(len(q.Options), option.Label)
		for _, d := range s.v.Dimensions {
			column := loadingColumn + d.Key
			loading := s.number(row, column, s.of(row, column), 0)
			if s.has(column) {
				delete(option.Loadings, d.Key)
				if loading != 0 {
					option.Loadings[d.Key] = loading
				}
			}
		}
		q.Options, was = append(q.Options, option), append(was, old)
	}
	return was
}

// number reads a cell, in which a point and a comma are the same. An empty one is
// otherwise.
func (s *sheet) number(row tableRow, column, cell string, otherwise float64) float64 {
	if cell == "" {
		return otherwise
	}
	x, err := quiz.ReadNumber(cell)
	if err != nil {
		s.refuse(row.line, column, "table_number", "it", quiz.Quoted(cell))
	}
	return x
}

// checked is the version as a content file would have it, or what is wrong with it
// by the line of the question.
func (s *sheet) checked(base *quiz.Version) (*quiz.Version, []Located) {
	for _, p := range s.v.Validate() {
		line, rest := 1, strings.Split(p.Field, ".")
		if rest[0] == "questions" && len(rest) > 1 && s.lines[rest[1]] > 0 {
			line = s.lines[rest[1]]
		}
		s.found = append(s.found, Located{line, p})
	}
	if len(s.found) > 0 {
		slices.SortStableFunc(s.found, func(a, b Located) int { return a.Line - b.Line })
		return nil, atMost(s.found)
	}
	return over(s.v, base)
}
