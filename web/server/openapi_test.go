package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"
)

// described is what the site says of itself for programs: its answers by path, and
// its schemas by name.
func described(t *testing.T, h *testSite) (paths, schemas map[string]any) {
	t.Helper()
	document := h.visitor(t).get("/openapi.json").want(t, http.StatusOK).is(t, "application/json").decoded(t)
	if document["openapi"] != "3.1.0" {
		t.Errorf("it is OpenAPI %v", document["openapi"])
	}
	return document["paths"].(rule), document["components"].(rule)["schemas"].(rule)
}

// kinds are the media types that a path answers with, given a status.
func kinds(t *testing.T, paths rule, path, status string) []string {
	t.Helper()
	answer, described := paths[path].(rule)["get"].(rule)["responses"].(rule)[status].(rule)
	if !described {
		t.Fatalf("%s does not say that it answers %s", path, status)
	}
	if answer["$ref"] == "#/components/responses/Problem" {
		return []string{"application/problem+json"}
	}
	var all []string
	for kind := range answer["content"].(rule) {
		all = append(all, kind)
	}
	return all
}

func TestWhatIsSaidToProgramsIsThere(t *testing.T) {
	h := open(t).restartedWith(t, true)
	paths, _ := described(t, h)
	routes := h.Config.Handler.(chi.Routes)
	for path, methods := range paths {
		if len(methods.(rule)) != 1 || !routes.Match(chi.NewRouteContext(), http.MethodGet, strings.Replace(path, "{share}", "AAAA", 1)) {
			t.Errorf("%s is not there to be read", path)
		}
	}
	for _, path := range []string{"/schema/result.json", "/method.json", "/data.csv", "/data/codebook.csv"} {
		reply := h.visitor(t).get(path).want(t, http.StatusOK)
		if kind, _, _ := strings.Cut(reply.Header.Get("Content-Type"), ";"); kind != kinds(t, paths, path, "200")[0] {
			t.Errorf("%s answers with %s", path, kind)
		}
	}
}

func TestAnswersToProgramsAreAsIsSaid(t *testing.T) {
	h := open(t)
	paths, schemas := described(t, h)
	results := newSchema(t, h.visitor(t).get("/schema/result.json"))
	here := &schema{defs: rule{}, seen: map[string]bool{}}
	v := h.visitor(t)
	result := v.finish()
	link := v.share(result, "answers", "Ada")
	const path = "/r/{share}.json"
	shared := h.visitor(t).get(link+".json").want(t, http.StatusOK).is(t, kinds(t, paths, path, "200")[0]).decoded(t)
	wrong := results.check(results.root, shared, "")
	wrong = append(wrong, here.check(schemas["Method"].(rule), h.visitor(t).get("/method.json").decoded(t), "/method.json")...)
	v.post(result+"/share/removal", "share", strings.TrimPrefix(link, "/r/")).want(t, http.StatusSeeOther)
	for _, gone := range []struct {
		link, said string
		status     int
	}{{link, "410", http.StatusGone}, {"/r/AAAA", "404", http.StatusNotFound}} {
		reply := h.visitor(t).get(gone.link+".json").want(t, gone.status).is(t, kinds(t, paths, path, gone.said)[0])
		wrong = append(wrong, here.check(schemas["Problem"].(rule), reply.decoded(t), gone.link)...)
	}
	for _, problem := range wrong {
		t.Error(problem)
	}
}
