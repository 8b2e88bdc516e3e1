package admin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// resultsCompared is how many of the latest results a draft is tried on.
const resultsCompared = 500

// effect says what a draft, which can be scored, would change: nothing while
// no version is published.
func (a *Admin) effect(r *http.Request, draft *quiz.Version) (adminview.EffectProps, error) {
	ctx := r.Context()
	live, err := a.live(ctx)
	if err != nil || live == nil {
		return adminview.EffectProps{First: live == nil}, err
	}
	results, err := a.store.LatestResults(ctx, resultsCompared)
	if err != nil {
		return adminview.EffectProps{}, fmt.Errorf("load the latest results: %w", err)
	}
	var failed error
	props := tryEffect(ctx, language(r), live, draft, results, func(id int64) *quiz.Version {
		if id == live.ID {
			return live
		}
		v, err := a.store.Version(ctx, id)
		if err != nil && !errors.Is(err, quiz.ErrNotFound) {
			failed = fmt.Errorf("load version %d: %w", id, err)
		}
		return v
	})
	if failed != nil {
		return adminview.EffectProps{}, failed
	}
	return props, nil
}

// tryEffect works out the effect. It is no reason to show no page: where that
// breaks, the page only says so.
func tryEffect(ctx context.Context, l words.Language, live, draft *quiz.Version, results []quiz.Result, versions func(int64) *quiz.Version) (props adminview.EffectProps) {
	defer func() {
		if cause := recover(); cause != nil {
			slog.ErrorContext(ctx, "the effect of the draft cannot be worked out", "cause", cause, "stack", string(debug.Stack()))
			props = adminview.EffectProps{Ready: true, Broken: true}
		}
	}()
	return effectProps(l, live, draft, check.EffectOf(live, draft, results, versions))
}

func effectProps(l words.Language, live, draft *quiz.Version, found check.Effect) adminview.EffectProps {
	p := adminview.EffectProps{
		Ready: true, Compared: found.Compared, Skipped: found.Skipped, Changed: found.Changed, Traced: found.Traced,
	}
	for _, m := range found.Moves {
		p.Moves = append(p.Moves, adminview.MoveRow{From: headline(l, live, m.From), To: headline(l, draft, m.To), Count: m.Count})
	}
	for _, c := range found.Causes {
		p.Causes = append(p.Causes, causeRow(l, live, draft, c))
	}
	before := check.ScenariosOn(live, draft.Scenarios)
	for i, s := range check.Scenarios(draft) {
		p.Scenarios = append(p.Scenarios, adminview.ScenarioRow{
			Name:     s.Scenario.Name,
			Expected: headline(l, draft, check.Headline{Verdict: s.Scenario.Verdict, Role: s.Scenario.Role}),
			Live:     scored(l, live, before[i]), Draft: scored(l, draft, s), OK: s.OK,
		})
	}
	return p
}

// headline names a verdict, with its role if it names one.
func headline(l words.Language, v *quiz.Version, h check.Headline) string {
	said := l.Localize(h.Verdict.Message())
	if i := v.RoleIndex(h.Role); i >= 0 {
		said += ": " + v.Roles[i].Short
	}
	return said
}

// scored is what a version makes of a scenario, with the chance of the role. With
// more than two roles it says whose chance that is, also where none is named.
func scored(l words.Language, v *quiz.Version, s check.ScenarioOutcome) string {
	h := check.Headline{Verdict: s.Verdict}
	if s.Verdict.NamesRole() || s.Scenario.Role != "" || len(v.Roles) > 2 { //nolint:mnd // it is of more than a pair
		h.Role = s.Role
	}
	if s.Verdict == quiz.NotEnough { // nobody is ahead
		return headline(l, v, check.Headline{Verdict: s.Verdict})
	}
	return headline(l, v, h) + ", " + l.Percent(s.P)
}

// causeRow names a part of the draft that changes results.
func causeRow(l words.Language, live, draft *quiz.Version, c check.Cause) adminview.CauseRow {
	row := adminview.CauseRow{Changed: c.Changed, To: site.AdminEditor(c.Field)}
	key, isQuestion := strings.CutPrefix(c.Field, "questions.")
	is, was := draft.QuestionIndex(key), live.QuestionIndex(key)
	switch {
	case isQuestion && is >= 0:
		row.Name, row.About = l.Say("admineffect.question", "number", is+1), draft.Questions[is].Text
		row.To = site.AdminQuestion(key)
	case isQuestion && was >= 0:
		row.Name, row.About, row.To = l.Say("admineffect.deleted"), live.Questions[was].Text, ""
	case c.Field == "roles":
		row.Name = l.Say("admineffect.roles")
	default:
		row.Name = l.Say("admineffect.settings")
	}
	return row
}
