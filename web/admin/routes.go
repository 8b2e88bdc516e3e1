package admin

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

// Routes mounts the pages for admins. What a stranger can send goes through
// the limit of all writes and one of its own.
func (a *Admin) Routes(r chi.Router, p page.Responder, limited chi.Middlewares) {
	handle := func(h page.Handler) http.HandlerFunc { return p.Handle(forAdmins(h)) }
	a.forms = a.formRoutes(p, handle)
	r = r.With(private)

	r.Get(site.AdminSignIn, handle(a.showSignIn))
	r.Get(site.AdminSignInCode, handle(a.showCode))
	tries := r.With(limited...).With(limitTries(p, a.tries))
	tries.Post(site.AdminSignIn, handle(a.signIn))
	tries.Post(site.AdminSignInCode, handle(a.enterCode))

	admins := r.With(a.signedIn(p), a.showKept(p))
	r.With(a.signedIn(p), limitKept(p)).Post(site.AdminKept, handle(a.keepTyped))
	admins.Post(site.AdminKeptRemoval, handle(a.removeKept))
	admins.Get(site.Admin, handle(a.showHome))
	admins.Get(site.AdminFind, handle(a.showFind))
	admins.Get(site.AdminDelivered, handle(a.showDelivered))
	admins.Post(site.AdminDelivered, handle(a.takeDelivered))
	admins.Post(site.AdminSignOut, handle(a.signOut))
	admins.Get(site.AdminAccount, handle(a.showAccount))
	admins.Post(site.AdminSessionsEnd, handle(a.signOutEverywhere))
	admins.Get(site.AdminPassword, handle(a.showPassword))
	admins.Post(site.AdminPassword, handle(a.changePassword))
	admins.Get(site.AdminSecondFactor, handle(a.showSecondFactor))
	admins.Post(site.AdminSecondFactor, handle(a.addSecondFactor))
	admins.Post(site.AdminSecondFactorEnd, handle(a.removeSecondFactor))
	admins.Post(site.AdminRecoveryCodes, handle(a.renewRecoveryCodes))

	a.passkeyRoutes(tries, admins, handle)
	a.questionRoutes(admins, handle)
	a.contentRoutes(admins, handle)
	a.newRoutes(admins, handle)
	a.insightRoutes(admins, handle)

	owners := admins.With(requireOwner(p))
	a.versionRoutes(admins, owners, handle)
	a.recalibrationRoutes(admins, owners, handle)
	a.groupRoutes(admins, owners, handle)
	a.brandRoutes(owners, handle)
	owners.Get(site.Admins, handle(a.showAdmins))
	owners.Post(site.Admins, handle(a.addAdmin))
	owners.Post(site.AdminRolePattern, handle(a.changeRole))
	owners.Post(site.AdminRemovalPattern, handle(a.disableAdmin))
	owners.Post(site.AdminReturnPattern, handle(a.enableAdmin))
	owners.Post(site.AdminResetPattern, handle(a.resetAdmin))
}

// formRoutes are the forms that go on after signing in again, with what was
// typed. Each of them only shows it while the visit is showing.
func (a *Admin) formRoutes(p page.Responder, handle func(page.Handler) http.HandlerFunc) chi.Router {
	r := chi.NewRouter()
	r.Post(site.AdminQuestionPattern, handle(a.saveQuestion))
	r.Post(site.AdminDimensions, handle(a.addDimension))
	r.Post(site.AdminDimensionPattern, handle(a.saveDimension))
	r.Post(site.AdminQuizRoles, handle(a.addRole))
	r.Post(site.AdminPriors, handle(a.savePriors))
	r.Post(site.AdminQuizRolePattern, handle(a.saveRole))
	r.Post(site.AdminStatementsPattern, handle(a.addStatements))
	r.Post(site.AdminKeying, handle(a.spreadKeying))
	r.Post(site.AdminQuestionMirrorPattern, handle(a.mirror))
	r.Post(site.AdminSettings, handle(a.saveSettings))
	r.Post(site.AdminGuide, handle(a.saveGuide))
	r.Post(site.AdminScenarios, handle(a.addScenario))
	r.Post(site.AdminScenarioPattern, handle(a.saveScenario))
	r.Post(site.AdminTranslationPattern, handle(a.saveTranslation))
	for path, step := range a.newSteps() {
		r.Post(path, handle(step.save))
	}
	if a.groups == quiz.GroupsByAdmins {
		r.Post(site.AdminGroups, handle(a.makeGroup))
	}
	owners := r.With(requireOwner(p))
	owners.Post(site.AdminPublication, handle(a.publish))
	owners.Post(site.Admins, handle(a.addAdmin))
	owners.Post(site.AdminBrand, handle(a.saveBrand))
	return r
}
