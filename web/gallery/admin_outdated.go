package gallery

import (
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// reworded is the published version with two texts that changed, of which one
// is remembered.
func reworded() *quiz.Version {
	was := published()
	v := was.Clone()
	v.Title += " Find out."
	v.Guide.BothRoles += " They also meet often."
	v.Follow(was)
	both := v.Translations["de"]["guide.both_roles"]
	both.From = ""
	v.Translations["de"]["guide.both_roles"] = both
	return v
}

func outdatedProps(l words.Language) adminview.OutdatedProps {
	return adminview.OutdatedProps{Language: l, Texts: reworded().OutdatedIn(l.Localize), Revision: 7, Next: site.AdminPublication}
}

func refusedOutdated(l words.Language) adminview.OutdatedProps {
	p := outdatedProps(l)
	p.Problem = problemIn(l, adminview.SmallField, "small_none").Message
	return p
}

func longOutdated(l words.Language) adminview.OutdatedProps {
	p := outdatedProps(l)
	p.Texts[0].From, p.Texts[0].Text = strings.Repeat(unbreakable+" ", 6), strings.Repeat(unbreakable+" ", 6)
	p.Ticked = []string{adminview.Small(p.Texts[0])}
	return p
}

func outdatedPage(l words.Language, problems quiz.Problems) adminview.Page {
	return adminview.Page{
		Viewer: editor(l), Title: l.Say("adminoutdated.title"), Here: site.AdminTranslations, Problems: problems,
	}
}

func justOutdated(f adminview.Form) adminview.Form {
	f.JustOutdated = outdatedProps(f.Language)
	return f
}

func outdatedGerman(f adminview.Form) adminview.Form {
	f.Version.Title, f.Version.Translations = reworded().Title, reworded().Translations
	return f
}

func outdating(p adminview.ImportReportProps) adminview.ImportReportProps {
	p.Outdated = reworded().OutdatedIn(p.Localize)
	return p
}
