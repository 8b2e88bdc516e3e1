package attack_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/auth"
	"whichpm/internal/brand"
	"whichpm/web/site"
)

// hostile texts break out of an attribute, a title and a text field, and would
// run in a spreadsheet. The longest that a text may hold is used.
var hostile = []string{
	`="'></title></textarea><zq onzq=1><script>zq()</script><img src=//evil.example/zq onerror=zq()>[zq](javascript:zq) ![zq](//evil.example/zq)`,
	`="'></title><zq onzq=1><script>zq</script>[z](javascript:zq)`,
	`="'><zq onzq=1><script>zq</script>`,
	`="><zq>`,
}

// shortest are how many characters a text of a content file may hold, where
// it is not many; and 0 for what names something.
var shortest = map[string]int{
	"currency": 10, "title": 120, "short": 40, "period": 40, "name": 80, "positive_pole": 80, "negative_pole": 80, "label": 120,
	"ladder": 120, "decision": 120, "text": 120, "where": 80, "figure": 120, "measure": 80, "word": 80, "part": 0,
	"version": 0, "license_note": 0, "key": 0, "id": 0, "kind": 0, "primary_dimension": 0, "secondary_dimension": 0,
	"verdict": 0, "role": 0, "pole": 0,
}

// hostileFiller puts a hostile text in the place of every other.
type hostileFiller int

func (n *hostileFiller) text(field string) string {
	room := 200
	if most, listed := shortest[field]; listed {
		room = most
	}
	*n++
	for _, text := range hostile {
		if numbered := fmt.Sprintf("%s%d", text, *n); len(numbered) <= room {
			return numbered
		}
	}
	return ""
}

func (n *hostileFiller) poison(field string, value any) any {
	switch value := value.(type) {
	case string:
		if text := n.text(field); text != "" {
			return text
		}
	case []any:
		for i := range value {
			value[i] = n.poison(field, value[i])
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			place := key
			if _, translated := value["reviewed"]; translated { // as long as what it translates
				place = field[strings.LastIndexByte(field, '.')+1:]
			}
			value[key] = n.poison(place, value[key])
		}
	}
	return value
}

// hostileContent is a content file with hostile texts.
func hostileContent(t *testing.T, file string) string {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(file), &value); err != nil {
		t.Fatal(err)
	}
	var n hostileFiller
	body, err := json.Marshal(n.poison("", value))
	if err != nil || n < 300 {
		t.Fatalf("%d texts are poisoned: %v", n, err)
	}
	return string(body)
}

// publishHostileContent makes hostile texts what is asked, with another draft of them.
func (sc *scene) publishHostileContent(t *testing.T) {
	t.Helper()
	file := hostileContent(t, sc.v.get("/admin/export/1.json").body)
	sc.path, sc.p.file = "/admin/import/draft", true
	revision := sc.fill.Replace("{revision}")
	sc.v.do(sc.request(url.Values{"text": {file}, "revision": {revision}})).want(t, http.StatusSeeOther)
	form := sc.v.get("/admin/publication").want(t, http.StatusOK).form("/admin/publication")
	if form == nil {
		t.Fatalf("the checks find an error:\n%s", sc.v.get("/admin/checks").text("main"))
	}
	form.Set("note", hostile[0])
	sc.v.send("/admin/publication", form).want(t, http.StatusSeeOther)
	const aside = "/admin/versions/draft/aside"
	for range 2 {
		sc.v.post("/admin/draft").want(t, http.StatusSeeOther)
		sc.v.submit("/admin/settings", "/admin/settings", "title", hostile[1]+"again")
		if drafts, err := sc.store.WaitingDrafts(t.Context()); err == nil && len(drafts) == 0 {
			sc.v.submit(aside, aside, "name", new(hostileFiller).text("name")).want(t, http.StatusSeeOther)
		}
	}
}

func TestNoStoredTextBecomesMarkupOnAnyPage(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	sc := h.scene(t, "/admin/import/draft")
	sc.publishHostileContent(t)
	h.admin(t, "='onzq=1&lt@example.org", auth.Editor)
	result := sc.v.finish()
	share := sc.v.share(result, "answers", hostile[2])
	other := h.visitor(t)
	theirs := other.share(other.finish(), "profile", hostile[2])
	sc.v.post("/start", "form", "short").want(t, http.StatusSeeOther)
	waiting, err := h.store.WaitingDrafts(t.Context())
	if err != nil || len(waiting) != 1 {
		t.Fatalf("there wait %+v: %v", waiting, err)
	}

	organiser, member := h.group(t, hostile[2])
	joined := result + "/groups/" + h.invitation(t, organiser)
	sc.v.post(joined, "name", hostile[2], "consent", "on").want(t, http.StatusSeeOther)

	picture := []byte(sc.v.get(share + "/card.png").body)
	if _, err := h.store.SaveBrand(t.Context(), brand.Brand{Settings: brand.Settings{Name: "Ada"}, LogoLight: picture, LogoDark: picture}, entry(h)); err != nil {
		t.Fatal(err)
	}
	sc.v.submit("/admin/brand", "/admin/brand", "name", hostile[2], "light", "#1f4fd8", "texts.en.footer", hostile[0], "texts.en.privacy", hostile[0]).want(t, http.StatusSeeOther)

	w := walker{t: t, v: sc.v, known: map[string]bool{}}
	for _, path := range []string{
		"/", "/q/1", "/review", "/save", "/compare", "/embed", "/admin", "/method.json", "/openapi.json", "/schema/result.json", "/healthz", "/readyz",
		result, result + "/download", result + "/removal", share, share + ".json", share + "/card.png",
		"/compare" + strings.TrimPrefix(share, "/r") + strings.TrimPrefix(theirs, "/r"),
		"/resume/" + sc.v.cookie("whichpm_quiz").Value, sc.v.post("/admin/play").to(),
		"/admin/find?words=a", "/admin/audit.csv", "/admin/insight/days.csv", "/admin/insight/options.csv", "/admin/insight/questions.csv", "/admin/insight/steps.csv",
		"/admin/insight/questions/h1", "/admin/export/2.csv", "/admin/export/draft.json", "/admin/sign-in", "/admin/sign-in/code", "/admin/account/passkeys", "/favicon.ico", "/picture/home.en.png",
		site.AdminWaitingDraft(waiting[0].ID), "/admin/priors", "/admin/questions/h1/copy", "/admin/questions/h1/position", "/admin/questions/h1/retirement",
		"/admin/dimensions/setting/position", "/admin/checks/keying", "/admin/questions/h1/mirror", "/admin/questions/h1/options/0/position", "/admin/questions/h1/turn", "/admin/roles/product_manager/statements",
		"/admin/questions-several", "/admin/roles/product_manager/position", "/admin/scenarios/planner/position",
		"/admin/roles/product_manager/removal", "/admin/scenarios/planner/removal", result + "/since/" + sc.fill.Replace("{owner}"),
		"/g/" + h.invitation(t, organiser), "/brand/logo-light.png", "/brand/logo-dark.png", "/admin/brand/removal",
		h.pictured(t, hostile[2]) + "/picture.csv", joined, joined + "/handout", joined + "/picture.csv",
		"/group/" + organiser, "/group/" + organiser + "/handout", "/group/" + organiser + "/picture.csv", "/group/" + organiser + "/closing", "/group/" + organiser + "/removal", "/group/" + organiser + "/members/" + member + "/removal",
	} {
		w.add(path)
	}
	w.walk()
	if w.poisoned < 60 {
		t.Errorf("only %d pages show the hostile texts", w.poisoned)
	}
	w.covers(h)
	for _, accept := range []string{"text/plain", "text/markdown"} {
		checkText(t, sc.v.get(share, "Accept", accept).want(t, http.StatusOK), accept)
	}
}

// Elements and attributes that bring something in, run something or lead
// somewhere, and what their addresses may begin with.
var leading = map[string]bool{"href": true, "src": true, "action": true, "formaction": true, "data": true, "poster": true, "srcset": true, "xlink:href": true, "background": true}

// checkPage finds markup that is not the site's own.
func checkPage(r reply) (problems []string) {
	for node := range r.document().Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		switch {
		case strings.Contains(node.Data, "zq"), slices.Contains([]string{"iframe", "object", "embed", "base", "math"}, node.Data):
			problems = append(problems, "the element "+node.Data)
		case node.Data == "script" && strings.Contains(raw(node), "zq"):
			problems = append(problems, "a script of a stranger's")
		}
		for _, a := range node.Attr {
			if problem := checkAttribute(node, a); problem != "" {
				problems = append(problems, problem)
			}
		}
	}
	return problems
}

// codesFile is a file of recovery codes, which no stranger writes.
var codesFile = regexp.MustCompile(`^data:text/plain;charset=utf-8,([a-z2-7]{4}(-[a-z2-7]{4}){3}%0D%0A)+$`)

func checkAttribute(node *html.Node, a html.Attribute) string {
	address, err := url.Parse(strings.TrimSpace(a.Val))
	switch {
	case strings.HasPrefix(a.Key, "on"), strings.Contains(a.Key, "zq"), a.Key == "style", a.Key == "srcdoc", a.Key == "http-equiv":
		return "the attribute " + a.Key
	case !leading[a.Key]:
		return ""
	case err != nil:
		return "the address " + a.Val
	case node.Data == "a" && slices.Contains([]string{"", "http", "https"}, address.Scheme):
		return ""
	case address.Scheme == "data" && node.Data == "img", address.Scheme == "" && address.Host == "":
		return ""
	case node.Data == "a" && attribute(node, "download") != "" && codesFile.MatchString(a.Val):
		return ""
	case node.Data == "link" && attribute(node, "rel") == "canonical" && address.Hostname() == "127.0.0.1": // it is whole
		return ""
	case address.Host == "127.0.0.1":
		return ""
	}
	return fmt.Sprintf("%s of %s leads to %q", a.Key, node.Data, a.Val)
}
