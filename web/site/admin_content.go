package site

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// Paths of what the draft holds beside its questions.
const (
	AdminDimensions = "/admin/dimensions"
	AdminQuizRoles  = "/admin/roles"
	AdminPriors     = "/admin/priors"
	AdminSettings   = "/admin/settings"
	AdminGuide      = "/admin/guide"
	AdminScenarios  = "/admin/scenarios"
	AdminChecks     = "/admin/checks"
	AdminKeying     = "/admin/checks/keying" // how it can be spread

	AdminTranslations = "/admin/translations"
	AdminOutdated     = "/admin/translations/outdated"
)

// Patterns for the router, with the functions that fill them in below.
const (
	AdminDimensionPattern         = "/admin/dimensions/{key}"
	AdminDimensionRemovalPattern  = "/admin/dimensions/{key}/removal"
	AdminDimensionPositionPattern = "/admin/dimensions/{key}/position"
	AdminQuizRolePositionPattern  = "/admin/roles/{key}/position"
	AdminScenarioPositionPattern  = "/admin/scenarios/{key}/position"
	AdminQuizRolePattern          = "/admin/roles/{key}"
	AdminQuizRoleRemovalPattern   = "/admin/roles/{key}/removal"
	AdminStatementsPattern        = "/admin/roles/{key}/statements"
	AdminScenarioPattern          = "/admin/scenarios/{key}"
	AdminScenarioRemovalPattern   = "/admin/scenarios/{key}/removal"
	AdminTranslationPattern       = "/admin/translations/{language}/{part}"
)

// AdminDimension edits a dimension.
func AdminDimension(key string) string { return AdminDimensions + "/" + key }

// AdminDimensionRemoval asks whether to delete a dimension, and deletes it.
func AdminDimensionRemoval(key string) string { return AdminDimension(key) + "/removal" }

// AdminDimensionPosition takes the form that moves a dimension.
func AdminDimensionPosition(key string) string { return AdminDimension(key) + "/position" }

// AdminQuizRolePosition takes the form that moves a role.
func AdminQuizRolePosition(key string) string { return AdminQuizRole(key) + "/position" }

// AdminScenarioPosition takes the form that moves a scenario.
func AdminScenarioPosition(key string) string { return AdminScenario(key) + "/position" }

// AdminQuizRole edits a role's name and profile.
func AdminQuizRole(key string) string { return AdminQuizRoles + "/" + key }

// AdminQuizRoleRemoval asks whether to delete a role, and deletes it.
func AdminQuizRoleRemoval(key string) string { return AdminQuizRole(key) + "/removal" }

// AdminStatements takes the form that adds statements which tell a role apart.
func AdminStatements(role string) string { return AdminQuizRole(role) + "/statements" }

// AdminScenario edits a scenario.
func AdminScenario(key string) string { return AdminScenarios + "/" + key }

// AdminScenarioRemoval deletes a scenario.
func AdminScenarioRemoval(key string) string { return AdminScenario(key) + "/removal" }

// AdminTranslation edits a part, such as "questions.h1", in a language.
func AdminTranslation(language, part string) string {
	return AdminTranslations + "/" + language + "/" + part
}

// AdminEditor is the page that edits a place such as "questions.h1.text", at
// its control where that has the name of the place, or the list of what stands at
// a place in it. It is "" for no place.
func AdminEditor(field string) string {
	if translated, ok := strings.CutPrefix(field, "translations."); ok {
		language, at, within := strings.Cut(translated, ".")
		if !within {
			return AdminTranslations + "#" + field
		}
		return AdminTranslation(language, quiz.PartOf(at)) + "#" + field
	}
	parts := strings.Split(field, ".")
	key := ""
	if len(parts) > 1 && !slices.Contains([]string{"settings", "guide", "title", "about", "language"}, parts[0]) && field != "roles.prior" {
		key = parts[1]
	}
	list, known := map[string]string{
		"title": AdminSettings, "language": AdminSettings, "about": AdminSettings, "settings": AdminSettings, "guide": AdminGuide, "questions": AdminQuestions,
		"dimensions": AdminDimensions, "roles": AdminQuizRoles, "scenarios": AdminScenarios,
	}[parts[0]]
	switch {
	case !known:
		return ""
	case key == "", parts[len(parts)-1] == "position", parts[0] == "roles" && parts[len(parts)-1] == "prior":
		return list + "#" + field
	}
	return list + "/" + key + "#" + field
}
