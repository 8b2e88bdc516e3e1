package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"whichpm/internal/check"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
)

// latest is how many entries of the log the first page shows.
const latest = 5

// showHome says how the quiz stands. It reads what is kept: the list of
// versions, the draft, roll-ups and the log; never results.
func (a *Admin) showHome(w http.ResponseWriter, r *http.Request) error {
	ctx, p := r.Context(), adminview.HomeProps{Viewer: viewer(r)}
	p.Attention.Now = a.now()
	versions, err := a.store.Versions(ctx)
	if err != nil {
		return fmt.Errorf("list versions: %w", err)
	}
	live, err := a.live(ctx)
	if err != nil {
		return err
	}
	if live != nil {
		p.Live = versions[slices.IndexFunc(versions, func(v quiz.VersionInfo) bool { return v.ID == live.ID })]
	}
	var edited *quiz.Version
	if p.Draft, edited, err = a.draftState(r, live); err != nil {
		return err
	}
	if p.Delivered, err = a.delivered(ctx); err != nil {
		return err
	}
	if p.Weeks, p.Counted, err = a.weeks(ctx, versions); err != nil {
		return err
	}
	if err := a.attention(ctx, &p.Attention, edited); err != nil {
		return err
	}
	p.Attention.Off = languagesOff(language(r), live, edited)
	if p.Waiting, err = a.store.WaitingDrafts(ctx); err != nil {
		return fmt.Errorf("list waiting drafts: %w", err)
	}
	p.Waiting = slices.DeleteFunc(p.Waiting, quiz.WaitingDraft.Discarded)
	if p.Log, err = a.store.Audit(ctx, quiz.AuditFilter{Limit: latest}); err != nil {
		return fmt.Errorf("read the log: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Home(p))
}

// draftState says how far the draft is, nil without one. The version is what
// the editors show: the draft, or else live.
func (a *Admin) draftState(r *http.Request, live *quiz.Version) (*adminview.DraftState, *quiz.Version, error) {
	draft, saved, err := a.store.Draft(r.Context())
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, live, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("load draft: %w", err)
	}
	report := a.reported.of(draft)
	s := adminview.DraftState{
		Title: draft.Title, By: saved.By, At: saved.At, Errors: report.Count(check.Error), Advice: report.Count(check.Advice),
		Outdated: len(draft.OutdatedIn(language(r).Localize)),
	}
	if live != nil {
		s.Changes = len(quiz.Diff(live, draft))
	}
	return &s, draft, nil
}

// keptReport is what the checks found in the draft last. It is the same until
// the draft changes, and takes long.
type keptReport struct {
	mu           sync.Mutex
	id, revision int64
	report       check.Report
}

func (k *keptReport) of(draft *quiz.Version) check.Report {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.id != draft.ID || k.revision != draft.Revision {
		k.id, k.revision, k.report = draft.ID, draft.Revision, check.Version(draft)
	}
	return k.report
}

// weeks are the last seven days and the seven before, of all versions that
// somebody could begin in them, and whether results were added up yet.
func (a *Admin) weeks(ctx context.Context, versions []quiz.VersionInfo) (weeks [2]adminview.Week, counted bool, err error) {
	rolled, err := a.store.RolledAt(ctx)
	if err != nil {
		return weeks, false, fmt.Errorf("find the last roll-up: %w", err)
	}
	from, to := a.lastDays(14)
	for _, info := range answered(versions) {
		s := sample{from: from, to: to}
		if s.version, err = a.store.Version(ctx, info.ID); err != nil {
			return weeks, false, fmt.Errorf("load version %d: %w", info.ID, err)
		}
		s.shape = insight.NewShape(s.version)
		for i, first := range []quiz.Day{to - 6, from} {
			s.from, s.to, s.rows = first, first+6, nil
			if err := a.addWeek(ctx, &s, &weeks[i]); err != nil {
				return weeks, false, err
			}
		}
		if info.PublishedAt.Before(from.Start()) { // those before it were asked of nobody any more
			break
		}
	}
	return weeks, !rolled.IsZero(), nil
}

func (a *Admin) addWeek(ctx context.Context, s *sample, w *adminview.Week) error {
	if err := a.addUp(ctx, s); err != nil {
		return err
	}
	steps, err := a.store.StepTotals(ctx, s.version.ID, s.from, s.to)
	if err != nil {
		return fmt.Errorf("load steps of version %d: %w", s.version.ID, err)
	}
	f := insight.Funnel(s.version, steps, s.kept.N()+s.hurried.N())
	w.Started, w.Finished = w.Started+f.Started, w.Finished+f.Finished
	return nil
}

// attention collects what somebody should look at in what the editors show,
// which is nil while there is neither a draft nor a published version.
func (a *Admin) attention(ctx context.Context, p *adminview.Attention, edited *quiz.Version) error {
	p.Backup = a.backup(ctx)
	if edited == nil {
		return nil
	}
	found, err := a.questionLooks(ctx)
	if err != nil {
		return err
	}
	if found.version != nil {
		for _, look := range found.lookedAt(edited) {
			if look.TellsLittle() {
				p.Little++
			} else {
				p.Looks++
			}
		}
	}
	for _, tag := range edited.Languages() {
		if c := edited.CountTranslated(tag); c.Unreviewed > 0 {
			p.Unread = append(p.Unread, adminview.UnreadLanguage{Tag: tag, Texts: c.Unreviewed})
		}
	}
	return nil
}

// Backup is what a host knows of the backups the server makes.
type Backup struct {
	Every  time.Duration
	Newest time.Time // zero: there is none
}

// backup is what is known of the newest backup.
func (a *Admin) backup(ctx context.Context) adminview.Backup {
	if a.backups == nil {
		return adminview.Backup{}
	}
	b, err := a.backups(ctx)
	return adminview.Backup{Made: true, Newest: b.Newest, Every: b.Every, Failed: err != nil}
}
