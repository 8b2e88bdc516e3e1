package gallery

import (
	"fmt"
	"math"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

func recalibrationPages(l words.Language) []State {
	return []State{
		{"admin", "recalibration of nobody", adminview.Recalibration(adminview.RecalibrationProps{
			Page: adminview.Page{Viewer: editor(l)}, Version: published(), Proposal: proposal(published(), 0, 0),
		})},
		{"admin", "recalibration not yet", adminview.Recalibration(adminview.RecalibrationProps{
			Page: adminview.Page{Viewer: owner(l)}, Version: published(), Proposal: proposal(published(), 34, 61), Simulated: 1200,
		})},
		{"admin", "recalibration", adminview.Recalibration(recalibration(l))},
		{"admin", "recalibration of an editor", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Viewer = editor(l)
		}))},
		{"admin", "recalibration without draft", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Drafted, p.Applied = false, insight.Applied{}
		}))},
		{"admin", "recalibration worse", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Proposal.Loss.New = 0.6613
			p.Effect = adminview.EffectProps{Ready: true}
		}))},
		{"admin", "recalibration refused", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Proposal.Loss.New = 0.6613
			p.Problems = quiz.Problems{problemIn(l, "guards", "proposal_guards")}
		}))},
		{"admin", "recalibration another by now", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Changed, p.Capped = true, 5_000
		}))},
		{"admin", "recalibration of no proposal", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Unnamed = true
		}))},
		{"admin", "recalibration with an error", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			for range 7 {
				p.Errors = append(p.Errors, adminview.Finding{
					What: l.Say("adminfindings.alone", "role", "Product", "other", "Project", "swing", l.Decimal(.91), "limit", l.Decimal(.85)),
					Fix:  l.Say("adminfindings.alone_fix"),
				})
			}
			p.Proposal.Discount.New, p.Proposal.Discount.Limited = .9, true
		}))},
		{"admin", "recalibration left alone", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			draft := p.Version.Clone()
			draft.Settings.Discount = 1
			profile := draft.Roles[0].Profile[draft.Dimensions[0].Key]
			profile.Mean = 1
			draft.Roles[0].Profile[draft.Dimensions[0].Key] = profile
			draft.Roles[0].Prior, draft.Roles[1].Prior = .7, .3
			p.Applied = p.Proposal.Apply(draft, moment)
		}))},
		{"admin", "recalibration accepted", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			draft := p.Version.Clone()
			p.Proposal.Apply(draft, moment)
			p.Applied = p.Proposal.Apply(draft, moment)
		}))},
		{"admin", "recalibration longest text", adminview.Recalibration(recalibrationWith(l, func(p *adminview.RecalibrationProps) {
			p.Version = manyDimensions()
			p.Proposal = proposal(p.Version, 12_345, 50)
			p.Applied = p.Proposal.Apply(p.Version.Clone(), moment)
		}))},
		{"admin", "roles after recalibration", adminview.Roles(adminview.Form{
			Page: adminview.Page{Viewer: owner(l)}, Version: recalibrated(), Revision: 12, Notice: adminview.Recalibrated(l, 14, 3),
		})},
	}
}

func recalibration(l words.Language) adminview.RecalibrationProps {
	v := published()
	p := proposal(v, 64, 71)
	clear, leaning, balanced := l.Say("verdict.clear")+": ", l.Say("verdict.leaning")+": ", l.Say("verdict.balanced")
	return adminview.RecalibrationProps{
		Page: adminview.Page{Viewer: owner(l)}, Version: v, Proposal: p, Drafted: true, Revision: 12,
		Applied: p.Apply(v.Clone(), moment),
		Effect: adminview.EffectProps{
			Ready: true, Compared: 500, Changed: 31, Traced: 31,
			Moves: []adminview.MoveRow{
				{From: leaning + "Product", To: balanced, Count: 17},
				{From: balanced, To: leaning + "Project", Count: 13},
				{From: clear + "Product", To: leaning + "Product", Count: 1},
			},
			Scenarios: []adminview.ScenarioRow{
				{Name: "Customer caller", Expected: clear + "Product", Live: clear + "Product, 76\u00a0%", Draft: leaning + "Product, 72\u00a0%"},
				{Name: "Planner", Expected: clear + "Project", Live: clear + "Project, 95\u00a0%", Draft: clear + "Project, 96\u00a0%", OK: true},
			},
		},
	}
}

func recalibrationWith(l words.Language, change func(*adminview.RecalibrationProps)) adminview.RecalibrationProps {
	p := recalibration(l)
	change(&p)
	return p
}

// proposal is what so many people in the first role and in each other one
// might lead to.
func proposal(v *quiz.Version, first, others int) insight.Proposal {
	p := insight.Proposal{Version: v.ID, LeftOut: insight.LeftOut{Hurried: first / 20, Short: first / 7, Other: first / 3}}
	for i, r := range v.Roles {
		n := others
		if i == 0 {
			n = first
		}
		if first == 0 {
			n = 0
		}
		p.Roles = append(p.Roles, insight.RolePeople{Role: r.Key, N: n})
	}
	if !p.Ready() {
		return p
	}
	for i, r := range v.Roles {
		for d, dimension := range v.Dimensions {
			if v.Scored(dimension.Key) {
				p.Means = append(p.Means, shift(r, dimension, p.Roles[i].N, (i+d)%4))
			}
		}
		prior := insight.Change{Field: "roles." + r.Key + ".prior", Role: r.Key, Old: r.Prior, New: r.Prior, N: p.Roles[i].N}
		if i < 2 {
			prior.New += []float64{.024, -.024}[i]
		}
		p.Priors = append(p.Priors, prior)
	}
	p.Discount = insight.Change{Field: "settings.discount", Old: v.Settings.Discount, New: .812, N: first + (len(v.Roles)-1)*others, SE: .148}
	p.Loss = insight.HeldOut{N: p.Discount.N, Old: .6482, New: .6317}
	return p
}

// shift moves a mean in one of four ways.
func shift(r quiz.Role, d quiz.Dimension, n, way int) insight.Change {
	old := r.Profile[d.Key].Mean
	c := insight.Change{
		Field: "roles." + r.Key + ".profile." + d.Key + ".mean", Role: r.Key, Dimension: d.Key,
		Old: old, New: math.Round(1000*(old+[]float64{.041, -.15, 0, -.087}[way])) / 1000,
		N: n - way, SE: .094, Limited: way == 1,
	}
	if way == 2 {
		c.New = old
	}
	return c
}

// recalibrated is a draft with a proposal in it.
func recalibrated() *quiz.Version {
	v := published().Clone()
	v.State = quiz.Draft
	proposal(v, 64, 71).Apply(v, moment)
	return v
}

// manyDimensions has as many as a version may have, with long names.
func manyDimensions() *quiz.Version {
	v := wordy().Clone()
	v.Roles = append(v.Roles, withRoles(4).Roles[2:]...)
	for i := len(v.Dimensions); i < quiz.MaxDimensions; i++ {
		d := quiz.Dimension{Key: fmt.Sprintf("more_%d", i), Name: "Rindfleischetikettierungsüberwachung or something else", Positive: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"}
		v.Dimensions = append(v.Dimensions, d)
		for r := range v.Roles {
			v.Roles[r] = v.Roles[r].Clone()
			v.Roles[r].Profile[d.Key] = quiz.Profile{Mean: -.1 * float64(r), Spread: 1, Weight: 1}
		}
	}
	return v
}
