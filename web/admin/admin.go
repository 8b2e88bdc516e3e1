// Package admin holds the pages for admins: signing in, the own account, who
// else is an admin, and editing the quiz. It decides with quiz, check and auth
// and shows with adminview. It lists no method that reads a taker's pages.
package admin

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/page"
)

// Store is what these pages need of the database. Each aggregate has its own.
type Store interface {
	adminStore
	secretStore
	sessionStore
	passkeyStore
	auth.TriesStore
	draftStore
	insightStore
	recalibrationStore
	groupStore
	brandStore
}

// adminStore keeps who may sign in. A change is kept with its entry of the
// audit log, or not at all.
type adminStore interface {
	Admins(ctx context.Context) ([]auth.Admin, error)
	Admin(ctx context.Context, id string) (auth.Admin, error)
	AdminByEmail(ctx context.Context, email string) (auth.Admin, error)
	AddAdmin(ctx context.Context, by, a auth.Admin, e quiz.AuditEntry) error
	SetAdminRole(ctx context.Context, by auth.Admin, id string, role auth.Role, e quiz.AuditEntry) error
	SetAdminDisabled(ctx context.Context, by auth.Admin, id string, disabled bool, e quiz.AuditEntry) error
	ResetAdmin(ctx context.Context, by auth.Admin, id, hash string, temporary bool, e quiz.AuditEntry) error
}

// secretStore keeps what an admin proves with who they are. What follows from
// a proof is done only while the admin is as verified.
type secretStore interface {
	SetAdminPassword(ctx context.Context, verified auth.Admin, hash string, keep auth.Digest, e quiz.AuditEntry) error
	RenewPasswordHash(ctx context.Context, id, from, to string) error
	SetSecondFactor(ctx context.Context, verified auth.Admin, secret string, step int64, codes []auth.Digest, e quiz.AuditEntry) error
	SetRecoveryCodes(ctx context.Context, verified auth.Admin, codes []auth.Digest, e quiz.AuditEntry) error
	UseStep(ctx context.Context, verified auth.Admin, step int64) (bool, error)
	UseRecoveryCode(ctx context.Context, verified auth.Admin, code auth.Digest, e quiz.AuditEntry) (bool, error)
}

// sessionStore keeps who is signed in.
type sessionStore interface {
	BeginSession(ctx context.Context, n auth.Session, verified auth.Admin) error
	SignIn(ctx context.Context, n auth.Session, verified auth.Admin, before auth.Digest, e quiz.AuditEntry) error
	Session(ctx context.Context, hash auth.Digest) (auth.Session, auth.Admin, error)
	TouchSession(ctx context.Context, hash auth.Digest, now time.Time) error
	EndSession(ctx context.Context, hash auth.Digest) error
	EndSessions(ctx context.Context, admin string, e quiz.AuditEntry) error
}

// Config is what differs from one host to another.
type Config struct {
	PublicURL        *url.URL // nil: the address the visitor used
	TwoPersonPublish bool     // whoever edited the draft last does not publish it
	Now              func() time.Time
	Hasher           *auth.Hasher          // nil: as costly as is wise today
	Tries            httprate.LimitCounter // counts tries to sign in by address, nil: in memory
	Passkeys         *auth.Passkeys        // nil: the site has none
	Groups           quiz.GroupMakers      // who may make groups, "" for nobody
	GroupLeast       int                   // how many one without names needs, 0: quiz.LeastLeast
	Published        func(context.Context) // told that another version is published or another brand saved, nil: nobody

	Backups func(context.Context) (Backup, error) // nil: the server makes none
}

// Admin serves the pages for admins.
type Admin struct {
	store       Store
	cookie      page.Cookie // with the token of the session
	flashCookie page.Cookie // with what the next page says was done
	twoPerson   bool
	passkeys    *auth.Passkeys // nil where the site has none
	groups      quiz.GroupMakers
	groupLeast  int
	now         func() time.Time
	hasher      *auth.Hasher
	throttle    *auth.Throttle
	tries       httprate.LimitCounter
	onPublish   func(context.Context)
	forms       chi.Router // that can be gone on with after signing in again
	looked      keptLooks
	reported    keptReport
	backups     func(context.Context) (Backup, error)
}

// New returns the pages.
func New(store Store, c Config) *Admin {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Hasher == nil {
		c.Hasher = auth.NewHasher(auth.Wise)
	}
	if c.Published == nil {
		c.Published = func(context.Context) {}
	}
	return &Admin{
		store: store, twoPerson: c.TwoPersonPublish, passkeys: c.Passkeys, groups: c.Groups, groupLeast: c.GroupLeast, now: c.Now,
		cookie:      page.Cookie{Name: "whichpm_admin", Age: auth.SessionFor, Public: c.PublicURL, Own: true},
		flashCookie: page.Cookie{Name: "whichpm_admin_said", Age: flashAge, Public: c.PublicURL, Own: true},
		hasher:      c.Hasher, throttle: auth.NewThrottle(store), tries: c.Tries, onPublish: c.Published, backups: c.Backups,
	}
}

// entry says for the audit log what the signed-in admin does.
func (a *Admin) entry(r *http.Request, action, subject string) quiz.AuditEntry {
	return quiz.AuditEntry{At: a.now(), By: currentAdmin(r).Email, Action: action, Subject: subject}
}
