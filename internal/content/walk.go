package content

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// walk goes through a file that is JSON, holds it against the shape it must
// have and remembers the line of every value.
type walk struct {
	decoder  *json.Decoder
	lines    lines
	at       map[string]int    // line by place: "questions.3.text"
	numbers  map[string]string // place of an element by its key: "questions.3" of "questions.h1"
	named    map[string]int    // line of its key by place: "questions.3"
	older    map[string]string // place as files of before call it, by what it is called now
	problems []Located
}

var fileShape = reflect.TypeFor[file]()

func newWalk(body []byte, l lines) *walk {
	w := &walk{decoder: json.NewDecoder(bytes.NewReader(body)), lines: l, at: map[string]int{}, numbers: map[string]string{}, named: map[string]int{}}
	w.decoder.UseNumber()
	return w
}

func (w *walk) problem(place, code string, values ...any) {
	w.problems = append(w.problems, located(w.lines.at(w.decoder.InputOffset()), place, code, values...))
}

// value reads the value at a place. Reading cannot fail: checkSyntax has read
// the file before.
func (w *walk) value(place string, shape reflect.Type) {
	token, _ := w.decoder.Token()
	w.at[place] = w.lines.at(w.decoder.InputOffset())
	if shape.Kind() == reflect.Pointer {
		shape = shape.Elem()
	}
	switch {
	case token == nil: // null is no value
	case !fits(token, shape):
		w.problem(place, wanted(shape))
		w.skip(token)
	case token == json.Delim('{'):
		w.object(place, shape)
	case token == json.Delim('['):
		for i := 0; w.decoder.More(); i++ {
			w.value(within(place, strconv.Itoa(i)), shape.Elem())
		}
		_, _ = w.decoder.Token() // the closing bracket
	default:
		w.name(place, token)
	}
}

// name remembers what the domain calls an element of a list.
func (w *walk) name(place string, token json.Token) {
	for _, end := range []string{".id", ".key"} {
		numbered, isName := strings.CutSuffix(place, end)
		if name, isText := token.(string); isName && isText {
			list := numbered[:strings.LastIndexByte(numbered, '.')+1]
			w.numbers[list+name], w.named[numbered] = numbered, w.at[place]
		}
	}
}

// skip reads the rest of a value that begins with token.
func (w *walk) skip(token json.Token) {
	for depth := 0; ; token, _ = w.decoder.Token() {
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth <= 0 {
			return
		}
	}
}

func (w *walk) object(place string, shape reflect.Type) {
	seen := map[string]bool{}
	for w.decoder.More() {
		token, _ := w.decoder.Token()
		name, _ := token.(string)
		here := within(place, name)
		switch next, known := member(shape, name); {
		case !known:
			w.problem(here, "file_name", "it", quiz.Quoted(name))
			token, _ = w.decoder.Token()
			w.skip(token)
		default:
			if seen[name] {
				w.problem(here, "file_twice", "it", quiz.Quoted(name))
			}
			w.value(here, next)
		}
		seen[name] = true
	}
	_, _ = w.decoder.Token() // the closing brace
}

// member returns the shape of a member of an object.
func member(shape reflect.Type, name string) (reflect.Type, bool) {
	if shape.Kind() == reflect.Map {
		return shape.Elem(), true
	}
	for f := range shape.Fields() {
		if f.Anonymous {
			if inner, known := member(f.Type, name); known {
				return inner, true
			}
		}
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag == name {
			return f.Type, true
		}
	}
	return nil, false
}

func fits(token json.Token, shape reflect.Type) bool {
	switch shape.Kind() {
	case reflect.Struct, reflect.Map:
		return token == json.Delim('{')
	case reflect.Slice:
		return token == json.Delim('[')
	case reflect.String:
		_, ok := token.(string)
		return ok
	case reflect.Bool:
		_, ok := token.(bool)
		return ok
	}
	number, ok := token.(json.Number)
	if ok && shape.Kind() == reflect.Int {
		_, err := strconv.ParseInt(number.String(), 10, 64)
		return err == nil
	}
	_, err := number.Float64()
	return ok && err == nil
}

// wanted says what belongs in a place, with its code.
func wanted(shape reflect.Type) string {
	switch shape.Kind() {
	case reflect.Struct, reflect.Map:
		return "file_object"
	case reflect.Slice:
		return "file_list"
	case reflect.String:
		return "file_text"
	case reflect.Bool:
		return "file_bool"
	case reflect.Int:
		return "file_whole"
	}
	return "file_number"
}

func within(place, name string) string {
	if place == "" {
		return name
	}
	return place + "." + name
}

// find returns what the file calls a field of the version, and its line or that
// of what it lies within.
func (w *walk) find(field string) (called string, line int) {
	place := w.numbered(field)
	if older, known := w.older[place]; known {
		return calledOlder(field, place, older), w.at[older]
	}
	return field, w.line(place)
}

func (w *walk) line(place string) int {
	if named, isElement := w.named[place]; isElement { // what is wrong with it is its key
		return named
	}
	for {
		if line, known := w.at[place]; known {
			return line
		}
		outer := strings.LastIndexByte(place, '.')
		if outer < 0 {
			return w.at[""]
		}
		place = place[:outer]
	}
}

// numbered turns "questions.h1.text" into "questions.3.text". Of two with one
// key it is the second, which has to change.
func (w *walk) numbered(place string) string {
	for outer := len(place); outer > 0; outer = strings.LastIndexByte(place[:outer], '.') {
		if numbered, known := w.numbers[place[:outer]]; known {
			return numbered + place[outer:]
		}
	}
	return place
}
