package check

import "whichpm/internal/quiz"

// Headline is what a result says first. Role is "" when the verdict names none.
type Headline struct {
	Verdict quiz.Verdict
	Role    string
}

// Effect is what a draft would change for people who have finished.
type Effect struct {
	Compared int     // results that could be scored with both
	Skipped  int     // results of a version that is not known
	Changed  int     // results with another headline
	Causes   []Cause // what the changes come from, the largest first
	Moves    []Move  // from which headline to which, the most frequent first
}

// Cause is a part of the draft and how many of the changed results it alone
// accounts for: put back as it is live, they have their old headline again.
type Cause struct {
	Field   string // "questions.h1", "roles" or "settings"
	Changed int
}

// Move counts results that go from one headline to another.
type Move struct {
	From, To Headline
	Count    int
}

// EffectOf scores results as the live version does and as the draft would.
func EffectOf(live, draft *quiz.Version, results []quiz.Result, versions func(int64) *quiz.Version) Effect {
	return Effect{}
}
