package taker

import (
	"context"

	"whichpm/internal/quiz"
	"whichpm/internal/simulate"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// habitPlays is how many made-up people of each kind are played for two roles.
// More roles take longer, and get fewer.
const habitPlays = 400

// playHabits takes a third of a second for a quiz like the first one.
func playHabits(v *quiz.Version) simulate.Report {
	takers := max(habitPlays/max(len(v.Roles), 1), 50)
	report, _ := simulate.Run(context.Background(), v, simulate.Config{Takers: takers, Seed: 1, ShortEvery: 1}) // nothing ends it
	return report
}

// habitsIn names the ways to answer in a language.
func (ed *edition) habitsIn(l words.Language) takerview.Habits {
	report := ed.habits()
	told := func(t simulate.Told) takerview.Named {
		return takerview.Named{Leaning: t.Verdicts[quiz.Leaning], Clear: t.Verdicts[quiz.Clear]}
	}
	habits := takerview.Habits{People: report.Takers}
	for _, way := range []struct {
		kind simulate.Kind
		name string
	}{
		{simulate.Drawn, l.Say("method.habit_drawn")},
		{simulate.Middle, l.Say("method.habit_middle")},
		{simulate.Half, l.Say("method.habit_half")},
		{simulate.Random, l.Say("method.habit_random")},
		{simulate.Lazy, l.Say("method.habit_lazy")},
		{simulate.Agree, l.Say("method.habit_agree")},
		{simulate.Disagree, l.Say("method.habit_disagree")},
	} {
		if g, played := report.Group(way.kind); played {
			habits.Ways = append(habits.Ways, takerview.Way{Name: way.name, Full: told(g.Full), Short: told(g.Short)})
		}
	}
	return habits
}
