package server_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/quiz"
)

// editor is a form that saves a part of the draft.
type editor struct{ page, action string }

// edited is where the forms for the draft are.
var edited = regexp.MustCompile(`^/admin/(questions|dimensions|roles|settings|guide|scenarios|translations)(/|$)`)

// acts are the forms that do one thing to a part instead of saving what they show.
var acts = regexp.MustCompile(`/(removal|copy|position|retirement|questions-several)$`)

// editors finds every form that saves what it shows, by following the links of
// the pages for admins that follow chooses.
func (v *visitor) editors(follow func(path string) bool) []editor {
	v.t.Helper()
	var found []editor
	seen := map[string]bool{"/admin": true}
	for queue := []string{"/admin"}; len(queue) > 0; queue = queue[1:] {
		document, err := html.Parse(strings.NewReader(v.get(queue[0]).want(v.t, http.StatusOK).body))
		if err != nil {
			v.t.Fatal(err)
		}
		for node := range document.Descendants() {
			path, _, _ := strings.Cut(attribute(node, "href"), "#")
			if path, _, _ = strings.Cut(path, "?"); edited.MatchString(path) && !seen[path] {
				if seen[path] = true; follow(path) {
					queue = append(queue, path)
				}
			}
			if node.Data == "form" && saves(node) {
				found = append(found, editor{queue[0], attribute(node, "action")})
			}
		}
	}
	return found
}

func all(string) bool { return true }

// oneOfAKind leaves out the pages of questions and of translations whose fields
// are those of another.
func oneOfAKind(v *quiz.Version) func(path string) bool {
	seen := map[string]bool{}
	return func(path string) bool {
		kind := path
		if key, of := strings.CutPrefix(path, "/admin/questions/"); of {
			if i := v.QuestionIndex(key); i >= 0 {
				kind = "a question: " + string(v.Questions[i].Kind)
			}
		} else if rest, of := strings.CutPrefix(path, "/admin/translations/"); of {
			kind = "a translation: " + placeOf(rest[strings.Index(rest, "/")+1:])
		}
		again := seen[kind]
		seen[kind] = true
		return !again
	}
}

// saves reports whether a form saves what it shows, and adds nothing.
func saves(form *html.Node) bool {
	if attribute(form, "method") != "post" || acts.MatchString(attribute(form, "action")) {
		return false
	}
	carries := false
	for node := range form.Descendants() {
		switch attribute(node, "name") {
		case "revision":
			carries = true
		case "name", "kind", "small":
			return false
		}
	}
	return carries
}

func TestAFormSavedAsItIsChangesNothing(t *testing.T) {
	for _, languages := range []string{"en", germans} {
		t.Run(languages, func(t *testing.T) {
			kept := filled(t)
			h, v := openWithDraft(t, kept, languages)
			forms := v.editors(all)
			if len(forms) < 60 {
				t.Fatalf("only %d forms were found", len(forms))
			}
			for _, e := range forms {
				if languages == germans && strings.HasPrefix(e.action, "/admin/translations/") {
					continue // no number stands there
				}
				v.submit(e.page, e.action).want(t, http.StatusSeeOther)
				if paths := changed(kept, h.draft(t)); len(paths) > 0 {
					t.Fatalf("%s, saved as it is, changes %v", e.page, paths)
				}
			}
		})
	}
}

func TestAFormKeepsWhatItDoesNotShow(t *testing.T) {
	kept := filled(t)
	h, v := openWithDraft(t, kept, "en")
	for _, e := range v.editors(oneOfAKind(kept)) {
		if strings.HasPrefix(e.action, "/admin/translations/") || e.action == "/admin/priors" {
			continue // a tick that is not there was taken away; shares are shares of all
		}
		v.post(e.action, "revision", h.revision(t)).want(t, http.StatusSeeOther)
		if paths := changed(kept, h.draft(t)); len(paths) > 0 {
			t.Fatalf("%s without any field changes %v", e.page, paths)
		}
	}
}

// An act touches what it is about, and nothing else.
func TestAnActionOnAPartChangesNothingElse(t *testing.T) {
	kept := filled(t)
	q, scene, d, s := kept.Questions[0].Key, "", kept.Dimensions[0].Key, kept.Scenarios[0].Key
	for _, question := range kept.Questions {
		if question.Kind == quiz.Choice && len(question.Options) > 2 {
			scene = question.Key
		}
	}
	for name, act := range map[string]struct {
		form  editor
		typed []string
		about string // expression for what may change
	}{
		"move":           {editor{"/admin/questions", "/admin/questions/" + q + "/position"}, []string{"to", "3"}, `^$`},
		"copy":           {editor{"/admin/questions", "/admin/questions/" + q + "/copy"}, nil, `[.]copy_2_1\b`},
		"retire":         {editor{"/admin/questions", "/admin/questions/" + q + "/retirement"}, nil, `^.Questions.` + q + `.Retired$`},
		"delete":         {editor{"/admin/questions/" + q + "/removal", "/admin/questions/" + q + "/removal"}, nil, `[.]` + q + `\b`},
		"add a scene":    {editor{"/admin/questions", "/admin/questions"}, []string{"kind", "choice"}, `^.Questions.scene_2_1[.]`},
		"add a role":     {editor{"/admin/roles", "/admin/roles"}, []string{"name", "Third"}, `^.Roles.third[.]|[.]Prior$`},
		"add an end":     {editor{"/admin/dimensions", "/admin/dimensions"}, []string{"name", "Pace"}, `[.]pace[.]`},
		"delete one":     {editor{"/admin/dimensions/" + d + "/removal", "/admin/dimensions/" + d + "/removal"}, nil, `[.]` + d + `\b|Companies|set_ups`},
		"add a person":   {editor{"/admin/scenarios", "/admin/scenarios"}, []string{"name", "Zoe"}, `^.Scenarios.zoe[.]`},
		"delete another": {editor{"/admin/scenarios/" + s, "/admin/scenarios/" + s + "/removal"}, nil, `^.Scenarios.` + s + `[.]`},
		"take out an answer": {
			editor{"/admin/guide", "/admin/guide"},
			[]string{"guide.questions_people_ask.0.removal", "on"},
			`[.]FAQ[.]|questions_people_ask`,
		},
		"take out advice": {
			editor{"/admin/guide", "/admin/guide"},
			[]string{"guide.set_ups." + kept.Guide.Companies[0].Key + ".removal", "on"},
			`[.]` + kept.Guide.Companies[0].Key + `[.]`,
		},
		"change the kind": {editor{"/admin/questions/" + scene, "/admin/questions/" + scene}, []string{"questions." + scene + ".kind", "agree5"}, scene + `\b`},
	} {
		t.Run(name, func(t *testing.T) {
			h, v := openWithDraft(t, filled(t), "en")
			before := h.draft(t)
			v.submit(act.form.page, act.form.action, act.typed...).want(t, http.StatusSeeOther)
			about := regexp.MustCompile(act.about)
			paths := changed(before, h.draft(t))
			if others := slices.DeleteFunc(slices.Clone(paths), about.MatchString); len(others) > 0 {
				t.Errorf("it changes %q", others)
			}
			if len(paths) == 0 && name != "move" {
				t.Error("it changes nothing")
			}
		})
	}
}

// The German of an option goes where the option goes.
func TestRemovingAnOptionKeepsTheTranslationsOfTheOthers(t *testing.T) {
	h, v := openWithDraft(t, filled(t), "en")
	before := h.draft(t)
	i := slices.IndexFunc(before.Questions, func(q quiz.Question) bool { return q.Kind == quiz.Choice && len(q.Options) > 2 })
	key, n := before.Questions[i].Key, len(before.Questions[i].Options)
	path, at := "/admin/questions/"+key, "questions."+key+".options."
	form := v.get(path).filled(path)
	form.Set("remove", "0")
	tried := v.send(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())).want(t, http.StatusOK)
	v.postForm(path, tried.filled(path)).want(t, http.StatusSeeOther)
	was, is := before.Translations["de"], h.draft(t).Translations["de"]
	for o := 1; o < n; o++ {
		if from, to := was[at+string(rune('0'+o))+".label"], is[at+string(rune('0'+o-1))+".label"]; from != to {
			t.Errorf("option %d had %+v and has %+v", o, from, to)
		}
	}
}

func (v *visitor) postForm(path string, form url.Values) reply {
	v.t.Helper()
	return v.send(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// A content file is a form too: what is exported comes back whole.
func TestAnExportComesBackWhole(t *testing.T) {
	kept := filled(t)
	h, v := openWithDraft(t, kept, "en")
	report := v.upload("/admin/import", v.get("/admin/export/draft.json").body).want(t, http.StatusOK)
	v.upload("/admin/import/draft", "", "revision", report.value("revision"), "text", report.value("text")).want(t, http.StatusSeeOther)
	if paths := changed(kept, h.draft(t)); len(paths) > 0 {
		t.Errorf("it changes %q", paths)
	}
}
