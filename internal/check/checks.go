package check

import "whichpm/internal/quiz"

// heading names a check and says what its value is.
type heading struct{ key, name, measures string }

// outcome is what a check measured and found.
type outcome struct {
	value    any // a number, or a text with some
	findings []Finding
}

func (o *outcome) error(field string, what, fix quiz.Message) { o.add(Error, field, what, fix) }

func (o *outcome) advice(field string, what, fix quiz.Message) { o.add(Advice, field, what, fix) }

func (o *outcome) add(severity Severity, field string, what, fix quiz.Message) {
	o.findings = append(o.findings, Finding{
		Severity: severity, Field: field, What: what.String(), Fix: fix.String(), what: what, fix: fix,
	})
}

// say is a text about what a check found.
func say(id, text string, values ...any) quiz.Message {
	return quiz.Say("adminfindings."+id, text, values...)
}

// of is the value of a check that compares two numbers.
func of(n, all any) quiz.Message { return say("of", "{n} of {all}", "n", n, "all", all) }

func digits(n int, x float64) quiz.Number { return quiz.Number{X: x, Digits: n} }

// checks are all that need a version that can be scored: chance first, then
// the roles, the options, the words and the numbers.
var checks = []struct {
	heading
	run func(*subject) outcome
}{
	{heading{"agree_to_all", "Agreeing to everything", "highest chance of a role, roles being equally common"}, agreeToAll},
	{heading{"straight_columns", "Always the same column", "furthest a role gets from an even chance"}, straightColumns},
	{heading{"random_takers", "Answers by chance", "furthest the average of a role gets from an even chance"}, randomTakers},
	{heading{"keyed_both_ways", "Statements for both ends", "dimensions whose statements all point one way, or that nothing asks about"}, keyedBothWays},
	{heading{"scene_balance", "Balanced scenes", "scenes whose ways to act do not add up to zero"}, sceneBalance},
	{heading{"role_reachable", "Every role can win", "lowest chance a role gets from the answers that suit it best"}, roleReachable},
	{heading{"single_answer", "No answer decides alone", "most that changing one answer moves the log-odds, of what turns an even chance into a clear verdict"}, singleAnswer},
	{heading{"suppressor", "No dimension speaks for the wrong role", "dimensions left out of the verdict for it"}, suppressor},
	{heading{"dead_option", "Every answer says something", "answers and questions that say nothing"}, deadOption},
	{heading{"duplicate_option", "Answers differ", "answers that count exactly like another of their question"}, duplicateOption},
	{heading{"dominated_option", "No answer is a weaker other", "ways to act that say the same as another, only less"}, dominatedOption},
	{heading{"option_position", "Place does not tell the role", "how far the ways to act at one place lean to one role, 0 to 1"}, optionPosition},
	{heading{"placeholder", "Placeholder text", "texts nobody has written yet"}, placeholder},
	{heading{"near_duplicate", "Nothing is asked twice", "largest share of words that two texts have in common"}, nearDuplicate},
	{heading{"double_barrelled", "One thing at a time", "texts that join two things with “and” or “or”"}, doubleBarrelled},
	{heading{"negated", "Said without “not”", "texts with a negation"}, negated},
	{heading{"giveaway", "No word gives the role away", "texts with the name of a role or a word of its trade"}, giveaway},
	{heading{"reading_grade", "Easy to read", "school grade of all texts, and of the hardest question"}, readingGrade},
	{heading{"option_length", "Answers of like length", "longest answer over the shortest of its question"}, optionLength},
	{heading{"unsourced", "Every number has a source", "profile numbers that count and name no source"}, unsourced},
	{heading{"translated", "Translations are whole", "texts that a translation lacks or that are outdated"}, translated},
	{heading{"reviewed", "A native speaker has read it", "translated texts that none has read"}, reviewed},
}
