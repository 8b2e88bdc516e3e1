package gallery

import (
	"net/url"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// withBlank adds a role that nobody has described yet.
func withBlank(f adminview.Form) adminview.Form {
	if _, err := f.Version.AddRole("Agile coach"); err != nil {
		panic(err)
	}
	return f
}

// rolePage is the page of a role with what the checks say of it.
func rolePage(f adminview.Form, key string) adminview.RoleProps {
	l := f.Language
	p := adminview.RoleProps{Form: f, Key: key, Effect: adminview.EffectProps{Ready: true, Compared: 500}}
	for _, found := range check.Version(f.Version).In(l.Localize).Findings {
		if found.Role == key {
			p.Findings = append(p.Findings, adminview.Finding{
				Error: found.Severity == check.Error, Field: found.Field, What: found.What, Fix: found.Fix,
				To: site.AdminEditor(found.Field), Spreads: found.Spreads(),
			})
		}
	}
	return p
}

// addingRole is the list with a new role that could not be added.
func addingRole(f adminview.Form) adminview.Form {
	f.Values = url.Values{"name": {""}, "from": {"project_manager"}}
	p := problemIn(f.Language, "name", "draft_some")
	f.Problems = quiz.Problems{p}
	return f
}

// mendable are findings with buttons.
func mendable(l words.Language) adminview.ChecksProps {
	p := checked(l)
	finding := p.Errors[0]
	finding.Check, finding.Spreads = l.Say("adminchecks.straight_columns"), true
	finding.Mends = []adminview.Mend{
		{Label: l.Say("adminkeying.turn_step", "number", 4, "left", "Near", "right", "Far"), To: site.AdminQuestionTurn("sp")},
		{Label: l.Say("adminkeying.down_step", "number", 1, "act", "You look", "place", 2), To: site.AdminOptionPosition("c1", 0), Hidden: []string{"to", "1"}},
		{Label: l.Say("adminkeying.mirror_step", "number", 2, "text", "I plan."), To: site.AdminQuestionMirror("h1"), Page: true},
	}
	p.Errors = append(p.Errors, finding)
	return p
}

// keyingOf are steps of every sort.
func keyingOf(f adminview.Form) adminview.KeyingProps {
	l, v := f.Language, f.Version
	pair := v.Questions[3]
	for _, q := range v.Questions {
		if q.Kind.Sides() {
			pair = q
			break
		}
	}
	return adminview.KeyingProps{
		Form:     f,
		Mirrored: []adminview.MirrorRow{mirrored(v, "mirror h1")},
		Steps: []adminview.KeyingRow{
			{Step: "turn " + pair.Key, Said: l.Say("adminkeying.turn_step", "number", 4, "left", pair.Left, "right", pair.Right), Text: pair.Text},
			{Step: "move c1 0 2", Said: l.Say("adminkeying.down_step", "number", 1, "act", v.Questions[0].Options[0].Label, "place", 3), Text: v.Questions[0].Text},
			{Step: "move c1 3 0", Said: l.Say("adminkeying.up_step", "number", 1, "act", v.Questions[0].Options[1].Label, "place", 1), Text: v.Questions[0].Text},
			{Step: "strength h1 0.5", Said: l.Say("adminkeying.strength_step", "number", 2, "was", quiz.FieldNumber(1), "now", quiz.FieldNumber(.5)), Text: v.Questions[1].Text},
		},
		Left: checked(l).Errors,
	}
}

func mirrored(v *quiz.Version, step string) adminview.MirrorRow {
	q := v.Questions[1]
	return adminview.MirrorRow{Step: step, Key: q.Key, Text: q.Text, End: v.Dimensions[0].Negative}
}

func keyingRefused(f adminview.Form) adminview.KeyingProps {
	p := keyingOf(f)
	at := "questions." + p.Mirrored[0].Key + ".text"
	p.Problems = quiz.Problems{problemIn(f.Language, at, "draft_mirror_same")}
	p.Values = url.Values{at: {p.Mirrored[0].Text}}
	return p
}

// checked is what the checks say about the first version, with one error.
func checked(l words.Language) adminview.ChecksProps {
	v := published().Clone()
	profile := v.Roles[0].Profile["horizon"]
	profile.Source = ""
	v.Roles[0].Profile["horizon"] = profile
	var p adminview.ChecksProps
	report := check.Version(v).In(l.Localize)
	names := map[string]string{}
	for _, l := range report.Lines {
		names[l.Check] = l.Name
		p.Lines = append(p.Lines, adminview.CheckLine{Name: l.Name, Measures: l.Measures, Value: l.Value, OK: l.OK})
	}
	for _, f := range report.Findings {
		finding := adminview.Finding{Check: names[f.Check], Error: f.Severity == check.Error, What: f.What, Fix: f.Fix, To: site.AdminEditor(f.Field)}
		if f.Severity == check.Error {
			p.Errors = append(p.Errors, finding)
		} else {
			p.Advice = append(p.Advice, finding)
		}
	}
	return p
}
