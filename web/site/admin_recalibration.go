package site

import (
	"net/url"
	"strconv"
)

// AdminRecalibration shows what the people who do the jobs would change in the
// published version, and takes the form that accepts it into the draft.
const AdminRecalibration = "/admin/insight/recalibration"

// AdminQuizRolesRecalibrated lists the roles under a notice on how many
// numbers were set and how many left alone.
func AdminQuizRolesRecalibrated(set, left int) string {
	return AdminQuizRoles + "?" + url.Values{"set": {strconv.Itoa(set)}, "left": {strconv.Itoa(left)}}.Encode()
}
