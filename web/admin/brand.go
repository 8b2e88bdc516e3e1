package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/static"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// brandStore keeps how the host shows the site.
type brandStore interface {
	Brand(ctx context.Context) (brand.Brand, error)
	SaveBrand(ctx context.Context, b brand.Brand, e quiz.AuditEntry) (int64, error)
	RemoveBrand(ctx context.Context, revision int64, e quiz.AuditEntry) error
}

func (a *Admin) brandRoutes(owners chi.Router, handle func(page.Handler) http.HandlerFunc) {
	owners.Get(site.AdminBrand, handle(a.showBrand))
	owners.Post(site.AdminBrand, handle(a.saveBrand))
	owners.Post(site.AdminBrandLogos, handle(a.saveLogos))
	owners.Get(site.AdminBrandSample, handle(a.showBrandSample))
	owners.Get(site.AdminBrandRemoval, handle(a.askToRemoveBrand))
	owners.Post(site.AdminBrandRemoval, handle(a.removeBrand))
}

// brandProps are the stored brand, and what a text of it can be about.
func (a *Admin) brandProps(r *http.Request) (p adminview.BrandProps, err error) {
	p.Viewer = viewer(r)
	if p.Stored, err = a.store.Brand(r.Context()); err != nil && !errors.Is(err, quiz.ErrNotFound) {
		return p, fmt.Errorf("load the brand: %w", err)
	}
	live, err := a.live(r.Context())
	if err != nil {
		return p, err
	}
	p.Typed, p.Revision = p.Stored.Settings, p.Stored.Revision
	for _, l := range words.Languages() {
		p.Tags = append(p.Tags, l.Tag())
	}
	if live != nil {
		p.Version, p.Keys = live, brand.CallKeys(live)
	}
	return p, nil
}

func (a *Admin) showBrand(w http.ResponseWriter, r *http.Request) error {
	p, err := a.brandProps(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Brand(p))
}

// saveBrand keeps what was typed, or shows how it looks.
func (a *Admin) saveBrand(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	p, err := a.brandProps(r)
	if err != nil {
		return err
	}
	p.Revision, _ = strconv.ParseInt(r.PostForm.Get("revision"), 10, 64)
	p.Typed = adminview.ReadBrand(r.PostForm, p)
	p.Problems = p.Typed.Check(p.Tags, p.Keys, static.Grounds())
	switch what := r.PostForm.Get("do"); {
	case what == "light", what == "dark":
		p.Typed = taken(p.Typed, p.Problems, what)
		p.Problems, p.Sample = p.Typed.Check(p.Tags, p.Keys, static.Grounds()), true
	case what == "sample":
		p.Sample = true
	case visitOf(r).showing:
		p.Held = &adminview.Held{Why: adminview.HeldSignedIn}
	case len(p.Problems) == 0:
		return a.keepBrand(w, r, p, brand.Brand{Settings: p.Typed, Revision: p.Revision, LogoLight: p.Stored.LogoLight, LogoDark: p.Stored.LogoDark})
	}
	return a.renderBrand(w, r, p)
}

// taken is what was typed with the offered colour in the place of the refused one.
func taken(s brand.Settings, problems quiz.Problems, field string) brand.Settings {
	switch near := brand.Offered(problems, field); {
	case near == "":
	case field == "light":
		s.Light = near
	default:
		s.Dark = near
	}
	return s
}

// keepBrand saves a brand, and shows everything again where somebody else did
// meanwhile: sent once more, it goes in the place of theirs.
func (a *Admin) keepBrand(w http.ResponseWriter, r *http.Request, p adminview.BrandProps, b brand.Brand) error {
	entry := a.entry(r, quiz.ActionSaveBrand, "brand")
	entry.Before, entry.After = p.Stored.Name, b.Name
	_, err := a.store.SaveBrand(r.Context(), b, entry)
	if errors.Is(err, quiz.ErrStale) {
		now, err := a.store.Brand(r.Context())
		if err != nil && !errors.Is(err, quiz.ErrNotFound) {
			return fmt.Errorf("load the brand: %w", err)
		}
		if !now.Same(b) { // else it was sent twice
			p.Problems, p.Stored, p.Revision = quiz.Refusal("", "brand_stale"), now, now.Revision
			return a.renderBrand(w, r, p)
		}
	} else if err != nil {
		return fmt.Errorf("save the brand: %w", err)
	}
	a.onPublish(r.Context())
	return page.Redirect(w, r, a.flash(w, r, site.AdminBrand, adminview.BrandSaved, adminview.AtTop))
}

func (a *Admin) renderBrand(w http.ResponseWriter, r *http.Request, p adminview.BrandProps) error {
	p.Offers = map[string]string{"light": brand.Offered(p.Problems, "light"), "dark": brand.Offered(p.Problems, "dark")}
	p.Problems = language(r).Problems(p.Problems)
	return page.Render(w, r, statusFor(w, p.Problems), adminview.Brand(p))
}

// showBrandSample serves two colours that are not saved yet, each only if it may be.
func (a *Admin) showBrandSample(w http.ResponseWriter, r *http.Request) error {
	s := brand.Settings{Name: "-", Light: r.URL.Query().Get("light"), Dark: r.URL.Query().Get("dark")}
	problems := s.Check(nil, nil, static.Grounds())
	if problems.For("light") != "" {
		s.Light = ""
	}
	if problems.For("dark") != "" {
		s.Dark = ""
	}
	return page.Write(w, r, http.StatusOK, "text/css", ui.BrandSheet(".sample", s))
}

func (a *Admin) askToRemoveBrand(w http.ResponseWriter, r *http.Request) error {
	p, err := a.brandProps(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.RemoveBrand(p))
}

// removeBrand goes back to the look of the program, whatever the brand is now: who
// asks saw that all of it goes.
func (a *Admin) removeBrand(w http.ResponseWriter, r *http.Request) error {
	p, err := a.brandProps(r)
	if err != nil {
		return err
	}
	if p.Stored.Revision > 0 {
		entry := a.entry(r, quiz.ActionRemoveBrand, "brand")
		entry.Before = p.Stored.Name
		if err := a.store.RemoveBrand(r.Context(), p.Stored.Revision, entry); err != nil {
			return fmt.Errorf("remove the brand: %w", err)
		}
		a.onPublish(r.Context())
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminBrand, adminview.BrandRemoved, adminview.AtTop))
}
