package storetest

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// first is read and never changed.
var first = sync.OnceValue(content.First)

// Result makes the nth result of version 1, each with another id.
func Result(n int) quiz.Result {
	v := first()
	answers := v.NoAnswers()
	var asked strings.Builder
	for i := range answers {
		answers[i] = (n + i) % len(v.Questions[i].Options)
		fmt.Fprintf(&asked, "%02x", i)
	}
	return quiz.Result{
		ID:          ResultID(n),
		Version:     1,
		FinishedAt:  Now.Add(time.Duration(n) * time.Millisecond),
		Answers:     answers.Text(),
		Asked:       asked.String(),
		Shuffle:     quiz.Shuffle(1<<64 - 1 - uint64(n)), //nolint:gosec // small
		Verdict:     quiz.Leaning,
		Top:         v.Roles[0].Key,
		Probability: 0.7312345678901234,
		Duration:    187_654 * time.Millisecond,
		Form:        quiz.Full,
		Hurried:     n%2 == 1,
	}
}

// ResultID makes the nth id of a result.
func ResultID(n int) quiz.ResultID {
	var secret quiz.Secret
	binary.BigEndian.PutUint64(secret[:], uint64(n)) //nolint:gosec // small
	return quiz.Owner{Day: 20_000, Secret: secret}.ID()
}

// Share makes the nth link to a result, each a second after the one before.
func Share(of quiz.ResultID, n int) quiz.Share {
	at := Now.Add(time.Duration(n) * time.Second)
	var random [16]byte
	binary.BigEndian.PutUint64(random[:], uint64(n)) //nolint:gosec // small
	return quiz.Share{
		ID:        quiz.NewShareID(at, random),
		Result:    of,
		Scope:     quiz.ScopeProfile,
		Name:      "Ada",
		CreatedAt: at,
	}
}

// Outcome makes what the taker of the nth result says about their job.
func Outcome(n int) quiz.Outcome {
	roles := []string{first().Roles[0].Key, first().Roles[1].Key, quiz.OtherRole}
	return quiz.Outcome{
		Result: ResultID(n),
		Role:   roles[n%len(roles)],
		Years:  n % (quiz.MaxYears + 1),
		Suits:  1 + n%quiz.MaxSuits,
		Open:   n%2 == 0,
		SaidAt: Now.Add(time.Hour + time.Duration(n)*time.Second),
	}
}

var today = quiz.DayOf(Now)
