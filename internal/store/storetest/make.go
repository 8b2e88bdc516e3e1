package storetest

import (
	"encoding/binary"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// Result makes the nth result of version 1, each with another id.
func Result(n int) quiz.Result {
	v := content.First()
	answers := v.NoAnswers()
	for i := range answers {
		answers[i] = (n + i) % len(v.Questions[i].Options)
	}
	return quiz.Result{
		ID:          ResultID(n),
		Version:     1,
		FinishedAt:  Now.Add(time.Duration(n) * time.Millisecond),
		Answers:     answers.Text(),
		Asked:       "000102030405060708090a0b0c0d0e0f101112131415161718191a1b",
		Shuffle:     quiz.Shuffle(1<<64 - 1 - uint64(n)), //nolint:gosec // small
		Verdict:     quiz.Leaning,
		Top:         v.Roles[0].Key,
		Probability: 0.7312345678901234,
		Duration:    187_654 * time.Millisecond,
		Full:        true,
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
