package admin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
)

// resultsCompared is how many of the latest results a draft is tried on.
const resultsCompared = 500

// effect says what a draft, which can be scored, would change.
func (a *Admin) effect(ctx context.Context, draft *quiz.Version) (adminview.EffectProps, error) {
	live, err := a.published(ctx)
	if err != nil {
		return adminview.EffectProps{}, err
	}
	results, err := a.store.LatestResults(ctx, resultsCompared)
	if err != nil {
		return adminview.EffectProps{}, fmt.Errorf("load the latest results: %w", err)
	}
	var failed error
	props := tryEffect(ctx, live, draft, results, func(id int64) *quiz.Version {
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
func tryEffect(ctx context.Context, live, draft *quiz.Version, results []quiz.Result, versions func(int64) *quiz.Version) (props adminview.EffectProps) {
	defer func() {
		if cause := recover(); cause != nil {
			slog.ErrorContext(ctx, "the effect of the draft cannot be worked out", "cause", cause, "stack", string(debug.Stack()))
			props = adminview.EffectProps{Ready: true, Broken: true}
		}
	}()
	return effectProps(live, draft, check.EffectOf(live, draft, results, versions))
}

func effectProps(live, draft *quiz.Version, found check.Effect) adminview.EffectProps {
	p := adminview.EffectProps{
		Ready: true, Compared: found.Compared, Skipped: found.Skipped, Changed: found.Changed, Traced: found.Traced,
	}
	for _, m := range found.Moves {
		p.Moves = append(p.Moves, adminview.MoveRow{From: headline(live, m.From), To: headline(draft, m.To), Count: m.Count})
	}
	for _, c := range found.Causes {
		p.Causes = append(p.Causes, causeRow(live, draft, c))
	}
	before := check.ScenariosOn(live, draft.Scenarios)
	for i, s := range check.Scenarios(draft) {
		p.Scenarios = append(p.Scenarios, adminview.ScenarioRow{
			Name:     s.Scenario.Name,
			Expected: headline(draft, check.Headline{Verdict: s.Scenario.Verdict, Role: s.Scenario.Role}),
			Live:     scored(live, before[i]), Draft: scored(draft, s), OK: s.OK,
		})
	}
	return p
}

// headline names a verdict, with its role if it names one.
func headline(v *quiz.Version, h check.Headline) string {
	words := map[quiz.Verdict]string{
		quiz.Clear: "Clear", quiz.Leaning: "Leaning", quiz.Balanced: "Balanced", quiz.NotEnough: "Not enough answers",
	}[h.Verdict]
	if i := v.RoleIndex(h.Role); i >= 0 {
		words += ": " + v.Roles[i].Short
	}
	return words
}

// scored is what a version makes of a scenario, with the chance of the role.
func scored(v *quiz.Version, s check.ScenarioOutcome) string {
	h := check.Headline{Verdict: s.Verdict}
	if s.Verdict.NamesRole() || s.Scenario.Role != "" {
		h.Role = s.Role
	}
	if s.Verdict == quiz.NotEnough {
		return headline(v, h)
	}
	return fmt.Sprintf("%s, %.0f\u00a0%%", headline(v, h), 100*s.P)
}

// causeRow names a part of the draft that changes results.
func causeRow(live, draft *quiz.Version, c check.Cause) adminview.CauseRow {
	row := adminview.CauseRow{Changed: c.Changed, To: site.AdminEditor(c.Field)}
	key, isQuestion := strings.CutPrefix(c.Field, "questions.")
	is, was := draft.QuestionIndex(key), live.QuestionIndex(key)
	switch {
	case isQuestion && is >= 0:
		row.Name, row.About = fmt.Sprintf("question %d", is+1), draft.Questions[is].Prompt
		row.To = site.AdminQuestion(key)
	case isQuestion && was >= 0:
		row.Name, row.About, row.To = "a question that was deleted", live.Questions[was].Prompt, ""
	case c.Field == "roles":
		row.Name = "the profile of a role or how common a role is"
	default:
		row.Name = "the scoring settings"
	}
	return row
}
