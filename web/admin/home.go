package admin

import (
	"net/http"

	"whichpm/web/adminview"
	"whichpm/web/page"
)

// showHome leads to every part of the admin pages.
func (a *Admin) showHome(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, adminview.Home(adminview.HomeProps{Viewer: viewer(r)}))
}
