package admin

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// MaxImport is the most a form with a content file may hold, in bytes: the
// file and what a browser puts around it.
const MaxImport = content.MaxFile + 64<<10

// exportVersion gives a version as a content file, the draft too.
func (a *Admin) exportVersion(w http.ResponseWriter, r *http.Request) error {
	v, err := a.versionNamed(r, "version")
	if err != nil {
		return err
	}
	body, err := content.Format(v)
	if err != nil {
		return err
	}
	attach(w, "application/json", "whichpm-"+chi.URLParam(r, "version")+".json")
	_, _ = w.Write(body) // the visitor may have gone; nobody is left to tell
	return nil
}

// exportQuestions gives the questions of a version for a spreadsheet.
func (a *Admin) exportQuestions(w http.ResponseWriter, r *http.Request) error {
	v, err := a.versionNamed(r, "version")
	if err != nil {
		return err
	}
	return sendTable(w, "whichpm-"+chi.URLParam(r, "version")+"-questions.csv", content.QuestionsCSV(v, sheet(r)))
}

// exportTranslation gives a translator the texts of the draft, or where there is none
// of what is published.
func (a *Admin) exportTranslation(w http.ResponseWriter, r *http.Request) error {
	base, err := a.importBase(r.Context())
	if err != nil {
		return err
	}
	language, format := chi.URLParam(r, "language"), chi.URLParam(r, "format")
	if base.Version == nil || !slices.Contains(base.TranslationLanguages(), language) {
		return quiz.ErrNotFound
	}
	name := "whichpm-" + base.BaseLanguage() + "-" + language + "." + format
	switch format {
	case site.FormatCSV:
		return sendTable(w, name, content.TranslationCSV(base.Version, language, sheet(r)))
	case site.FormatXLIFF:
		body, err := content.TranslationXLIFF(base.Version, language)
		if err != nil {
			return err
		}
		attach(w, "application/xliff+xml", name)
		_, _ = w.Write(body) // the visitor may have gone; nobody is left to tell
		return nil
	}
	return quiz.ErrNotFound
}

// versionNamed loads the version that the address names.
func (a *Admin) versionNamed(r *http.Request, param string) (*quiz.Version, error) {
	versions, err := a.store.Versions(r.Context())
	if err != nil {
		return nil, fmt.Errorf("list versions: %w", err)
	}
	return a.side(r, versions, param, &adminview.Side{})
}

func (a *Admin) showImport(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, adminview.Import(adminview.ImportProps{Viewer: viewer(r)}))
}

// importBase is what an import takes the place of: the draft, or where there is
// none what is published; no version where there is neither.
type importBase struct {
	*quiz.Version

	saved quiz.Saved
}

func (a *Admin) importBase(ctx context.Context) (importBase, error) {
	draft, saved, err := a.store.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		draft, err = a.live(ctx)
		return importBase{draft, quiz.Saved{}}, err
	}
	if err != nil {
		return importBase{}, fmt.Errorf("load draft: %w", err)
	}
	return importBase{draft, saved}, nil
}

// readImport reads a content file and reports what is wrong with it, or what
// it would change. It keeps nothing: the page carries the file on.
func (a *Admin) readImport(w http.ResponseWriter, r *http.Request) error {
	body, pasted, err := importForm(r)
	if err != nil {
		return err
	}
	base, err := a.importBase(r.Context())
	if err != nil {
		return err
	}
	v, props := parsed(language(r), base.Version, body, pasted)
	if v == nil {
		props.Viewer = viewer(r)
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Import(props))
	}
	return a.reportImport(w, r, base, body, v, http.StatusOK)
}

// keepImport makes what was reported the draft, unless the draft is another
// one by now.
func (a *Admin) keepImport(w http.ResponseWriter, r *http.Request) error {
	body, _, err := importForm(r)
	if err != nil {
		return err
	}
	base, err := a.importBase(r.Context())
	if err != nil {
		return err
	}
	v, props := parsed(language(r), base.Version, body, "")
	if v == nil {
		props.Viewer = viewer(r)
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Import(props))
	}
	draft := v.Clone()
	draft.Revision = max(0, formRevision(r))
	entry := a.entry(r, quiz.ActionImportDraft, "")
	entry.After = fmt.Sprintf("“%s”, content %.12s", v.Title, v.Hash())
	err = a.importOver(r, base, draft, entry)
	if errors.Is(err, quiz.ErrStale) || errors.Is(err, quiz.ErrDraftExists) {
		if base, err = a.importBase(r.Context()); err != nil {
			return err
		}
		if v, props = parsed(language(r), base.Version, body, ""); v == nil {
			props.Viewer = viewer(r)
			return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Import(props))
		}
		return a.reportImport(w, r, base, body, v, http.StatusConflict)
	}
	if err != nil {
		return fmt.Errorf("import draft: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.Imported, adminview.AtTop))
}

// importOver makes a version the draft, and remembers that it can be undone where
// it takes the place of another draft.
func (a *Admin) importOver(r *http.Request, base importBase, draft *quiz.Version, e quiz.AuditEntry) error {
	over := base.Version != nil && base.State == quiz.Draft && draft.Revision == base.Revision
	if over {
		e.Changed = quiz.NamesOf(differences(r, base.Version, draft))
	}
	err := a.store.ImportDraft(r.Context(), draft, e)
	if err == nil && over && e.Changed != "" {
		madeRevision(r, draft.Revision)
	}
	return err
}

// reportImport shows what an import would change.
func (a *Admin) reportImport(w http.ResponseWriter, r *http.Request, base importBase, body []byte, v *quiz.Version, status int) error {
	props := importReport(r, base, v, status)
	props.Content, props.Part = string(body), content.Elsewhere(body)
	if !props.Part {
		var err error
		if props.Content, err = content.OneLine(body); err != nil {
			return err
		}
	}
	return page.Render(w, r, status, adminview.ImportReport(props))
}

// importReport says what a version would change that takes the place of base.
func importReport(r *http.Request, base importBase, v *quiz.Version, status int) adminview.ImportReportProps {
	props := adminview.ImportReportProps{
		Viewer: viewer(r), Title: v.Title, Questions: len(v.Questions), Roles: len(v.Roles), Scenarios: len(v.Scenarios),
		Stale: status == http.StatusConflict, Outdated: v.OutdatedIn(language(r).Localize, base.Version),
	}
	switch {
	case base.Version == nil:
		props.First = true
	case base.State == quiz.Draft:
		props.Revision, props.By = base.Revision, base.saved.By
	default:
		props.Live = base.ID
	}
	if !props.First {
		props.Changes = differences(r, base.Version, v)
	}
	return props
}

// parsed reads a file, or returns the form again with what to correct.
func parsed(l words.Language, base *quiz.Version, body []byte, pasted string) (*quiz.Version, adminview.ImportProps) {
	props := adminview.ImportProps{Text: pasted}
	if len(bytes.TrimSpace(body)) == 0 {
		props.Problems = l.Problems(quiz.Refusal("file", "file_none"))
		return nil, props
	}
	if !page.Storable(pasted) {
		props.Text = "" // no page can hold it
	}
	v, found := content.Read(body, base)
	if v != nil {
		return v, props
	}
	for _, found := range found {
		said := l.Problems(quiz.Problems{found.Problem})[0]
		props.Found = append(props.Found, adminview.Located{Line: found.Line, Field: said.Field, Message: said.Message})
	}
	props.Problems = l.Problems(quiz.Refusal("report", "file_correct"))
	return nil, props
}
