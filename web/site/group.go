package site

import "whichpm/internal/quiz"

// Paths of groups. They exist only where the host allows groups.
const (
	Groups    = "/groups"     // takes the form that makes a group
	GroupsNew = "/groups/new" // asks for it
)

// Patterns of what whoever is invited sees.
const (
	GroupPattern           = "/g/{group}"
	GroupInvitationPattern = "/g/{group}/invitation" // starts the quiz to join afterwards
	GroupPictureCSVPattern = "/g/{group}/picture.csv"
)

// Patterns of what whoever has a result does with a group.
const (
	JoiningPattern          = "/result/{owner}/groups/{group}"
	LeavingPattern          = "/result/{owner}/groups/{group}/removal"
	JoinedHandoutPattern    = "/result/{owner}/groups/{group}/handout"
	JoinedPictureCSVPattern = "/result/{owner}/groups/{group}/picture.csv"
)

// Patterns of what the organiser does.
const (
	OrganiserPattern           = "/group/{organiser}"
	GroupClosingPattern        = "/group/{organiser}/closing"
	GroupRenewalPattern        = "/group/{organiser}/invitation" // puts a new one in its place
	MemberRemovalPattern       = "/group/{organiser}/members/{member}/removal"
	GroupRemovalPattern        = "/group/{organiser}/removal"
	GroupHandoutPattern        = "/group/{organiser}/handout"
	OrganisedPictureCSVPattern = "/group/{organiser}/picture.csv"
)

// Paths of groups for admins.
const (
	AdminGroups       = "/admin/groups"
	AdminGroupRemoval = "/admin/groups/removal" // ends one by its link
)

// Group is the page of an invitation.
func Group(invitation quiz.GroupID) string { return "/g/" + invitation.String() }

// GroupInvitation takes the form that starts the quiz to join afterwards.
func GroupInvitation(invitation quiz.GroupID) string { return Group(invitation) + "/invitation" }

// GroupPictureCSV is the picture of a closed anonymous group as a table.
func GroupPictureCSV(invitation quiz.GroupID) string { return Group(invitation) + "/picture.csv" }

// Joining asks whether to add a result to a group, takes the form that does, and
// shows a named group to a member.
func Joining(owner quiz.Owner, group quiz.GroupID) string {
	return Result(owner) + "/groups/" + group.String()
}

// Leaving takes the form that takes a result out of a group.
func Leaving(owner quiz.Owner, group quiz.GroupID) string { return Joining(owner, group) + "/removal" }

// JoinedHandout is the paper for whoever leads a talk about the group.
func JoinedHandout(owner quiz.Owner, group quiz.GroupID) string {
	return Joining(owner, group) + "/handout"
}

// JoinedPictureCSV is what a member sees of a named group as a table.
func JoinedPictureCSV(owner quiz.Owner, group quiz.GroupID) string {
	return Joining(owner, group) + "/picture.csv"
}

// Organiser is the page of whoever made a group. The address is its only key.
func Organiser(o quiz.Organiser) string { return "/group/" + o.String() }

// GroupClosing asks whether to close a group, and closes it.
func GroupClosing(o quiz.Organiser) string { return Organiser(o) + "/closing" }

// GroupRenewal takes the form that puts a new invitation in the place of the old one.
func GroupRenewal(o quiz.Organiser) string { return Organiser(o) + "/invitation" }

// MemberRemoval asks whether to take somebody out of a named group, and does.
func MemberRemoval(o quiz.Organiser, m quiz.MemberID) string {
	return Organiser(o) + "/members/" + m.String() + "/removal"
}

// GroupRemoval asks whether to delete a group, and deletes it.
func GroupRemoval(o quiz.Organiser) string { return Organiser(o) + "/removal" }

// GroupHandout is the paper for whoever leads a talk about the group.
func GroupHandout(o quiz.Organiser) string { return Organiser(o) + "/handout" }

// OrganisedPictureCSV is what the group shows as a table.
func OrganisedPictureCSV(o quiz.Organiser) string { return Organiser(o) + "/picture.csv" }
