package files

import (
	"fmt"
	"os/user"
	"strconv"
	"strings"
)

// owner is whose a file is, by number.
type owner struct{ user, group int }

// String is the name of the user, or the number where there is none.
func (o owner) String() string { return nameOf(o.user) }

func nameOf(id int) string {
	if known, err := user.LookupId(strconv.Itoa(id)); err == nil {
		return known.Username
	}
	return fmt.Sprintf("user %d", id)
}

// typed is the user as chown takes it.
func typed(id int) string { return strings.TrimPrefix(nameOf(id), "user ") }
