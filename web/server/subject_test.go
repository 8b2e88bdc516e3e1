package server_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/gallery"
	"whichpm/web/site"
	"whichpm/web/words"
)

// openWithQuiz is a site on which that quiz is published.
func openWithQuiz(t *testing.T, v *quiz.Version) *testSite {
	t.Helper()
	t.Parallel()
	db := storetest.Empty(t)
	if problems := v.Validate(); len(problems) > 0 {
		t.Fatal(problems)
	}
	if err := db.SeedFirst(t.Context(), v, storetest.Now); err != nil {
		t.Fatal(err)
	}
	return openOver(t, db, admin.Config{})
}

// aboutJobs are words that only a quiz about jobs may be said in, and “role”
// where a quiz calls its roles something else.
var aboutJobs = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\bjobs?\b|hiring|likes? to work|working style|management|kinds? of company|workplace|salar|career|it pays|\broles?\b`),
	"de": regexp.MustCompile(`(?i)Beruf|\bJobs?\b|Personalauswahl|gern arbeite|Arbeitsplatz|Arten? von Unternehmen|Gehalt|verdient|\bRollen?\b`),
}

// gardenQuiz is one about something else than jobs.
func gardenQuiz(language string, roles int) *quiz.Version {
	v := gallery.Garden(roles)
	v.Language = language
	v.About.NoJobs, v.About.Roles = true, map[string]string{"": "gardens", "de": "Gärten"}[language]
	return v
}

// everyPage opens what takers of a site can see, from the first page to a
// comparison, and returns what it says by path.
func everyPage(t *testing.T, h *testSite) map[string]reply {
	t.Helper()
	seen := map[string]reply{}
	ada := h.visitor(t)
	look := func(path string) {
		seen[path] = ada.get(path).want(t, http.StatusOK)
	}
	for _, path := range []string{site.Home, site.Guide, site.Method, site.Privacy, site.Embed, site.Compare} {
		look(path)
	}
	seen["/nowhere"] = ada.get("/nowhere").want(t, http.StatusNotFound)
	ada.start()
	look("/q/1")
	result, first := ada.shares("answers", "Ada")
	for _, path := range []string{site.Home, result, result + "/removal", result + "?matter=plot1", result + "/download", first, first + ".json"} {
		look(path)
	}
	ben := h.visitor(t)
	ben.start()
	look = func(path string) { seen[path+" of Ben"] = ben.get(path).want(t, http.StatusOK) }
	for at := "/q/1"; at != "/review"; {
		at = ben.answer(at, "4").want(t, http.StatusSeeOther).to()
	}
	look("/review")
	look("/save")
	other := ben.post("/result").want(t, http.StatusSeeOther).to()
	ben.post(other+"/share", "scope", "profile").want(t, http.StatusSeeOther)
	second := sharedLink(t, h, ben.get(other).body)
	look(other)
	look(second)
	look("/compare/" + id(first) + "/" + id(second))
	return seen
}

func TestAQuizAboutSomethingElseSaysNothingOfJobsOnAnyPage(t *testing.T) {
	for language, forbidden := range aboutJobs {
		for _, roles := range []int{2, 3, 8} {
			t.Run(language, func(t *testing.T) {
				h := openWithQuiz(t, gardenQuiz(strings.TrimSuffix(language, "en"), roles))
				for path, page := range everyPage(t, h) {
					said := withoutChecks(page.text("body"), language)
					if strings.Contains(path, ".json") || strings.Contains(path, "download") {
						continue // names of fields
					}
					for _, found := range forbidden.FindAllStringIndex(said, -1) {
						t.Errorf("%d gardens, %s says …%s…", roles, path, said[max(found[0]-60, 0):min(found[1]+40, len(said))])
					}
				}
			})
		}
	}
}

// withoutChecks leaves out the table of the checks: they call what a quiz can
// recommend a role whatever it is, as the pages for admins do.
func withoutChecks(said, tag string) string {
	l, _ := words.Find(tag)
	before, rest, _ := strings.Cut(said, l.Say("method.checks_lead"))
	_, after, _ := strings.Cut(rest, l.Say("method.settings"))
	return before + after
}

func TestAQuizAboutSomethingElseAsksNobodyForAJob(t *testing.T) {
	h := openWithQuiz(t, gardenQuiz("", 3))
	ada := h.visitor(t)
	result := ada.finish()
	ada.post(result+"/outcome", "role", "roses", "years", "3", "suits", "4", "consent", "on").want(t, http.StatusNotFound)
}

func TestAQuizSaysOfItselfWhatItsVersionSays(t *testing.T) {
	v := gardenQuiz("", 3)
	v.About.Lead, v.About.RestsOn, v.About.Balanced = "Six short looks over the fence.", "It rests on talks with twelve gardeners.", "A mixed bed"
	h := openWithQuiz(t, v)
	ada := h.visitor(t)
	ada.get("/").says(t, "Six short looks over the fence.", "The gardens")
	ada.get("/embed").says(t, "Six short looks over the fence.")
	ada.get("/method").says(t, "“A mixed bed”")
	_, shared := ada.shares("profile", "")
	h.visitor(t).get(shared).says(t, "It rests on talks with twelve gardeners.")
}

func TestComparingUsesNoLinkThatShowsMoreThanTheProfile(t *testing.T) {
	h := open(t)
	_, theirs := h.visitor(t).shares("profile", "Ada")
	ben := h.visitor(t)
	result, open := ben.shares("answers", "Ben")
	ben.post(result+"/comparison", "link", h.URL+theirs).want(t, http.StatusSeeOther)
	if to := ben.post(result+"/comparison", "link", h.URL+theirs).to(); strings.Contains(to, id(open)) {
		t.Errorf("the comparison leads to a link with every answer: %s", to)
	}
}

func TestAnOldResultIsDeletedInTheWordsOfItsOwnVersion(t *testing.T) {
	h := openWithQuiz(t, gardenQuiz("", 3))
	ada := h.visitor(t)
	result := ada.finish()
	next := gallery.Garden(3)
	if err := h.store.ImportDraft(t.Context(), next, entry(quiz.ActionImportDraft)); err != nil {
		t.Fatal(err)
	}
	if _, err := h.store.Publish(t.Context(), next.Revision, "Jobs now", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	h.takers.Refresh(t.Context())
	if said := ada.get(result+"/removal").want(t, http.StatusOK).text("main"); strings.Contains(said, "job") {
		t.Errorf("a result that has no job is deleted with: %s", said)
	}
}

func TestTranslationsGoWithAChangeOfLanguageOnlyIfSomebodySaysSo(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.post("/admin/draft", "next", "/admin/settings").want(t, http.StatusSeeOther)
	draft := h.draft(t)
	v.post("/admin/settings", "revision", revision(draft), "language", "de").want(t, http.StatusUnprocessableEntity).
		says(t, "texts are translated into German and would be lost", "Delete 3")
	if kept := h.draft(t); len(kept.Translations["de"]) == 0 || kept.Language != "" {
		t.Error("the translation went unasked")
	}
	v.post("/admin/settings", "revision", revision(draft), "language", "de", "language.lose", "on").want(t, http.StatusSeeOther)
	if now := h.draft(t); len(now.Translations) > 0 || now.Language != "de" {
		t.Errorf("the quiz is written in %q and translated into %d languages", now.Language, len(now.Translations))
	}
}
