package insight

import (
	"bytes"
	"hash/crc32"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// person is somebody who does one of the jobs.
type person struct {
	id      quiz.ResultID
	role    int // index in the version
	answers quiz.Answers
	suits   float64 // satisfaction over its highest: how much they tell about people in the role
	logP    float64 // ln P(role) by the version as it is
}

// count finds who counts and notes how many do and do not. They come in the
// order of their ids, so that sums do not depend on the order they were read.
func (p *Proposal) count(v *quiz.Version, model *score.Model, reported []quiz.Reported) []person {
	for _, r := range v.Roles {
		p.Roles = append(p.Roles, RolePeople{Role: r.Key})
	}
	var people []person
	for _, r := range reported {
		answers, ok := answersTo(v, r)
		if !ok || !knowsJob(v, r.Outcome) {
			continue
		}
		role := v.RoleIndex(r.Outcome.Role)
		switch {
		case r.Result.Hurried:
			p.LeftOut.Hurried++
		case role < 0:
			p.LeftOut.Other++
		case !r.Outcome.Experienced():
			p.LeftOut.Short++
		default:
			p.Roles[role].N++
			one := person{id: r.Result.ID, role: role, answers: answers, suits: float64(r.Outcome.Suits) / quiz.MaxSuits}
			one.logP = logP(model.Score(answers).Posterior, role)
			people = append(people, one)
		}
	}
	slices.SortFunc(people, func(a, b person) int { return bytes.Compare(a.id[:], b.id[:]) })
	return people
}

// folds is how many parts people are held out in.
const folds = 5

// fold is the part a person is held out in, the same each time.
func (p person) fold() int {
	return int(crc32.ChecksumIEEE(p.id[:]) % folds)
}
