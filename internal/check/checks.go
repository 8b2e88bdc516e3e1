package check

import (
	"strings"

	"whichpm/internal/message"
	"whichpm/internal/quiz"
)

// heading is the key of a check, which never changes. By it the catalogues
// name the check and say what its value is.
type heading string

func (h heading) name() string { return message.Text("adminchecks." + string(h)) }

func (h heading) measures() string { return message.Text("adminchecks." + string(h) + "_measures") }

// outcome is what a check measured and found.
type outcome struct {
	value    any // a number, or a text with some
	findings []Finding
}

func (o *outcome) error(field string, what, fix quiz.Message) { o.add(Error, field, what, fix) }

func (o *outcome) advice(field string, what, fix quiz.Message) { o.add(Advice, field, what, fix) }

func (o *outcome) add(severity Severity, field string, what, fix quiz.Message) {
	o.findings = append(o.findings, Finding{
		Severity: severity, Field: field, What: what.String(), Fix: fix.String(), Role: roleAt(field), what: what, fix: fix,
	})
}

// about says which role the last finding is about, where its place does not.
func (o *outcome) about(r quiz.Role) { o.findings[len(o.findings)-1].Role = r.Key }

// roleAt is the key of the role a place belongs to.
func roleAt(field string) string {
	if list, rest, _ := strings.Cut(field, "."); list == "roles" {
		key, _, _ := strings.Cut(rest, ".")
		return key
	}
	return ""
}

// say is a text about what a check found.
func say(id string, values ...any) quiz.Message {
	id = "adminfindings." + id
	return quiz.Say(id, message.Text(id, values...), values...)
}

// of is the value of a check that compares two numbers.
func of(n, all any) quiz.Message { return say("of", "n", n, "all", all) }

func digits(n int, x float64) quiz.Number { return quiz.Number{X: x, Digits: n} }

// checks are all that need a version that can be scored: chance first, then
// the roles, the options, the words and the numbers.
var checks = []struct {
	heading
	run func(*subject) outcome
}{
	{"agree_to_all", agreeToAll},
	{"straight_columns", straightColumns},
	{"random_takers", randomTakers},
	{"keyed_both_ways", keyedBothWays},
	{"scene_balance", sceneBalance},
	{"same_profile", sameProfile},
	{"same_name", sameName},
	{"role_reachable", roleReachable},
	{"single_answer", singleAnswer},
	{"suppressor", suppressor},
	{"dead_option", deadOption},
	{"duplicate_option", duplicateOption},
	{"dominated_option", dominatedOption},
	{"option_position", optionPosition},
	{"placeholder", placeholder},
	{"near_duplicate", nearDuplicate},
	{"double_barrelled", doubleBarrelled},
	{"negated", negated},
	{"giveaway", giveaway},
	{"reading_grade", readingGrade},
	{"option_length", optionLength},
	{"role_content", roleContent},
	{"speaks_of_two", speaksOfTwo},
	{"names_some", namesSome},
	{"says_of_itself", saysOfItself},
	{"unsourced", unsourced},
	{"translated", translated},
	{"reviewed", reviewed},
}
