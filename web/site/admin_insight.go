package site

import "net/url"

// Paths of the pages on what the results say about the quiz itself.
const (
	AdminInsight           = "/admin/insight"
	AdminInsightQuestions  = "/admin/insight/questions"
	AdminInsightDimensions = "/admin/insight/dimensions"
	AdminInsightOutcomes   = "/admin/insight/outcomes"
)

// The same numbers as tables to keep.
const (
	AdminInsightDaysCSV      = "/admin/insight/days.csv"
	AdminInsightQuestionsCSV = "/admin/insight/questions.csv"
	AdminInsightOptionsCSV   = "/admin/insight/options.csv"
	AdminInsightStepsCSV     = "/admin/insight/steps.csv"
)

// AdminInsightQuestionPattern is the page on one question.
const AdminInsightQuestionPattern = "/admin/insight/questions/{key}"

// AdminInsightQuestion says what is known about one question.
func AdminInsightQuestion(key string) string {
	return AdminInsightQuestions + "/" + url.PathEscape(key)
}
