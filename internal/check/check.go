// Package check says what a version must satisfy before it is published: that
// its questions by themselves favour no role, that every answer counts, that
// every role can be reached and that the wording is plain. It knows nothing of
// HTTP, SQL, the clock or a log, and reports the same each time it is asked.
package check

import (
	"fmt"
	"slices"

	"whichpm/internal/quiz"
)

// Severity says how bad a finding is.
type Severity string

// The severities.
const (
	Error  Severity = "error"  // the version must not be published like this
	Advice Severity = "advice" // a person should look at it and may leave it
)

// Finding is one thing a check found: what, where, how bad and how to fix it.
type Finding struct {
	Check    string   `json:"check"` // key of the check, which never changes
	Severity Severity `json:"severity"`
	Field    string   `json:"field"` // the place, "questions.h1.text"
	What     string   `json:"what"`
	Fix      string   `json:"fix"`
	Role     string   `json:"-"` // key of the role it is about, "" for one that is about no single role

	what, fix quiz.Message
}

// Line is what one check measured.
type Line struct {
	Check    string `json:"check"`
	Name     string `json:"name"`
	Measures string `json:"measures"`
	Value    string `json:"value"`
	OK       bool   `json:"ok"` // it found nothing, not even advice

	value any
}

// Report is what the checks say about a version, in the order they were made.
type Report struct {
	Lines    []Line    `json:"checks"`
	Findings []Finding `json:"findings"`
}

// Count returns how many findings are that bad.
func (r Report) Count(severity Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}

// Version makes every check. A version that cannot be asked and scored at all
// is only told that.
func Version(v *quiz.Version) Report {
	r := Report{Findings: []Finding{}} // in JSON a list, also an empty one
	r.add(complete, fit(v))
	if len(r.Findings) == 0 {
		newSubject(v).run(&r)
	}
	return r
}

func (s *subject) run(r *Report) {
	for _, c := range checks {
		r.add(c.heading, c.run(s))
	}
}

func (r *Report) add(h heading, o outcome) {
	r.Lines = append(r.Lines, Line{string(h), h.name(), h.measures(), fmt.Sprint(o.value), len(o.findings) == 0, o.value})
	for _, f := range o.findings {
		f.Check = string(h)
		r.Findings = append(r.Findings, f)
	}
}

// In says the report in another language.
func (r Report) In(localize quiz.Localize) Report {
	said := Report{slices.Clone(r.Lines), slices.Clone(r.Findings)}
	for i, l := range r.Lines {
		said.Lines[i].Name = localize(quiz.Say("adminchecks."+l.Check, l.Name))
		said.Lines[i].Measures = localize(quiz.Say("adminchecks."+l.Check+"_measures", l.Measures))
		said.Lines[i].Value = localize(l.value)
	}
	for i, f := range r.Findings {
		said.Findings[i].What, said.Findings[i].Fix = localize(f.what), localize(f.fix)
	}
	return said
}

const complete heading = "complete"

// fit turns what Validate says into findings.
func fit(v *quiz.Version) outcome {
	problems := v.Validate()
	o := outcome{value: len(problems)}
	for _, p := range problems {
		o.error(p.Field, say("incomplete"), say("incomplete_fix", "problem", p))
	}
	return o
}
