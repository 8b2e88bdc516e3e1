package gallery

import (
	"time"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// homeOf is a desk with something of everything on it.
func homeOf(v adminview.Viewer) adminview.HomeProps {
	l := v.Language
	return adminview.HomeProps{
		Viewer: v, Live: infos()[1], Counted: true, Log: entries(),
		Draft:   &adminview.DraftState{Title: infos()[0].Title, By: editorEmail, At: moment, Changes: 12, Errors: 1, Advice: 3, Outdated: 2},
		Weeks:   [2]adminview.Week{{Started: 128, Finished: 71}, {Started: 114, Finished: 88}},
		Waiting: waitingDrafts()[1:],
		Attention: adminview.Attention{
			Now: moment, Little: 2, Looks: 1, Unread: []adminview.UnreadLanguage{{Tag: "de", Texts: 214}},
			Off:    []adminview.LanguageOff{{Tag: "de", Lacks: l.Localize(check.Lacks(quiz.TranslationCount{Texts: 300, Missing: 12}))}},
			Backup: adminview.Backup{Made: true, Newest: moment.Add(-9 * 24 * time.Hour), Every: 24 * time.Hour},
		},
	}
}

func quietHome(l words.Language) adminview.HomeProps {
	return adminview.HomeProps{
		Viewer: owner(l), Live: infos()[1], Counted: true, Log: entries()[:1],
		Draft:     &adminview.DraftState{Title: infos()[0].Title, By: editorEmail, At: moment, Changes: 1},
		Weeks:     [2]adminview.Week{{Started: 128, Finished: 100}, {Started: 114, Finished: 88}},
		Attention: adminview.Attention{Now: moment, Backup: adminview.Backup{Made: true, Newest: moment.Add(-time.Hour), Every: 24 * time.Hour}},
	}
}

func longestHome(l words.Language) adminview.HomeProps {
	p := homeOf(nobody(l))
	p.Live, p.Draft.By = infos()[2], nobody(l).Email
	p.Weeks = [2]adminview.Week{{Started: 1_234_567, Finished: 654_321}, {Started: 1_000_000, Finished: 1}}
	p.Attention.Little, p.Attention.Looks = 120, 80
	for _, tag := range []string{"ar", "fr", "pt-BR"} {
		p.Attention.Unread = append(p.Attention.Unread, adminview.UnreadLanguage{Tag: tag, Texts: 12_345})
	}
	p.Attention.Backup.Newest = time.Time{}
	p.Log = []quiz.AuditEntry{entries()[2], entries()[2]}
	return p
}
