package admin

import (
	"net/http"

	"whichpm/internal/page"
	"whichpm/web/adminview"
)

// showHome leads to every part of the admin pages.
func (a *Admin) showHome(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, adminview.Home(adminview.HomeProps{Viewer: viewer(r)}))
}
