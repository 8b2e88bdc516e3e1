package taker

import (
	"encoding/json"
	"fmt"
	"net/http"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// downloadResult gives the owner everything that is stored, and what the
// scoring makes of it, as a file.
func (t *Taker) downloadResult(w http.ResponseWriter, r *http.Request) error {
	_, result, err := t.owned(r)
	if err != nil {
		return err
	}
	ed, reading, err := t.rescore(r.Context(), result)
	if err != nil {
		return err
	}
	shares, err := t.shareLinks(r, result.ID)
	if err != nil {
		return err
	}
	said, err := t.outcomeOrNil(r.Context(), result.ID)
	if err != nil {
		return err
	}
	in, err := t.groupsOf(r, result.ID)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Disposition", `attachment; filename="whichpm-result.json"`)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Robots-Tag", "noindex")
	export := takerview.OwnerExport(ed.explain(reading), t.absolute(r, site.ResultSchema), shares, said, in)
	return page.JSON(w, r, http.StatusOK, "application/json", export)
}

// shareLinks are all share links of a result, also the ones taken back.
func (t *Taker) shareLinks(r *http.Request, result quiz.ResultID) ([]takerview.ShareLink, error) {
	shares, err := t.store.Shares(r.Context(), result)
	if err != nil {
		return nil, fmt.Errorf("load shares: %w", err)
	}
	links := make([]takerview.ShareLink, len(shares))
	for i, s := range shares {
		links[i] = takerview.ShareLink{Share: s, Link: t.absolute(r, site.Share(s.ID))}
	}
	return links, nil
}

// showResultSchema describes results as JSON, for programs.
func (t *Taker) showResultSchema(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "public, max-age=3600")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	return page.JSON(w, r, http.StatusOK, "application/schema+json", json.RawMessage(takerview.ResultSchema))
}

// showOpenAPI says what else programs can read.
func (t *Taker) showOpenAPI(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "public, max-age=3600")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	return page.JSON(w, r, http.StatusOK, string(page.JSONType), json.RawMessage(takerview.OpenAPI))
}
