package quiz

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"time"
)

// Group is some people who took the quiz and see together where they stand.
// What it shows is made by package group; who is in it, the store knows.
type Group struct {
	ID             GroupID // also its first invitation
	Organiser      OrganiserID
	Kind           GroupKind
	Name           string
	Least          int  // how many an anonymous picture needs
	OrganiserJoins bool // said to whoever is invited
	CreatedAt      time.Time
	ClosesAt       time.Time // nobody joins from then on
	EndsAt         time.Time // it is deleted then
	ClosedAt       time.Time // when it was closed, zero before
	Picture        string    // of a closed anonymous group, as package group writes it
	Invitation     GroupID   // the one that works
}

// GroupKind says what a group shows of its members. It never changes: who
// joined agreed to that and no more.
type GroupKind string

// The kinds of groups.
const (
	Anonymous GroupKind = "anonymous" // one picture in words, made once, when it is closed
	Named     GroupKind = "named"     // names and positions, at any time
)

// How many people are in a group, and how long it lasts, in days.
const (
	LeastLeast   = 5  // fewer could work out each other's answers
	MostLeast    = 20 // a host may ask for so many
	LeastNamed   = 2
	MostNamed    = 30
	MostMembers  = 200
	PictureStays = 365
)

// DaysOpen are how long an anonymous group may be open, DaysKept how long a
// named one may last, each with the usual choice second.
var (
	DaysOpen = []int{7, 14, 30, 60}
	DaysKept = []int{30, 90, 180, 365}
)

// Most is how many may be in a group.
func (k GroupKind) Most() int {
	if k == Named {
		return MostNamed
	}
	return MostMembers
}

// Open reports whether people may join and leave at a time.
func (g Group) Open(now time.Time) bool { return g.ClosedAt.IsZero() && now.Before(g.ClosesAt) }

// Live reports whether a group shows its members as they are now. One that is
// anonymous shows nothing until it is closed, and the same ever after.
func (g Group) Live() bool { return g.Kind == Named }

// Released reports whether a group has a picture that no longer changes.
func (g Group) Released() bool { return g.Picture != "" }

// LastDay is the last day on which people may join.
func (g Group) LastDay() time.Time { return g.ClosesAt.Add(-time.Second) }

// Over is the last day of a group.
func (g Group) Over() time.Time { return g.EndsAt.Add(-time.Second) }

// Closed is the group closed at a time. A picture stays for a year from then; a
// named group ends when it was to end.
func (g Group) Closed(now time.Time) Group {
	g.ClosedAt = now
	if g.Kind == Anonymous {
		g.EndsAt = endOfDay(now, PictureStays)
	}
	return g
}

// endOfDay is the end of the day, in UTC, so many days after a time.
func endOfDay(t time.Time, days int) time.Time {
	return t.UTC().Truncate(24*time.Hour).AddDate(0, 0, days+1)
}

// GroupID is the address of an invitation to a group: its day and 128 random
// bits. The first one is the key of the group too.
type GroupID [linkBytes]byte

// NewGroupID makes an address from the day of now and 16 random bytes.
func NewGroupID(now time.Time, random [16]byte) GroupID { return GroupID(keyOf(dayOf(now), random)) }

func (id GroupID) String() string { return linkText.EncodeToString(id[:]) }

// ParseGroupID reads the address of an invitation. It returns ErrLink for any
// other text.
func ParseGroupID(text string) (GroupID, error) {
	b, err := parseLink(text)
	return GroupID(b), err
}

// Organiser is the address of the page of whoever made a group, like that of a
// result: whoever has it may close the group, invite and end it.
type Organiser Owner

func (o Organiser) String() string { return Owner(o).String() }

// ParseOrganiser reads such an address. It returns ErrLink for any other text.
func ParseOrganiser(text string) (Organiser, error) {
	o, err := ParseOwner(text)
	return Organiser(o), err
}

// OrganiserID is what the store keeps of an organiser's address: its day and a
// hash of its secret.
type OrganiserID [linkBytes]byte

// ID returns the key under which the store finds the group.
func (o Organiser) ID() OrganiserID {
	sum := sha256.Sum256(append([]byte("whichpm organiser\x00"), o.Secret[:]...))
	return OrganiserID(keyOf(o.Day, [16]byte(sum[:])))
}

// Following is the invitation that comes after another when the organiser makes a
// new one: the same however often the form is sent, and nobody else can work it out.
func (o Organiser) Following(before GroupID, now time.Time) GroupID {
	sum := sha256.Sum256(append(append([]byte("whichpm following invitation\x00"), o.Secret[:]...), before[:]...))
	return NewGroupID(now, [16]byte(sum[:]))
}

// groupSecrets are the random parts of a group's two addresses. The same form
// sent twice gives the same, so that it makes one group.
func groupSecrets(f GroupForm) (invitation, organiser [16]byte) {
	secret := f.Once
	if len(secret) < len(rand.Text()) { // nothing that could be guessed
		secret = rand.Text()
	}
	derive := func(purpose string) [16]byte {
		sum := sha256.Sum256(fmt.Appendf(nil, "whichpm group %s\x00%q%q%q%q%q%t", purpose, secret, f.Kind, f.Name, f.DaysOpen, f.DaysKept, f.Joins))
		return [16]byte(sum[:])
	}
	return derive("invitation"), derive("organiser")
}

// GroupMakers says who may make groups on a site.
type GroupMakers string

// Who may.
const (
	NoGroups       GroupMakers = "off" // nobody: there are none
	GroupsByAdmins GroupMakers = "admins"
	GroupsByAnyone GroupMakers = "anyone"
)

// UnmarshalText reads it from a flag.
func (m *GroupMakers) UnmarshalText(text []byte) error {
	switch made := GroupMakers(text); made {
	case NoGroups, GroupsByAdmins, GroupsByAnyone:
		*m = made
		return nil
	}
	return fmt.Errorf("give off, admins or anyone, not %q", text)
}

// On reports whether there are groups on a site.
func (m GroupMakers) On() bool { return m == GroupsByAdmins || m == GroupsByAnyone }
