// Package adminview shows the pages for admins from the values it is given. It
// knows no request, no clock and no store.
package adminview

import (
	"whichpm/internal/quiz"
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

	Groups quiz.GroupMakers // who may make groups

	Temporary bool // has to choose a password of their own before anything else
}

// section is a part of the admin pages: an entry of a group in the header.
type section struct {
	label  string // its text
	to     string
	owners bool // only owners see it
}

// group is a few sections that are used together.
type group struct {
	label    string // its text
	sections []section
}

// groups are all parts, in the order of the header. A new part needs no more
// than a line here.
var groups = []group{
	{"adminframe.content", []section{
		{"adminframe.questions", site.AdminQuestions, false},
		{"adminframe.dimensions", site.AdminDimensions, false},
		{"adminframe.roles", site.AdminQuizRoles, false},
		{"adminframe.guide", site.AdminGuide, false},
		{"adminframe.settings", site.AdminSettings, false},
		{"adminframe.scenarios", site.AdminScenarios, false},
		{"adminframe.translations", site.AdminTranslations, false},
	}},
	{"adminframe.publish", []section{
		{"adminframe.checks", site.AdminChecks, false},
		{"adminframe.publish_draft", site.AdminPublication, true},
		{"adminframe.versions", site.AdminVersions, false},
		{"adminbrand.title", site.AdminBrand, true},
	}},
	{"adminframe.results", []section{
		{"adminframe.insight", site.AdminInsight, false},
	}},
	{"adminframe.people", []section{
		{"adminframe.admins", site.Admins, true},
		{"admingroups.title", site.AdminGroups, false},
		{"adminframe.audit_log", site.AdminAudit, false},
		{"adminframe.account", site.AdminAccount, false},
	}},
}

// linkGroup is a group as somebody sees it.
type linkGroup struct {
	label   string
	links   []ui.Link
	current bool // the page is one of it
}

// sharesGroups reports whether there is something about groups for the viewer: all
// admins make them, or owners may end one.
func (v Viewer) sharesGroups() bool {
	return v.Groups == quiz.GroupsByAdmins || v.Groups.On() && v.Owner
}

// groups are those of the viewer, on the page of a section.
func (v Viewer) groups(here string) []linkGroup {
	var list []linkGroup
	for _, g := range groups {
		seen := linkGroup{label: v.Say(g.label)}
		for _, s := range g.sections {
			if (v.Owner || !s.owners) && (s.to != site.AdminGroups || v.sharesGroups()) {
				seen.links = append(seen.links, ui.Link{Label: v.Say(s.label), To: s.to})
				seen.current = seen.current || s.to == here
			}
		}
		list = append(list, seen)
	}
	return list
}
