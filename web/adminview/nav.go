// Package adminview shows the pages for admins from the values it is given. It
// knows no request, no clock and no store.
package adminview

import (
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// Viewer is the admin a page is shown to. The zero Viewer is nobody yet.
type Viewer struct {
	Email string
	Owner bool
}

// section is a part of the admin pages: an entry in the header and on the
// first page.
type section struct {
	label  string
	to     string
	about  string
	owners bool // only owners see it
}

// sections are all parts, in the order of the header. A new one needs no more
// than a line here.
var sections = []section{
	{"Questions", site.AdminQuestions, "Write, order and retire what is asked, and try the draft out before anyone else sees it.", false},
	{"Dimensions", site.AdminDimensions, "Say what the quiz tells apart, and name both ends.", false},
	{"Roles", site.AdminQuizRoles, "Say what it can recommend, where people in each role stand, and what the guide says of it.", false},
	{"Guide", site.AdminGuide, "Write what the guide says about the roles together.", false},
	{"Settings", site.AdminSettings, "Set the title, when a role is named, and the numbers of the model.", false},
	{"Scenarios", site.AdminScenarios, "Keep example people and the verdict they should get.", false},
	{"Translations", site.AdminTranslations, "Write the quiz in another language, and see what is missing.", false},
	{"Checks", site.AdminChecks, "See what keeps the draft from being published.", false},
	{"Versions", site.AdminVersions, "See every version, compare two, bring an old one back, or import and export.", false},
	{"Publish", site.AdminPublication, "See what the draft changes, and give it to everybody.", true},
	{"Insight", site.AdminInsight, "See how each question works, where people leave, and how often the verdict names the job people do.", false},
	{"Audit log", site.AdminAudit, "See who changed what, when and why.", false},
	{"Admins", site.Admins, "Add somebody, change what they may do, or disable their account.", true},
	{"Your account", site.AdminAccount, "Your password, your second factor, and where you are signed in.", false},
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
		links = append(links, ui.Link{Label: s.label, To: s.to})
	}
	return links
}
