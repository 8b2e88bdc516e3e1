package quiz

import (
	"crypto/sha256"
	"time"
)

// Member is a result that somebody added to a group.
type Member struct {
	Group    GroupID
	Result   ResultID
	Name     string    // in a named group
	JoinedAt time.Time // in a named group: nobody is to be found by when they came
	Replaces ResultID  // the same person's result from before, zero for none
}

// JoinForm is what somebody sends who adds a result to a group.
type JoinForm struct {
	Name    string
	Consent bool
}

// NewMember checks what was sent by somebody who would add a result to a group.
// It returns Problems for what can be corrected.
func NewMember(g Group, r Result, f JoinForm, now time.Time) (Member, error) {
	var problems Problems
	m := Member{Group: g.ID, Result: r.ID}
	if g.Kind == Named {
		m.Name, m.JoinedAt = OneLine(f.Name), now.Truncate(time.Millisecond)
		problems = nameProblems("name", "member_name", m.Name, MaxName)
	}
	if !f.Consent {
		problems = append(problems, NewProblem("consent", "group_consent"))
	}
	if len(problems) > 0 {
		return Member{}, problems
	}
	return m, g.Takes(r)
}

// Takes says why a result cannot be added to a group, whoever asks: nil if it
// can. Answers given in a hurry would blur a picture in which nobody can find
// them.
func (g Group) Takes(r Result) error {
	if g.Kind == Anonymous && r.Hurried {
		return ErrHurried
	}
	return nil
}

// MemberID names a member on the organiser's page. It says nothing of the
// result, nor of the same result in another group.
type MemberID [linkBytes]byte

// ID names the member to the organiser of that group.
func (m Member) ID() MemberID {
	sum := sha256.Sum256(append(append([]byte("whichpm member\x00"), m.Group[:]...), m.Result[:]...))
	return MemberID(sum[:])
}

func (id MemberID) String() string { return linkText.EncodeToString(id[:]) }

// ParseMemberID reads what String wrote. It returns ErrLink for any other text.
func ParseMemberID(text string) (MemberID, error) {
	b, err := parseLink(text)
	return MemberID(b), err
}
