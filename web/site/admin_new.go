package site

import "strings"

// Paths of a quiz from nothing: the page that asks first, then the steps.
const (
	AdminNew           = "/admin/new"
	AdminNewTitle      = "/admin/new/title"
	AdminNewLanguage   = "/admin/new/language"
	AdminNewRoles      = "/admin/new/roles"
	AdminNewDimensions = "/admin/new/dimensions"
	AdminNewQuestions  = "/admin/new/questions"
)

// AdminNewSteps are the steps in their order.
var AdminNewSteps = []string{AdminNewTitle, AdminNewLanguage, AdminNewRoles, AdminNewDimensions, AdminNewQuestions}

// AdminNewEditor is the step that edits a place such as "roles.one.name", at
// its control. Where no step does it is AdminEditor.
func AdminNewEditor(field string) string {
	parts := strings.Split(field, ".")
	list, rest := parts[0], strings.Join(parts[min(2, len(parts)):], ".")
	switch {
	case field == "title" || field == "about.lead":
		return AdminNewTitle + "#" + field
	case field == "language" || field == "about.no_jobs" || field == "about.roles":
		return AdminNewLanguage + "#" + field
	case list == "roles" && strings.HasPrefix(rest, "profile."):
		return AdminNewDimensions + "#dimensions." + strings.Split(rest, ".")[1]
	case list == "roles" && rest == "profile":
		return AdminNewDimensions
	case list == "roles" && (rest == "" || rest == "name" || rest == "short" || rest == "content.tagline" || rest == "content.summary"):
		return AdminNewRoles + "#" + field
	case list == "dimensions" && (rest == "name" || rest == "positive_pole" || rest == "negative_pole"):
		return AdminNewDimensions + "#" + field
	case list == "dimensions" && rest == "", field == "questions":
		return AdminNewQuestions + "#" + field // it is about what is asked
	}
	return AdminEditor(field)
}
