package site

import "strconv"

// Paths of the pages about versions and of the log.
const (
	AdminVersions     = "/admin/versions"
	AdminVersionsDiff = "/admin/versions/diff" // takes the form that chooses two
	AdminDraftRemoval = "/admin/versions/draft/removal"
	AdminPublication  = "/admin/publication"
	AdminAudit        = "/admin/audit"
	AdminAuditCSV     = "/admin/audit.csv"
	AdminImport       = "/admin/import"       // reads a file and reports
	AdminImportDraft  = "/admin/import/draft" // makes what was read the draft
)

// Patterns of the same. A version is a number or DraftName.
const (
	AdminDiffPattern       = "/admin/versions/{from}/diff/{to}"
	AdminStartDraftPattern = "/admin/versions/{version}/draft"
	AdminExportPattern     = "/admin/export/{version}.json"

	AdminExportQuestionsPattern = "/admin/export/{version}.csv"
)

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

// AdminExportQuestions is a version's questions for a spreadsheet.
func AdminExportQuestions(version string) string { return "/admin/export/" + version + ".csv" }
