package site

import (
	"net/url"
	"strconv"
)

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
	AdminPreviewQuestionPattern    = "/admin/preview/questions/{key}"
	AdminPlayPattern               = "/admin/play/{revision}/{token}"
)

// AdminQuestionPosition takes the form that moves a question.
func AdminQuestionPosition(key string) string { return AdminQuestion(key) + "/position" }

// AdminQuestionCopy takes the form that copies a question.
func AdminQuestionCopy(key string) string { return AdminQuestion(key) + "/copy" }

// AdminQuestionRetirement takes the form that says whether a question is asked.
func AdminQuestionRetirement(key string) string { return AdminQuestion(key) + "/retirement" }

// AdminQuestionRemoval asks whether to delete a question, and deletes it.
func AdminQuestionRemoval(key string) string { return AdminQuestion(key) + "/removal" }

// AdminPreviewQuestion is a question of the draft as takers would see it.
func AdminPreviewQuestion(key string) string {
	return AdminPreview + "/questions/" + url.PathEscape(key)
}

// AdminPlayAt is where somebody stands who plays a revision of the draft
// through. The token is all there is of them.
func AdminPlayAt(revision int64, token string) string {
	return AdminPlay + "/" + strconv.FormatInt(revision, 10) + "/" + token
}
