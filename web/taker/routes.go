package taker

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/brand"
	"whichpm/web/page"
	"whichpm/web/site"
)

// Routes mounts the public pages, which need a published version. What writes to
// the database and what takes more than a millisecond goes through a limit,
// unless it is kept.
func (t *Taker) Routes(r chi.Router, p page.Responder, limits Limits) {
	r.Get(site.BrandSheet, p.Handle(t.showBrandSheet))
	r.Get(site.BrandLogoLight, p.Handle(t.showLogo(func(b *brand.Brand) []byte { return b.LogoLight })))
	r.Get(site.BrandLogoDark, p.Handle(t.showLogo(func(b *brand.Brand) []byte { return b.LogoDark })))
	r = r.With(t.requirePublished(p))
	writes, looks, onMiss := r.With(limits.Writes...), r.With(limits.Looks...), limits.limitMisses(p)
	r.Get(site.Home, p.Handle(t.showLanding(onMiss)))
	writes.Post(site.Start, p.Handle(t.startQuiz))
	r.Get(site.QuestionPattern, p.Handle(t.showQuestion))
	r.Post(site.QuestionPattern, p.Handle(t.answerQuestion))
	r.Get(site.Review, p.Handle(t.showReview))
	r.Post(site.Rest, p.Handle(t.askTheRest))
	looks.Get(site.Save, p.Handle(t.showSave))
	r.Get(site.ResumePattern, p.Handle(t.showResume))
	writes.Post(site.Resume, p.Handle(t.resumeQuiz))

	writes.Post(site.Results, p.Handle(t.finishQuiz))
	looks.Get(site.ResultPattern, p.Handle(t.showResult))
	writes.Post(site.SharesPattern, p.Handle(t.addShare))
	writes.Post(site.ShareRemovalPattern, p.Handle(t.revokeShare))
	looks.Get(site.DownloadPattern, p.Handle(t.downloadResult))
	r.With(limits.Outcomes...).Post(site.OutcomePattern, p.Handle(t.addOutcome))
	writes.Post(site.OutcomeRemovalPattern, p.Handle(t.removeOutcome))
	r.Get(site.RemovalPattern, p.Handle(t.showRemoval))
	writes.Post(site.RemovalPattern, p.Handle(t.removeResult))
	r.Get(site.SharePattern, p.Handle(t.showShared(onMiss)))
	r.Get(site.ShareJSONPattern, p.Handle(t.showSharedJSON(onMiss)))
	r.Get(site.CardPattern, p.Handle(t.showCard(onMiss)))
	writes.Post(site.InvitationPattern, p.Handle(t.acceptInvitation))
	r.Get(site.Compare, p.Handle(t.showCompareForm))
	looks.Get(site.ComparePattern, p.Handle(t.showComparison))
	writes.Post(site.ComparisonPattern, p.Handle(t.compareWith))
	r.Get(site.SincePattern, p.Handle(t.showSince))

	t.groupRoutes(r, p, limits)

	r.Get(site.Guide, p.Handle(t.showGuide(onMiss)))
	r.Get(site.Method, p.Handle(t.showMethod(onMiss)))
	r.Get(site.MethodData, p.Handle(t.downloadMethod))
	r.Get(site.Privacy, p.Handle(t.showPrivacy(onMiss)))
	r.Get(site.PicturePattern, p.Handle(t.showPicture(onMiss)))
	r.Get(site.Embed, p.Handle(t.showEmbed))
	r.Get(site.ResultSchema, p.Handle(t.showResultSchema))
	r.Get(site.OpenAPI, p.Handle(t.showOpenAPI))
	if t.openData {
		r.Get(site.Data, p.Handle(t.showData))
		r.Get(site.DataCSV, p.Handle(t.downloadData))
		r.Get(site.Codebook, p.Handle(t.downloadCodebook))
	}
}

// requirePublished answers every request with an error page while no version is
// published.
func (t *Taker) requirePublished(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !t.Open() {
				p.Fail(w, r, errNotOpen)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

var errNotOpen = &page.Error{
	Status: http.StatusServiceUnavailable, Title: "error.not_open_title",
	Message: "error.not_open",
	Action:  "error.not_open_edit", To: site.AdminSignIn,
}

// Limits bound what one address may do, each as the middleware of a route.
type Limits struct {
	Writes   chi.Middlewares // in the database
	Looks    chi.Middlewares // at what takes long to make
	Outcomes chi.Middlewares // told: they move numbers that others read
	Groups   Allowance       // made
}

// Allowance counts that a visitor does something once more. It returns 0, or how
// long they have to wait before they may.
type Allowance func(r *http.Request) (time.Duration, error)

// MostGroups is how many groups one address may make in a day.
const MostGroups = 10

// missLimiter limits a handler that makes what is not in memory yet.
type missLimiter func(page.Handler) page.Handler

// limitMisses counts every page that has to be made as a look. One from memory
// costs little and is not counted.
func (l Limits) limitMisses(p page.Responder) missLimiter {
	return func(h page.Handler) page.Handler {
		limited := l.Looks.HandlerFunc(p.Handle(h))
		return func(w http.ResponseWriter, r *http.Request) error {
			limited.ServeHTTP(w, r)
			return nil
		}
	}
}
