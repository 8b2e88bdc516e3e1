package insight

import "whichpm/internal/quiz"

// Funnel adds up how far people came, from the counts of any days and the
// results finished on them. Counts of other versions are left out. A crash
// may lose a second of counts and no result, so Finished may exceed Started.
func Funnel(v *quiz.Version, counts []quiz.StepCount, finished int64) FunnelStats {
	f := FunnelStats{Finished: finished, Reached: make([]int64, v.Asked())}
	drops := make([]QuestionDrop, len(v.Questions))
	for _, c := range counts {
		if c.Version == v.ID {
			f.count(c, drops)
		}
	}
	f.Others = Leaving{Started: max(f.Started-f.ByLot.Started, 0), Finished: max(f.Finished-f.ByLot.Finished-f.ByLot.Ended, 0)}
	for q, d := range drops {
		if !v.Questions[q].Retired {
			d.Question = q
			d.Left = max(d.Asked-d.Answered-d.Skipped, 0)
			f.Questions = append(f.Questions, d)
		}
	}
	return f
}

func (f *FunnelStats) count(c quiz.StepCount, drops []QuestionDrop) {
	question := &QuestionDrop{} // of a place the version does not have
	if c.Place >= 0 && c.Place < len(drops) {
		question = &drops[c.Place]
	}
	switch c.Event {
	case quiz.EventStarted:
		f.Started += c.N
	case quiz.EventLotStarted:
		f.ByLot.Started += c.N
	case quiz.EventLotFinished:
		f.ByLot.Finished += c.N
	case quiz.EventLotEnded:
		f.ByLot.Ended += c.N
	case quiz.EventResumed:
		f.Resumed += c.N
	case quiz.EventShareOpened:
		f.SharesOpened += c.N
	case quiz.EventReached:
		if c.Place >= 1 && c.Place <= len(f.Reached) {
			f.Reached[c.Place-1] += c.N
		}
	case quiz.EventAsked:
		question.Asked += c.N
	case quiz.EventAnswered:
		question.Answered += c.N
	case quiz.EventSkipped:
		question.Skipped += c.N
	}
}
