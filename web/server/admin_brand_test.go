package server_test

import (
	"bytes"
	"image"
	"image/png"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/brand"
	"whichpm/internal/quiz"
	"whichpm/web/admin"
	"whichpm/web/site"
)

// unbranded are the answers that carry no brand, by address.
func (v *visitor) unbranded(result, shared string) map[string]string {
	bodies := map[string]string{}
	for _, path := range []string{shared + ".json", shared + "/card.png", site.MethodData, site.ResultSchema, result + "/download"} {
		bodies[path] = v.get(path).want(v.t, http.StatusOK).body
	}
	bodies["text"] = v.getAs(shared, "Accept", "text/plain").body
	bodies["Markdown"] = v.getAs(shared, "Accept", "text/markdown").body
	return bodies
}

func TestABrandShowsOnPublicPagesAndNowhereElse(t *testing.T) {
	h := open(t)
	taker := h.visitor(t)
	result, shared := taker.shares("answers", "Ada")
	before, pages := taker.unbranded(result, shared), map[string]string{}
	for _, path := range []string{"/", shared, site.Guide, site.Method, site.Privacy} {
		pages[path] = taker.get(path).body
	}
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get(site.AdminBrand).want(t, http.StatusOK).says(t, "Save a name first")
	to := []string{
		"name", "Riverside <b>", "light", "#8a1f5c", "contact", "career@example.org", "imprint", "https://career.example/i",
		brand.TextField("en", "footer"), "A service of the careers office.", brand.TextField("en", "privacy"), "Ask **us** <script>x</script>.",
	}
	r, err := h.store.Result(t.Context(), resultOf(t, result))
	if err != nil {
		t.Fatal(err)
	}
	key := string(r.Verdict)
	if r.Verdict.NamesRole() {
		key = r.Top
	}
	to = append(to, brand.CallField("en", key, "sentence"), "Come & talk.", brand.CallField("en", key, "label"), "Book", brand.CallField("en", key, "address"), "https://career.example/book")
	v.submit(site.AdminBrand, site.AdminBrand, to...).want(t, http.StatusSeeOther, site.AdminBrand)
	v.get(site.AdminBrand).says(t, "Saved. Everybody sees it now.")

	home := taker.get("/").want(t, http.StatusOK)
	for _, part := range []string{"<title>", "– Riverside &lt;b&gt;", "A service of the careers office.", `href="mailto:career@example.org"`, `href="https://career.example/i"`, "Made with WhichPM", "/brand.css?v="} {
		if !strings.Contains(home.body, part) {
			t.Errorf("the first page has no %q", part)
		}
	}
	if !strings.Contains(taker.get(shared).body, "Riverside") || strings.Contains(taker.get(shared).body, "Come &amp; talk.") {
		t.Error("a shared page has no name, or the call that is for its owner")
	}
	taker.get(result).says(t, "From Riverside <b>", "Come & talk.")
	if own := taker.get(result).body; strings.Count(own, "career.example/book") != 1 || !strings.Contains(own, `rel="noreferrer"`) {
		t.Error("the call of the brand is not one link without a referrer")
	}
	privacy := taker.get(site.Privacy).says(t, "Ask us")
	if strings.Contains(privacy.body, "<script>x") {
		t.Error("the addition about privacy brings markup of its own")
	}
	if !strings.Contains(taker.get("/nowhere").body, "Riverside") || strings.Contains(v.get(site.AdminBrand).text("header"), "Riverside") {
		t.Error("an error page has no brand, or a page for admins has one")
	}
	for path, body := range taker.unbranded(result, shared) {
		if body != before[path] {
			t.Errorf("the brand changed %s", path)
		}
	}
	sheet := taker.get(site.BrandSheet).want(t, http.StatusOK)
	if !strings.Contains(sheet.body, "#8a1f5c") || sheet.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("the style sheet is %q", sheet.body)
	}

	v.get(site.AdminBrandRemoval).want(t, http.StatusOK).says(t, "Go back to our look?")
	v.post(site.AdminBrandRemoval).want(t, http.StatusSeeOther, site.AdminBrand)
	for path, body := range pages {
		if got := taker.get(path).body; got != body {
			t.Errorf("without the brand %s is not what it was before", path)
		}
	}
	taker.get(site.BrandSheet).want(t, http.StatusNotFound)
}

func TestABrandThatCannotBeReadIsRefusedWithWhatPassesAndEverythingTyped(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	typed := []string{"name", "Ada", "light", "#ffee00", "dark", "#000080", "imprint", "http://a.example", brand.TextField("de", "footer"), "Für alle"}
	refused := v.submit(site.AdminBrand, site.AdminBrand, typed...).want(t, http.StatusUnprocessableEntity).says(t, "The nearest that can be read is #", "begins with https://")
	for i := 0; i < len(typed); i += 2 {
		if got := refused.value(typed[i]); got != typed[i+1] {
			t.Errorf("of %s is left %q", typed[i], got)
		}
	}
	refused = v.post(site.AdminBrand, append(typed, "do", "light")...).want(t, http.StatusUnprocessableEntity)
	light := refused.value("light")
	refused = v.post(site.AdminBrand, "name", "Ada", "light", light, "dark", "#000080", "do", "dark").want(t, http.StatusOK)
	if light == "#ffee00" || refused.value("dark") == "#000080" {
		t.Errorf("the offered colours are not taken: %q, %q", light, refused.value("dark"))
	}
	if _, err := h.store.Brand(t.Context()); err == nil {
		t.Error("a look at the colours saved them")
	}
	sample := v.get(site.BrandSampleStyle(light, "};body{display:none")).want(t, http.StatusOK)
	if !strings.Contains(sample.body, light) || strings.Contains(sample.body, "display:none") {
		t.Errorf("the sample is %q", sample.body)
	}
}

func TestOfTwoWhoChangeTheBrandTheSecondSeesThatAndLosesNothing(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	form := v.get(site.AdminBrand)
	v.submit(site.AdminBrand, site.AdminBrand, "name", "First").want(t, http.StatusSeeOther)
	stale := v.post(site.AdminBrand, "revision", form.value("revision"), "name", "Second", "cited", "on").want(t, http.StatusUnprocessableEntity).says(t, "Somebody else changed this")
	if stale.value("name") != "Second" {
		t.Errorf("of the name is left %q", stale.value("name"))
	}
	v.post(site.AdminBrand, "revision", stale.value("revision"), "name", "Second", "cited", "on").want(t, http.StatusSeeOther)
	log, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionSaveBrand})
	if err != nil || len(log) != 2 || log[0].Before != "First" || log[0].After != "Second" {
		t.Errorf("the log says %+v, %v", log, err)
	}
}

func TestALookThatIsSentTwiceIsSavedOnce(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	form := v.get(site.AdminBrand)
	for range 2 {
		v.post(site.AdminBrand, "revision", form.value("revision"), "name", "Riverside", "contact", "career@example.org", brand.TextField("de", "footer"), "Für alle").want(t, http.StatusSeeOther, site.AdminBrand)
	}
	log, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionSaveBrand})
	if err != nil || len(log) != 1 {
		t.Errorf("the log has %d entries: %v", len(log), err)
	}
}

func TestATakerHandsTheResultOverByALinkThatCanBeTakenBack(t *testing.T) {
	h := open(t)
	taker := h.visitor(t)
	result, shared := taker.shares("profile", "Ada")
	if strings.Contains(taker.get(result).body, "Send to") {
		t.Error("without a brand there is somebody to send a result to")
	}
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.submit(site.AdminBrand, site.AdminBrand, "name", "Riverside", "send", "https://career.example/in").want(t, http.StatusSeeOther)
	own := taker.get(result).says(t, "You can send your result to Riverside.", "Send to Riverside")
	to := "https://career.example/in?result=" + url.QueryEscape(h.URL+shared)
	if !strings.Contains(own.body, `href="`+to+`" rel="noopener noreferrer"`) {
		t.Errorf("the page has no link to %s", to)
	}
	if strings.Contains(taker.get(shared).body, "career.example") {
		t.Error("the shared page leads to the host")
	}
	taker.post(result+"/share/removal", "share", strings.TrimPrefix(shared, "/r/")).want(t, http.StatusSeeOther)
	taker.get(shared).want(t, http.StatusGone)
	if strings.Contains(taker.get(result).body, to) {
		t.Error("a link that was taken back can be sent")
	}
}

// logos sends the form with pictures.
func (v *visitor) logos(light []byte, pairs ...string) reply {
	v.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("logo_light", "logo.png")
	if err != nil {
		v.t.Fatal(err)
	}
	_, _ = part.Write(light) // a buffer takes everything
	for i := 0; i < len(pairs); i += 2 {
		if err := form.WriteField(pairs[i], pairs[i+1]); err != nil {
			v.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		v.t.Fatal(err)
	}
	return v.send(http.MethodPost, site.AdminBrandLogos, form.FormDataContentType(), &body)
}

func TestALogoIsDrawnAnewShownAndTakenAway(t *testing.T) {
	h := open(t)
	v, taker := h.signedIn(t, "mira@example.org", auth.Owner), h.visitor(t)
	v.logos(nil).want(t, http.StatusSeeOther, site.AdminBrand) // there is no brand yet
	v.submit(site.AdminBrand, site.AdminBrand, "name", "Ada").want(t, http.StatusSeeOther)
	revision := func() string { return v.get(site.AdminBrand).value("revision") }
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewNRGBA(image.Rect(0, 0, 1280, 320))); err != nil {
		t.Fatal(err)
	}
	v.logos([]byte("<svg/>"), "revision", revision()).want(t, http.StatusUnprocessableEntity).says(t, "Use a picture in PNG or JPEG")
	v.logos(nil, "revision", revision()).want(t, http.StatusUnprocessableEntity).says(t, "Choose a picture first")
	v.logos(make([]byte, 2<<20), "revision", revision()).want(t, http.StatusRequestEntityTooLarge)
	v.logos(append(drawn.Bytes(), "<script>"...), "revision", revision()).want(t, http.StatusSeeOther, site.AdminBrand)
	home := taker.get("/").body
	at := site.BrandLogoLight + "?v=" + revision()
	if !strings.Contains(home, `src="`+at+`" alt="Ada" width="640" height="160"`) {
		t.Errorf("the first page does not show the logo at %s", at)
	}
	logo := taker.get(at).want(t, http.StatusOK)
	if logo.Header.Get("Content-Type") != "image/png" || strings.Contains(logo.body, "<script>") || !strings.Contains(logo.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("the logo is %s, %s", logo.Header.Get("Content-Type"), logo.Header.Get("Cache-Control"))
	}
	v.logos(nil, "revision", revision(), "logo_light_removal", "on").want(t, http.StatusSeeOther)
	taker.get(site.BrandLogoLight).want(t, http.StatusNotFound)
}

func TestOnlyOwnersSetTheBrand(t *testing.T) {
	h := openWith(t, admin.Config{})
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get(site.AdminBrand).want(t, http.StatusForbidden)
	v.post(site.AdminBrand, "name", "Ada").want(t, http.StatusForbidden)
	v.logos(nil).want(t, http.StatusForbidden)
	v.post(site.AdminBrandRemoval).want(t, http.StatusForbidden)
	if strings.Contains(v.get(site.Admin).body, site.AdminBrand) {
		t.Error("an editor sees a link that leads nowhere")
	}
}
