package server_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
)

// decoded is a reply that is JSON.
func (r reply) decoded(t testing.TB) map[string]any {
	t.Helper()
	var value map[string]any
	if err := json.Unmarshal([]byte(r.body), &value); err != nil {
		t.Fatalf("%s is no JSON object: %v\n%s", r.Request.URL.Path, err, r.body)
	}
	return value
}

// exports are results as JSON in every scope: balanced with a link taken back,
// clear after the short form with the taker's job, and without a verdict.
func exports(t testing.TB, h *testSite) map[string]reply {
	t.Helper()
	balanced, clearly, few := h.visitor(t), h.visitor(t), h.visitor(t)
	clearly.shortForm()
	few.start()
	at := few.answer("/q/1", "0").to()
	for at != "/review" {
		at = few.post(at, "question", few.get(at).value("question"), "skip", "1").to()
	}
	all := map[string]reply{}
	for v, result := range map[*visitor]string{
		balanced: balanced.finish(), clearly: clearly.post("/result").to(), few: few.post("/result").to(),
	} {
		if v == clearly {
			g, _ := h.group(t, quiz.Named, "Platform team")
			v.post(result+"/groups/"+g.ID.String(), "name", "Ada", "consent", "on").want(t, http.StatusSeeOther)
			v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
		}
		for _, scope := range []string{"verdict", "profile", "answers"} {
			link := v.share(result, scope, "Ada")
			all[scope+" of "+result] = h.visitor(t).get(link+".json").want(t, http.StatusOK).is(t, "application/json")
			if scope == "verdict" {
				v.post(result+"/share/removal", "share", strings.TrimPrefix(link, "/r/"))
			}
		}
		all["everything of "+result] = v.get(result+"/download").want(t, http.StatusOK).is(t, "application/json")
	}
	return all
}

func TestEveryResultAsJSONIsAsItsSchemaSays(t *testing.T) {
	h := openWithGroups(t)
	v := h.visitor(t)
	schema := newSchema(t, v.get("/schema/result.json").want(t, http.StatusOK).is(t, "application/schema+json"))
	for name, export := range exports(t, h) {
		value := export.decoded(t)
		if value["$schema"] != h.URL+"/schema/result.json" {
			t.Errorf("%s links to %v", name, value["$schema"])
		}
		for _, problem := range schema.check(schema.root, value, "") {
			t.Errorf("%s: %s", name, problem)
		}
	}
	for _, problem := range schema.check(schema.root, amongThree(t, h.URL), "") {
		t.Errorf("a result among three roles: %s", problem)
	}
	for _, unused := range schema.unproduced() {
		t.Errorf("the schema has %s, which no result has", unused)
	}
}

// amongThree is a result of a quiz with three roles as JSON, with every answer.
func amongThree(t testing.TB, origin string) map[string]any {
	t.Helper()
	v := content.First()
	third := v.Roles[0]
	third.Key = "third"
	v.Roles = append(v.Roles, third)
	v.Roles[1].Prior, v.Roles[2].Prior = .3, .2
	model := score.New(v)
	answers := model.Play(1, rand.New(rand.NewPCG(1, 1)))
	s := model.Score(answers)
	reading := takerview.Reading{
		Version: v, Answers: answers, Score: s, Turn: model.WouldChange(answers),
		Result: quiz.Result{Verdict: s.Verdict, Top: v.Roles[s.Top].Key, Probability: s.Posterior[s.Top], FinishedAt: time.Now()},
	}
	body, err := json.Marshal(takerview.SharedExport(takerview.SharedProps{Reading: reading, Share: quiz.Share{Scope: quiz.ScopeAnswers}}, origin))
	if err != nil {
		t.Fatal(err)
	}
	var value map[string]any
	if err := json.Unmarshal(body, &value); err != nil {
		t.Fatal(err)
	}
	if value["would_be_first"] == nil {
		t.Errorf("it does not say which role would be first: %s", body)
	}
	return value
}

func TestAScopeHidesTheSameFromPrograms(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	verdict := []string{"$schema", "answered", "finished_on", "flags", "headline", "name", "percent", "questions", "roles", "schema", "scope", "top", "verdict", "version"}
	profile := append([]string{"dimensions"}, verdict...)
	answers := append([]string{"answers", "ledger", "log_odds", "points", "posterior", "prior_log_odds", "probability", "robustness", "would_change"}, profile...)
	for scope, want := range map[string][]string{"verdict": verdict, "profile": profile, "answers": answers} {
		value := v.get(v.share(result, scope, "Ada") + ".json").decoded(t)
		slices.Sort(want)
		if got := slices.Sorted(maps.Keys(value)); !slices.Equal(got, want) {
			t.Errorf("a link for %s shows %v, want %v", scope, got, want)
		}
		if dimensions, _ := value["dimensions"].(map[string]any); scope == "profile" {
			horizon := dimensions["horizon"].(map[string]any)
			if _, shown := horizon["points"]; shown || dimensions["setting"] != nil {
				t.Errorf("a profile shows more than the page: %v", dimensions)
			}
		}
	}
}

func TestTheDownloadHoldsEverything(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.share(result, "profile", "Ada")
	file := v.get(result+"/download").want(t, http.StatusOK)
	for header, want := range map[string]string{
		"Content-Disposition": `attachment; filename="whichpm-result.json"`,
		"Cache-Control":       "no-store",
		"X-Robots-Tag":        "noindex",
	} {
		if got := file.Header.Get(header); got != want {
			t.Errorf("%s is %q, want %q", header, got, want)
		}
	}
	value := file.decoded(t)
	sum := 0.0
	for _, entry := range value["ledger"].(map[string]any) {
		sum += entry.(map[string]any)["points"].(float64)
	}
	if sum != value["points"] {
		t.Errorf("the ledger adds up to %v, not to %v", sum, value["points"])
	}
	if n := len(value["asked"].([]any)); n != questions || len(value["answers"].(map[string]any)) != questions {
		t.Errorf("it holds %d questions asked", n)
	}
	if share := value["shares"].([]any)[0].(map[string]any); share["name"] != "Ada" || share["revoked_at"] != nil {
		t.Errorf("it holds the share %v", share)
	}
	if said, there := value["outcome"]; said != nil || !there {
		t.Errorf("of somebody who said nothing it holds the job %v", said)
	}
	v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
	said := v.get(result + "/download").decoded(t)["outcome"].(map[string]any)
	if said["role"] != "product_manager" || said["years"] != 3.0 || said["suits"] != 4.0 || said["open_data"] != false {
		t.Errorf("it holds the job %v", said)
	}
	v.get(result).says(t, "Download").has(t, `href="`+result+`/download"`)
}

func TestALinkForProgramsSaysWhatIsWrong(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	shared := v.share(result, "answers", "Ada")
	if header := v.get(shared + ".json").Header; header.Get("Cache-Control") != "no-cache" || header.Get("X-Robots-Tag") != "noindex" {
		t.Errorf("headers are %v", header)
	}
	if link := v.get(shared).Header.Get("Link"); !strings.HasPrefix(link, "<"+shared+".json>") {
		t.Errorf("the page leads programs to %q", link)
	}
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	for path, status := range map[string]int{
		shared + ".json": http.StatusGone, "/r/short.json": http.StatusNotFound, "/nothing.json": http.StatusNotFound,
		"/r/" + strings.Repeat("A", 24) + ".json": http.StatusNotFound,
	} {
		problem := v.get(path).want(t, status).is(t, "application/problem+json").decoded(t)
		if problem["status"] != float64(status) || problem["title"] == "" || problem["detail"] == "" || len(problem) != 3 {
			t.Errorf("%s says %v", path, problem)
		}
	}
	v.get(result+"/download").want(t, http.StatusGone).says(t, "This result was deleted")
}
