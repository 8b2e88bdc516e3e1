package server_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// schema checks values against the part of JSON Schema that our document uses.
// It refuses a document that uses more, and remembers which properties it saw.
type schema struct {
	root rule
	defs map[string]any
	seen map[string]bool // by name
}

type rule = map[string]any

func newSchema(t testing.TB, document reply) *schema {
	t.Helper()
	root := document.decoded(t)
	s := &schema{root: root, defs: root["$defs"].(rule), seen: map[string]bool{}}
	s.known(t, root)
	return s
}

// known fails for words the checker would ignore.
func (s *schema) known(t testing.TB, r rule) {
	t.Helper()
	words := strings.Fields("$schema $id $defs $ref title description type format properties required additionalProperties items enum const minimum maximum allOf if then")
	for word := range r {
		if !slices.Contains(words, word) {
			t.Errorf("the schema uses %s, which this test does not check", word)
		}
	}
	for _, inner := range parts(r) {
		s.known(t, inner)
	}
}

// parts are the rules inside a rule.
func parts(r rule) []rule {
	var inner []rule
	for _, word := range []string{"properties", "$defs"} {
		group, _ := r[word].(rule)
		for _, each := range group {
			inner = append(inner, each.(rule))
		}
	}
	for _, word := range []string{"additionalProperties", "items", "if", "then"} {
		if each, ok := r[word].(rule); ok {
			inner = append(inner, each)
		}
	}
	all, _ := r["allOf"].([]any)
	for _, each := range all {
		inner = append(inner, each.(rule))
	}
	return inner
}

// check lists what is wrong with a value.
func (s *schema) check(r rule, value any, at string) (wrong []string) {
	complain := func(format string, a ...any) { wrong = append(wrong, at+" "+fmt.Sprintf(format, a...)) }
	if name, ok := r["$ref"].(string); ok {
		wrong = append(wrong, s.check(s.defs[strings.TrimPrefix(name, "#/$defs/")].(rule), value, at)...)
	}
	if want, ok := r["const"]; ok && value != want {
		complain("is %v, not %v", value, want)
	}
	if among, ok := r["enum"].([]any); ok && !slices.Contains(among, value) {
		complain("is %v, none of %v", value, among)
	}
	if !isOf(r["type"], value) {
		complain("is %v, not of type %v", value, r["type"])
	}
	switch value := value.(type) {
	case float64:
		least, low := r["minimum"].(float64)
		most, high := r["maximum"].(float64)
		if low && value < least || high && value > most {
			complain("is %v, out of range", value)
		}
	case string:
		if !written(r["format"], value) {
			complain("is %q, no %v", value, r["format"])
		}
	case []any:
		if items, ok := r["items"].(rule); ok {
			for i, item := range value {
				wrong = append(wrong, s.check(items, item, fmt.Sprintf("%s[%d]", at, i))...)
			}
		}
	case map[string]any:
		wrong = append(wrong, s.checkObject(r, value, at)...)
	}
	all, _ := r["allOf"].([]any)
	for _, each := range all {
		wrong = append(wrong, s.check(each.(rule), value, at)...)
	}
	if condition, ok := r["if"].(rule); ok && len(s.check(condition, value, at)) == 0 {
		wrong = append(wrong, s.check(r["then"].(rule), value, at)...)
	}
	return wrong
}

func (s *schema) checkObject(r rule, object map[string]any, at string) (wrong []string) {
	required, _ := r["required"].([]any)
	for _, name := range required {
		if _, ok := object[name.(string)]; !ok {
			wrong = append(wrong, fmt.Sprintf("%s has no %s", at, name))
		}
	}
	properties, _ := r["properties"].(rule)
	for name, value := range object {
		if property, ok := properties[name].(rule); ok {
			s.seen[ruleID(property)] = true
			wrong = append(wrong, s.check(property, value, at+"."+name)...)
			continue
		}
		switch others := r["additionalProperties"].(type) {
		case bool:
			if !others {
				wrong = append(wrong, fmt.Sprintf("%s has %s, which the schema does not know", at, name))
			}
		case rule:
			wrong = append(wrong, s.check(others, value, at+"."+name)...)
		}
	}
	return wrong
}

// ruleID tells one rule of the document from another.
func ruleID(r rule) string { return fmt.Sprintf("%p", r) }

// unproduced lists the properties that no checked value had.
func (s *schema) unproduced() []string { return s.unseen(s.root) }

func (s *schema) unseen(r rule) (names []string) {
	properties, _ := r["properties"].(rule)
	for name, property := range properties {
		if !s.seen[ruleID(property.(rule))] {
			names = append(names, name)
		}
	}
	for _, inner := range parts(r) {
		names = append(names, s.unseen(inner)...)
	}
	return names
}

func isOf(types, value any) bool {
	switch types := types.(type) {
	case nil:
		return true
	case []any:
		return slices.ContainsFunc(types, func(t any) bool { return isOf(t, value) })
	default:
		number, isNumber := value.(float64)
		return types == kind(value) || types == "integer" && isNumber && number == math.Trunc(number)
	}
}

func kind(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}

func written(format any, text string) bool {
	var err error
	switch format {
	case "date":
		_, err = time.Parse(time.DateOnly, text)
	case "date-time":
		_, err = time.Parse(time.RFC3339, text)
	case "uri":
		return strings.HasPrefix(text, "http")
	}
	return err == nil
}

func TestTheSchemaCheckFindsWhatIsWrong(t *testing.T) {
	s := &schema{seen: map[string]bool{}, defs: rule{"small": rule{"type": "integer", "maximum": 3.0}}}
	object := rule{
		"type": "object", "required": []any{"a"}, "additionalProperties": false,
		"properties": rule{"a": rule{"$ref": "#/$defs/small"}, "b": rule{"type": []any{"string", "null"}, "format": "date"}, "c": rule{"items": rule{"const": "x"}}},
		"allOf":      []any{rule{"if": rule{"properties": rule{"a": rule{"const": 1.0}}}, "then": rule{"required": []any{"b"}}}},
	}
	for _, tt := range []struct {
		value any
		want  int // things wrong
	}{
		{map[string]any{"a": 2.0}, 0},
		{map[string]any{"a": 1.0}, 1},
		{map[string]any{"a": 1.0, "b": nil}, 0},
		{map[string]any{"a": 2.5}, 1},
		{map[string]any{"a": 4.0, "d": true}, 2},
		{map[string]any{"b": "tomorrow"}, 2},
		{map[string]any{"a": 2.0, "b": "2026-11-02", "c": []any{"x", "y"}}, 1},
		{"text", 1},
	} {
		if got := s.check(object, tt.value, ""); len(got) != tt.want {
			t.Errorf("%v has %d things wrong: %v", tt.value, len(got), got)
		}
	}
}
