package admin

import (
	"errors"
	"mime/multipart"
	"net/http"
	"strconv"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

// saveLogos keeps the pictures that were chosen, and takes away those that were
// ticked.
func (a *Admin) saveLogos(w http.ResponseWriter, r *http.Request) error {
	form, err := formWithFiles(r, 4*brand.MaxLogo)
	if err != nil {
		return err
	}
	defer form.RemoveAll() //nolint:errcheck // nothing of it is left on disk
	p, err := a.brandProps(r)
	if err != nil {
		return err
	}
	if p.Stored.Revision == 0 {
		return page.Redirect(w, r, site.AdminBrand)
	}
	b, changed := p.Stored, false
	b.Revision, _ = strconv.ParseInt(first(form.Value["revision"]), 10, 64)
	for _, logo := range []struct {
		field string
		kept  *[]byte
	}{{"logo_light", &b.LogoLight}, {"logo_dark", &b.LogoDark}} {
		file, err := chosen(form.File[logo.field])
		if err != nil {
			return err
		}
		switch {
		case len(file) > 0:
			drawn, err := brand.Logo(logo.field, file)
			if problems, ok := errors.AsType[quiz.Problems](err); ok {
				p.Problems = append(p.Problems, problems...)
			} else if err != nil {
				return err
			}
			*logo.kept, changed = drawn, true
		case first(form.Value[logo.field+"_removal"]) != "":
			*logo.kept, changed = nil, true
		}
	}
	if !changed {
		p.Problems = quiz.Refusal("logo_light", "brand_logo_none")
	}
	if len(p.Problems) > 0 {
		return a.renderBrand(w, r, p)
	}
	return a.keepBrand(w, r, p, b)
}

// chosen is the file that was chosen, nil for none.
func chosen(files []*multipart.FileHeader) ([]byte, error) {
	if len(files) == 0 || files[0].Size == 0 {
		return nil, nil
	}
	return contentOf(files[0])
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
