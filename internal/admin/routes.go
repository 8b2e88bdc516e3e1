package admin

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/page"
	"whichpm/internal/site"
)

// Routes mounts the pages for admins. What a stranger can send goes through
// the limit of all writes and one of its own.
func (a *Admin) Routes(r chi.Router, p page.Responder, limited chi.Middlewares) {
	handle := func(h page.Handler) http.HandlerFunc { return p.Handle(forAdmins(h)) }
	r = r.With(private)

	r.Get(site.AdminSignIn, handle(a.showSignIn))
	r.Get(site.AdminSignInCode, handle(a.showCode))
	tries := r.With(limited...).With(limitTries(p, a.tries))
	tries.Post(site.AdminSignIn, handle(a.signIn))
	tries.Post(site.AdminSignInCode, handle(a.enterCode))

	admins := r.With(a.signedIn(p))
	admins.Get(site.Admin, handle(a.showHome))
	admins.Post(site.AdminSignOut, handle(a.signOut))
	admins.Get(site.AdminAccount, handle(a.showAccount))
	admins.Post(site.AdminSessionsEnd, handle(a.signOutEverywhere))
	admins.Get(site.AdminPassword, handle(a.showPassword))
	admins.Post(site.AdminPassword, handle(a.changePassword))
	admins.Get(site.AdminSecondFactor, handle(a.showSecondFactor))
	admins.Post(site.AdminSecondFactor, handle(a.addSecondFactor))
	admins.Post(site.AdminSecondFactorEnd, handle(a.removeSecondFactor))
	admins.Post(site.AdminRecoveryCodes, handle(a.renewRecoveryCodes))

	a.questionRoutes(admins, handle)
	a.contentRoutes(admins, handle)
	a.insightRoutes(admins, handle)

	owners := admins.With(requireOwner(p))
	a.versionRoutes(admins, owners, handle)
	a.recalibrationRoutes(admins, owners, handle)
	owners.Get(site.Admins, handle(a.showAdmins))
	owners.Post(site.Admins, handle(a.addAdmin))
	owners.Post(site.AdminRolePattern, handle(a.changeRole))
	owners.Post(site.AdminRemovalPattern, handle(a.disableAdmin))
	owners.Post(site.AdminReturnPattern, handle(a.enableAdmin))
	owners.Post(site.AdminResetPattern, handle(a.resetAdmin))
}
