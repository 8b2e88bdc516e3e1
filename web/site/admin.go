package site

import (
	"net/url"
	"strconv"
)

// Paths of the pages for admins. All of them begin with Admin.
const (
	Admin                = "/admin"
	AdminSignIn          = "/admin/sign-in"
	AdminSignInCode      = "/admin/sign-in/code"
	AdminSignInPasskey   = "/admin/sign-in/passkey"           //nolint:gosec // an address
	AdminSignInChallenge = "/admin/sign-in/passkey/challenge" // gives what a browser has to sign
	AdminSignOut         = "/admin/sign-out"
	AdminAccount         = "/admin/account"
	AdminPassword        = "/admin/account/password"
	AdminSessionsEnd     = "/admin/account/sessions/removal" // ends them everywhere
	AdminSecondFactor    = "/admin/account/second-factor"
	AdminSecondFactorEnd = "/admin/account/second-factor/removal"
	AdminRecoveryCodes   = "/admin/account/recovery-codes"
	AdminPasskeys        = "/admin/account/passkeys"
	AdminPasskeyNew      = "/admin/account/passkeys/challenge" // asks the browser for a new one
	AdminPasskeyEnd      = "/admin/account/passkeys/removal"
	Admins               = "/admin/admins"
	AdminDraft           = "/admin/draft"
	AdminQuestions       = "/admin/questions"
	AdminFind            = "/admin/find" // over the texts of the draft
)

// Patterns of what an owner changes of another admin.
const (
	AdminRolePattern    = "/admin/admins/{id}/role"
	AdminRemovalPattern = "/admin/admins/{id}/removal"
	AdminReturnPattern  = "/admin/admins/{id}/return"
	AdminResetPattern   = "/admin/admins/{id}/reset"
)

// AdminSignInTo signs in and goes on to the page next.
func AdminSignInTo(next string) string {
	return AdminSignIn + "?" + url.Values{"next": {next}}.Encode()
}

// AdminRole takes the form that changes what an admin may do.
func AdminRole(id string) string { return Admins + "/" + id + "/role" }

// AdminRemoval takes the form that lets an admin in no more.
func AdminRemoval(id string) string { return Admins + "/" + id + "/removal" }

// AdminReturn takes the form that lets an admin in again.
func AdminReturn(id string) string { return Admins + "/" + id + "/return" }

// AdminReset takes the form that gives an admin a new temporary password.
func AdminReset(id string) string { return Admins + "/" + id + "/reset" }

// AdminQuestion edits a question of the draft.
func AdminQuestion(key string) string { return AdminQuestions + "/" + key }

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

// AdminRecalibration shows what the people who do the jobs would change in the
// published version, and takes the form that accepts it into the draft.
const AdminRecalibration = "/admin/insight/recalibration"

// AdminQuizRolesRecalibrated lists the roles under a notice on how many
// numbers were set and how many left alone.
func AdminQuizRolesRecalibrated(set, left int) string {
	return AdminQuizRoles + "?" + url.Values{"set": {strconv.Itoa(set)}, "left": {strconv.Itoa(left)}}.Encode()
}

// Paths of the pages about versions and of the log.
const (
	AdminVersions     = "/admin/versions"
	AdminVersionsDiff = "/admin/versions/diff" // takes the form that chooses two
	AdminDraftRemoval = "/admin/versions/draft/removal"
	AdminAside        = "/admin/versions/draft/aside" // has the draft wait under a name
	AdminKept         = "/admin/kept"                 // keeps what is typed and not saved
	AdminKeptRemoval  = "/admin/kept/removal"
	AdminSaves        = "/admin/draft/changes"      // that can be undone
	AdminUndo         = "/admin/draft/changes/undo" // takes back the last that stands
	AdminRedo         = "/admin/draft/changes/redo" // makes the first again that was undone
	AdminPublication  = "/admin/publication"
	AdminAudit        = "/admin/audit"
	AdminAuditCSV     = "/admin/audit.csv"
	AdminImport       = "/admin/import"       // reads a file and reports
	AdminImportDraft  = "/admin/import/draft" // makes what was read the draft
	AdminDelivered    = "/admin/delivered"    // the content the program comes with
)

// Patterns of the same. A version is a number or DraftName.
const (
	AdminDiffPattern       = "/admin/versions/{from}/diff/{to}"
	AdminStartDraftPattern = "/admin/versions/{version}/draft"
	AdminExportPattern     = "/admin/export/{version}.json"

	AdminExportQuestionsPattern = "/admin/export/{version}.csv"
	AdminTranslationFilePattern = "/admin/export/translation/{language}.{format}"
)

// Patterns of a draft that waits.
const (
	AdminWaitingPattern        = "/admin/drafts/{id}" // takes its new name
	AdminWaitingDraftPattern   = "/admin/drafts/{id}/draft"
	AdminWaitingRemovalPattern = "/admin/drafts/{id}/removal"
	AdminWaitingExportPattern  = "/admin/drafts/{id}/export.json"
)

// AdminWaiting is the page of a draft that waits.
func AdminWaiting(id int64) string { return "/admin/drafts/" + strconv.FormatInt(id, 10) }

// AdminWaitingDraft makes it the draft.
func AdminWaitingDraft(id int64) string { return AdminWaiting(id) + "/draft" }

// AdminWaitingRemoval asks before it is deleted.
func AdminWaitingRemoval(id int64) string { return AdminWaiting(id) + "/removal" }

// AdminWaitingExport gives it as a content file.
func AdminWaitingExport(id int64) string { return AdminWaiting(id) + "/export.json" }

// DraftName stands for the draft where an address names a version.
const DraftName = "draft"

// VersionName is how addresses name a version.
func VersionName(id int64) string { return strconv.FormatInt(id, 10) }

// AdminDiff shows in what one version differs from another.
func AdminDiff(from, to string) string { return AdminVersions + "/" + from + "/diff/" + to }

// AdminStartDraft takes the form that copies a version as the draft.
func AdminStartDraft(version int64) string {
	return AdminVersions + "/" + VersionName(version) + "/draft"
}

// AdminExport is a version as a content file.
func AdminExport(version string) string { return "/admin/export/" + version + ".json" }

// Formats of a file for translators.
const (
	FormatXLIFF = "xlf"
	FormatCSV   = "csv"
)

// AdminTranslationFile is what takers read in a language, for a translator.
func AdminTranslationFile(language, format string) string {
	return "/admin/export/translation/" + language + "." + format
}

// AdminExportQuestions is a version's questions for a spreadsheet.
func AdminExportQuestions(version string) string { return "/admin/export/" + version + ".csv" }

// Paths of the pages that try the draft out.
const (
	AdminPreview       = "/admin/preview"
	AdminPreviewStart  = "/admin/preview/landing"
	AdminPreviewGuide  = "/admin/preview/guide"
	AdminPreviewMethod = "/admin/preview/method"
	AdminPreviewResult = "/admin/preview/result"
	AdminPlay          = "/admin/play"
)

// Patterns of what is done to one question, and of trying the draft out.
const (
	AdminQuestionPattern           = "/admin/questions/{key}"
	AdminQuestionPositionPattern   = "/admin/questions/{key}/position"
	AdminQuestionCopyPattern       = "/admin/questions/{key}/copy"
	AdminQuestionRetirementPattern = "/admin/questions/{key}/retirement"
	AdminQuestionRemovalPattern    = "/admin/questions/{key}/removal"
	AdminQuestionTurnPattern       = "/admin/questions/{key}/turn"
	AdminQuestionMirrorPattern     = "/admin/questions/{key}/mirror"
	AdminOptionPositionPattern     = "/admin/questions/{key}/options/{option}/position"
	AdminPreviewQuestionPattern    = "/admin/preview/questions/{key}"
	AdminPlayPattern               = "/admin/play/{revision}/{token}"
)

// What is done to several questions at once. No question has such a key.
const (
	AdminQuestionsSeveral = "/admin/questions-several"         // retires, asks again, sets a strength
	AdminQuestionsRemoval = "/admin/questions-several/removal" // asks whether to delete them, and deletes them
)

// AdminQuestionPosition takes the form that moves a question.
func AdminQuestionPosition(key string) string { return AdminQuestion(key) + "/position" }

// AdminQuestionCopy takes the form that copies a question.
func AdminQuestionCopy(key string) string { return AdminQuestion(key) + "/copy" }

// AdminQuestionRetirement takes the form that says whether a question is asked.
func AdminQuestionRetirement(key string) string { return AdminQuestion(key) + "/retirement" }

// AdminQuestionRemoval asks whether to delete a question, and deletes it.
func AdminQuestionRemoval(key string) string { return AdminQuestion(key) + "/removal" }

// ChosenParameter says that the answers to preview were chosen one by one, each in
// its AnswerParameter.
const (
	ChosenParameter = "answers"
	ChosenHere      = "chosen"
)

// AnswerParameter holds the option chosen for the question with that place, from 0.
func AnswerParameter(question int) string { return "a" + strconv.Itoa(question+1) }

// AdminPreviewResultOf is the result of those answers, as quiz.Answers.Text writes
// them.
func AdminPreviewResultOf(answers string) string {
	return AdminPreviewResult + "?" + url.Values{ChosenParameter: {answers}}.Encode()
}

// AdminPreviewOf offers to change those answers.
func AdminPreviewOf(answers string) string {
	return AdminPreview + "?" + url.Values{ChosenParameter: {answers}}.Encode()
}

// AdminQuestionTurn takes the form that turns the sides of a pair.
func AdminQuestionTurn(key string) string { return AdminQuestion(key) + "/turn" }

// AdminQuestionMirror asks how a statement is said the other way round, and
// mirrors it.
func AdminQuestionMirror(key string) string { return AdminQuestion(key) + "/mirror" }

// AdminOptionPosition takes the form that moves a way to act, counted from 0.
func AdminOptionPosition(key string, option int) string {
	return AdminQuestion(key) + "/options/" + strconv.Itoa(option) + "/position"
}

// AdminPreviewQuestion is a question of the draft as takers would see it.
func AdminPreviewQuestion(key string) string {
	return AdminPreview + "/questions/" + url.PathEscape(key)
}

// AdminPlayStop in an address shows the result of the answers so far.
const AdminPlayStop = "stop"

// AdminPlayAt is where somebody stands who plays a revision of the draft
// through. The token is all there is of them.
func AdminPlayAt(revision int64, token string) string {
	return AdminPlay + "/" + strconv.FormatInt(revision, 10) + "/" + token
}
