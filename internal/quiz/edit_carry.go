package quiz

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// CarryOptions follows options to new places: was holds, for each option a
// question is about to have, its place before, or a place it never had.
// Scenarios that chose an option which is not there any more skip the question;
// translations go along.
func (v *Version) CarryOptions(question string, was []int) {
	for _, s := range v.Scenarios {
		old, answered := s.Answers[question]
		if !answered {
			continue
		}
		delete(s.Answers, question)
		if place := slices.Index(was, old); place >= 0 {
			s.Answers[question] = place
		}
	}
	v.carryTexts("questions."+question+".options.", was)
}

// CarryAsked follows the questions people ask in the same way.
func (v *Version) CarryAsked(was []int) { v.carryTexts("guide.questions_people_ask.", was) }

// carryTexts follows translations of texts that are known by their place.
func (v *Version) carryTexts(at string, was []int) {
	for _, texts := range v.Translations {
		moved := map[string]Translated{}
		for field, t := range texts {
			number, rest, _ := strings.Cut(strings.TrimPrefix(field, at), ".")
			place, err := strconv.Atoi(number)
			if !strings.HasPrefix(field, at) || err != nil {
				continue
			}
			delete(texts, field)
			if to := slices.Index(was, place); to >= 0 {
				moved[at+strconv.Itoa(to)+"."+rest] = t
			}
		}
		maps.Copy(texts, moved)
	}
}

// copyTexts gives what is at a new place the translations of what it was
// copied from.
func (v *Version) copyTexts(from, to string) {
	for _, texts := range v.Translations {
		copied := map[string]Translated{}
		for field, t := range texts {
			if rest, within := strings.CutPrefix(field, from+"."); within {
				copied[to+"."+rest] = t
			}
		}
		maps.Copy(texts, copied)
	}
}
