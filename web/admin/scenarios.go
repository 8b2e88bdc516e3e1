package admin

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showScenarios lists what example people get, live and from the draft.
func (a *Admin) showScenarios(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, scenariosView(live)(form))
}

// addScenario adds one without answers and goes on to those.
func (a *Admin) addScenario(w http.ResponseWriter, r *http.Request) error {
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	key := ""
	return a.add(w, r, "scenarios",
		func(v *quiz.Version, form url.Values) (err error) {
			key, err = v.AddScenario(quiz.Scenario{Name: form.Get("name"), Verdict: quiz.NotEnough})
			return underName(err)
		},
		func(*quiz.Version) string {
			return a.flash(w, r, site.AdminScenario(key), adminview.Added, adminview.AtTop)
		},
		scenariosView(live))
}

func scenariosView(live *quiz.Version) func(adminview.Form) templ.Component {
	return func(f adminview.Form) templ.Component {
		scenarios := f.Version.Scenarios
		is := check.ScenariosOn(f.Version, scenarios)
		rows := make([]adminview.ScenarioLine, len(scenarios))
		for i, s := range scenarios {
			rows[i] = adminview.ScenarioLine{
				Key: s.Key, Name: s.Name, Expected: headline(f.Language, f.Version, check.Headline{Verdict: s.Verdict, Role: s.Role}),
				Live: "–", Draft: scored(f.Language, f.Version, is[i]), OK: is[i].OK,
			}
		}
		if live != nil {
			for i, was := range check.ScenariosOn(live, scenarios) {
				rows[i].Live = scored(f.Language, live, was)
			}
		}
		return adminview.Scenarios(f, rows)
	}
}

// showScenario shows the editor of a scenario.
func (a *Admin) showScenario(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	key := chi.URLParam(r, "key")
	if form.Version.ScenarioIndex(key) < 0 {
		return quiz.ErrNotFound
	}
	return page.Render(w, r, http.StatusOK, scenarioView(key)(form))
}

// saveScenario changes a scenario with its answers.
func (a *Admin) saveScenario(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	at := "scenarios." + key
	return a.change(w, r, at,
		func(v *quiz.Version, form url.Values) error {
			i := v.ScenarioIndex(key)
			if i < 0 {
				return quiz.ErrNotFound
			}
			s := v.Scenarios[i]
			retypeTexts(form, s.Texts())
			retype(form, at+".verdict", (*string)(&s.Verdict))
			retype(form, at+".role", &s.Role)
			s.Answers = chosenAnswers(v, s.Answers, form, at+".answers.")
			return v.SetScenario(s)
		},
		a.flashSaved(w, r, site.AdminScenario(key)), scenarioView(key))
}

// chosenAnswers are those there were, but for the questions the form has.
func chosenAnswers(v *quiz.Version, was map[string]int, form url.Values, at string) map[string]int {
	answers := map[string]int{}
	maps.Copy(answers, was)
	for _, q := range v.Questions {
		if !form.Has(at + q.Key) {
			continue
		}
		chosen := form.Get(at + q.Key)
		option, err := strconv.Atoi(chosen)
		switch {
		case chosen == "":
			delete(answers, q.Key)
		case err != nil:
			answers[q.Key] = quiz.NoAnswer // which is refused
		default:
			answers[q.Key] = option
		}
	}
	return answers
}

func scenarioView(key string) func(adminview.Form) templ.Component {
	return func(f adminview.Form) templ.Component {
		outcome := ""
		if i := f.Version.ScenarioIndex(key); i >= 0 {
			outcome = scored(f.Language, f.Version, check.ScenariosOn(f.Version, f.Version.Scenarios[i:i+1])[0])
		}
		return adminview.Scenario(f, key, outcome)
	}
}

// deleteScenario takes a scenario out of the draft.
func (a *Admin) deleteScenario(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.add(w, r, "scenarios."+key,
		func(v *quiz.Version, _ url.Values) error { return v.DeleteScenario(key) },
		a.flashAfterEdit(w, r, adminview.Deleted, adminview.AtList, site.AdminScenarios), scenarioView(key))
}

// backToScenario is where a form leads that was stale.
func backToScenario(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, site.AdminScenario(chi.URLParam(r, "key")))
}
