// Package adminview shows the pages for admins from the values it is given. It
// knows no request, no clock and no store.
package adminview

import (
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// Viewer is the admin a page is shown to, and the language they read. The zero
// Viewer is nobody yet, in English.
type Viewer struct {
	words.Language

	Email string
	Owner bool
	Flash Flash // on the page that comes

	Temporary bool // has to choose a password of their own before anything else
}

// section is a part of the admin pages: an entry in the header and on the
// first page.
type section struct {
	label  string // its text; what it is for has the same name and "_about"
	to     string
	owners bool // only owners see it
}

// sections are all parts, in the order of the header. A new one needs no more
// than a line here.
var sections = []section{
	{"adminframe.questions", site.AdminQuestions, false},
	{"adminframe.dimensions", site.AdminDimensions, false},
	{"adminframe.roles", site.AdminQuizRoles, false},
	{"adminframe.guide", site.AdminGuide, false},
	{"adminframe.settings", site.AdminSettings, false},
	{"adminframe.scenarios", site.AdminScenarios, false},
	{"adminframe.translations", site.AdminTranslations, false},
	{"adminframe.checks", site.AdminChecks, false},
	{"adminframe.versions", site.AdminVersions, false},
	{"adminframe.publish", site.AdminPublication, true},
	{"adminframe.insight", site.AdminInsight, false},
	{"adminframe.audit_log", site.AdminAudit, false},
	{"adminframe.admins", site.Admins, true},
	{"adminframe.account", site.AdminAccount, false},
}

func (v Viewer) sections() []section {
	var list []section
	for _, s := range sections {
		if v.Owner || !s.owners {
			list = append(list, s)
		}
	}
	return list
}

func (v Viewer) links() []ui.Link {
	var links []ui.Link
	for _, s := range v.sections() {
		links = append(links, ui.Link{Label: v.Say(s.label), To: s.to})
	}
	return links
}
