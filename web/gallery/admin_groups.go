package gallery

import (
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// adminGroups are the pages on which admins make groups and owners end one.
func adminGroups(l words.Language) []State {
	forms := func(v adminview.Viewer) adminview.GroupsProps {
		v.Groups = quiz.GroupsByAdmins
		return adminview.GroupsProps{Viewer: v, Make: true, Form: quiz.NewGroupForm("once"), Least: quiz.LeastLeast}
	}
	watching := owner(l)
	watching.Groups = quiz.GroupsByAnyone
	refused := forms(owner(l))
	refused.Form, refused.Problems = refusedGroup(l).Form, refusedGroup(l).Problems
	dead := adminview.GroupsProps{Viewer: watching, Link: "https://quiz.example/g/short", Problems: quiz.Problems{problemIn(l, "link", "group_link")}}
	return []State{
		{"admin", "groups of an editor", adminview.Groups(forms(editor(l)))},
		{"admin", "groups of an owner", adminview.Groups(forms(owner(l)))},
		{"admin", "groups refused", adminview.Groups(refused)},
		{"admin", "groups of anyone", adminview.Groups(adminview.GroupsProps{Viewer: told(watching, adminview.GroupEnded, adminview.AtTop)})},
		{"admin", "groups without a link", adminview.Groups(dead)},
		{"admin", "group to end", adminview.EndGroup(adminview.EndGroupProps{Viewer: watching, Group: organising(l, published(), quiz.Anonymous, 0).Group, Link: "/g/example"})},
		{"admin", "group to end longest text", adminview.EndGroup(adminview.EndGroupProps{Viewer: watching, Group: longestGroup(l, published()).Group, Link: "/g/example"})},
	}
}
