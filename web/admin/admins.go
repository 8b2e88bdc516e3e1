package admin

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showAdmins lists who may sign in.
func (a *Admin) showAdmins(w http.ResponseWriter, r *http.Request) error {
	return a.renderAdmins(w, r, adminview.AdminsProps{})
}

// addAdmin makes an admin with a temporary password. It is shown in the
// answer, as nobody keeps it.
func (a *Admin) addAdmin(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.AdminsProps{Email: r.PostForm.Get("email"), Role: r.PostForm.Get("role")}
	if visitOf(r).showing {
		props.Held = &adminview.Held{Why: adminview.HeldSignedIn}
		return a.renderAdmins(w, r, props)
	}
	password := auth.TemporaryPassword()
	admin, err := auth.NewAdmin(props.Email, props.Role, a.now())
	if err == nil {
		admin.Temporary = true
		admin.PasswordHash, err = a.hasher.Hash(r.Context(), password)
	}
	if err == nil {
		entry := a.entry(r, auth.ActionAddAdmin, admin.Email)
		entry.After = string(admin.Role)
		err = a.store.AddAdmin(r.Context(), currentAdmin(r), admin, entry)
	}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = problems
		return a.renderAdmins(w, r, props)
	}
	if err != nil {
		return fmt.Errorf("add admin: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Temporary(adminview.TemporaryProps{
		Viewer: viewer(r), Email: admin.Email, Password: password, Link: page.Absolute(r, a.cookie.Public, site.AdminSignIn),
	}))
}

// changeRole makes another admin an owner or an editor.
func (a *Admin) changeRole(w http.ResponseWriter, r *http.Request) error {
	other, err := a.otherAdmin(r)
	if err != nil {
		return err
	}
	role, err := auth.ParseRole(r.PostForm.Get("role"))
	if err != nil {
		return a.renderAdmins(w, r, adminview.AdminsProps{Problems: quiz.Refusal("", "admin_role")})
	}
	entry := a.entry(r, auth.ActionChangeRole, other.Email)
	entry.Before, entry.After = string(other.Role), string(role)
	return a.answerChange(w, r, other, adminview.RoleChanged, a.store.SetAdminRole(r.Context(), currentAdmin(r), other.ID, role, entry))
}

// disableAdmin lets another admin in no more.
func (a *Admin) disableAdmin(w http.ResponseWriter, r *http.Request) error {
	other, err := a.otherAdmin(r)
	if err != nil {
		return err
	}
	entry := a.entry(r, auth.ActionDisableAdmin, other.Email)
	return a.answerChange(w, r, other, adminview.Disabled, a.store.SetAdminDisabled(r.Context(), currentAdmin(r), other.ID, true, entry))
}

// enableAdmin lets another admin in again.
func (a *Admin) enableAdmin(w http.ResponseWriter, r *http.Request) error {
	other, err := a.otherAdmin(r)
	if err != nil {
		return err
	}
	entry := a.entry(r, auth.ActionEnableAdmin, other.Email)
	return a.answerChange(w, r, other, adminview.Enabled, a.store.SetAdminDisabled(r.Context(), currentAdmin(r), other.ID, false, entry))
}

// resetAdmin gives another admin a temporary password.
func (a *Admin) resetAdmin(w http.ResponseWriter, r *http.Request) error {
	other, err := a.otherAdmin(r)
	if err != nil {
		return err
	}
	password := auth.TemporaryPassword()
	hash, err := a.hasher.Hash(r.Context(), password)
	if err != nil {
		return err
	}
	entry := a.entry(r, auth.ActionResetAdmin, other.Email)
	if err := a.store.ResetAdmin(r.Context(), currentAdmin(r), other.ID, hash, true, entry); err != nil {
		return fmt.Errorf("reset admin: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Temporary(adminview.TemporaryProps{
		Viewer: viewer(r), Email: other.Email, Password: password, Link: page.Absolute(r, a.cookie.Public, site.AdminSignIn), Reset: true,
	}))
}

// otherAdmin reads the form about another admin. Owners change their own account
// elsewhere, and cannot lock themselves out here.
func (a *Admin) otherAdmin(r *http.Request) (auth.Admin, error) {
	if err := page.Form(r); err != nil {
		return auth.Admin{}, err
	}
	other, err := a.store.Admin(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		return auth.Admin{}, fmt.Errorf("find admin: %w", err)
	}
	if other.ID == currentAdmin(r).ID {
		return auth.Admin{}, errSelf
	}
	return other, nil
}

var errSelf = &page.Error{
	Status: http.StatusForbidden, Title: "adminerror.self_title",
	Message: "adminerror.self",
	Action:  "adminadmins.back", To: site.Admins,
}

// answerChange answers a change of another admin.
func (a *Admin) answerChange(w http.ResponseWriter, r *http.Request, other auth.Admin, what string, err error) error {
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return a.renderAdmins(w, r, adminview.AdminsProps{Problems: problems})
	}
	if err != nil {
		return fmt.Errorf("change admin: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.Admins, what, other.ID))
}

func (a *Admin) renderAdmins(w http.ResponseWriter, r *http.Request, props adminview.AdminsProps) error {
	admins, err := a.store.Admins(r.Context())
	if err != nil {
		return fmt.Errorf("list admins: %w", err)
	}
	props.Viewer, props.Problems = viewer(r), language(r).Problems(props.Problems)
	for _, admin := range admins {
		props.Rows = append(props.Rows, adminview.AdminRow{
			ID: admin.ID, Email: admin.Email, Owner: admin.Owner(), Disabled: admin.Disabled, Waiting: admin.Temporary,
			SecondFactor: admin.SecondFactor(), SignedInAt: admin.SignedInAt, Self: admin.ID == currentAdmin(r).ID,
		})
	}
	return page.Render(w, r, statusFor(w, props.Problems), adminview.Admins(props))
}
