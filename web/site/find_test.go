package site_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

var (
	day   = time.Date(2026, time.November, 30, 12, 0, 0, 0, time.UTC)
	share = quiz.NewShareID(day, [16]byte{0xfb, 0xff, 1, 2, 3}) // its letters hold - and _
	owner = quiz.Owner{Day: 20787, Secret: quiz.Secret{7}}
	saved = quiz.Journey{Version: 1, Started: day, Touched: day, Steps: []quiz.Step{{Question: 3, Answer: 2}}}.Token()
)

// pasted are texts with one share link, as people and programs send them.
func pasted(link string) map[string]string {
	escaped := url.QueryEscape(link)
	return map[string]string{
		"alone":                      link,
		"with spaces":                " \t" + link + "\n",
		"in brackets":                "(" + link + ")",
		"in pointed brackets":        "<" + link + ">",
		"in quotation marks":         "“" + link + "”",
		"in a sentence":              "Look at " + link + ", and tell me what you think.",
		"at the end of one":          "My result: " + link + ".",
		"in Markdown":                "[my result](" + link + ")",
		"emphasised":                 "_" + link + "_",
		"before a space nobody sees": link + "\u200b",
		"with parameters":            link + "?utm_source=chat&x=%zz",
		"with a fragment":            link + "#profile",
		"its data":                   link + ".json",
		"its picture":                link + "/card.png",
		"in capitals":                strings.Replace(link, "https://quiz.example/r/", "HTTPS://QUIZ.EXAMPLE/R/", 1),
		"behind a mail scanner":      "https://eur01.safelinks.protection.outlook.example/?url=" + escaped + "&data=05%7C01&reserved=0",
		"behind another scanner":     "https://urldefense.example/v3/__" + link + "__;!!Ab-c!def$",
		"behind a social site":       "https://l.social.example/l.php?u=" + escaped + "%3Ffbclid%3DIwAR&h=AT0",
		"behind a broken redirect":   "https://t.example/?100%&u=" + escaped,
		"in small codes":             "https://t.example/?u=" + strings.ReplaceAll(escaped, "%2F", "%2f"),
	}
}

func TestAShareLinkIsFoundAnywhereInWhatWasPasted(t *testing.T) {
	for name, text := range pasted("https://quiz.example" + site.Share(share)) {
		if got, err := site.FindShare(text); err != nil || got != share {
			t.Errorf("%s: %q gives %v, %v", name, text, got, err)
		}
	}
	for _, text := range []string{share.String(), " (" + share.String() + ") ", share.String() + ".json", share.String() + "/card.png", share.String() + "?x=1", site.Share(share)} {
		if got, err := site.FindShare(text); err != nil || got != share {
			t.Errorf("%q gives %v, %v", text, got, err)
		}
	}
}

func TestAPrivateLinkIsToldFromAShareLink(t *testing.T) {
	for _, path := range []string{site.Result(owner), site.Removal(owner), site.ResumeLink(saved)} {
		for name, text := range map[string]string{
			"whole": "https://quiz.example" + path, "path": path, "in brackets": "(" + path + ")",
			"escaped": "https://t.example/?u=" + url.QueryEscape("https://quiz.example"+path), "in capitals": strings.ToUpper(path[:7]) + path[7:],
		} {
			if _, err := site.FindShare(text); !errors.Is(err, site.ErrPrivate) {
				t.Errorf("%s: %q gives %v", name, text, err)
			}
		}
		if got, err := site.FindShare(path + " and " + site.Share(share)); err != nil || got != share {
			t.Errorf("a share link beside a private one: %v, %v", got, err)
		}
	}
}

func TestWhatHoldsNoLinkIsRefused(t *testing.T) {
	id := share.String()
	for _, text := range []string{
		"", "hello", "/r/", "/r/short", "/r/" + id[:23], "/r/" + id + "x", "/r/" + id + "-x", id + "x", "see " + id, "/result/short", "/resume/short", "/compare",
		"%2Fr%252F" + id, strings.Repeat("/r/", 1000), "\x00\xff",
	} {
		if _, err := site.FindShare(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%q gives %v", text, err)
		}
	}
}

func FuzzFindShare(f *testing.F) {
	for _, text := range pasted("https://quiz.example" + site.Share(share)) {
		f.Add(text)
	}
	f.Add("https://quiz.example" + site.Result(owner))
	f.Add(site.ResumeLink(saved))
	f.Fuzz(func(t *testing.T, text string) {
		id, err := site.FindShare(text)
		if err == nil && !strings.Contains(text, id.String()) && !strings.Contains(site.Unescaped(text), id.String()) {
			t.Fatalf("found %s, which is not there", id)
		}
		// Whatever stands around a link that a sentence may hold hides it from nobody.
		for _, around := range []string{text + " " + site.Share(share), site.Share(share) + ". " + text} {
			if _, err := site.FindShare(around); err != nil {
				t.Fatalf("%q hides the link: %v", around, err)
			}
		}
	})
}

func TestTheLinksOfAGroupAreFoundInWhatWasPasted(t *testing.T) {
	invitation, organiser := quiz.NewGroupID(day, [16]byte{0xfb, 0xff, 4}), quiz.Organiser(owner)
	for name, text := range pasted("https://quiz.example" + site.Group(invitation)) {
		if got, err := site.FindInvitation(text); err != nil || got != invitation {
			t.Errorf("%s: %q gives %v, %v", name, text, got, err)
		}
		if _, err := site.FindOrganiser(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%s: %q is an organiser's address, %v", name, text, err)
		}
	}
	for name, text := range pasted("https://quiz.example" + site.Organiser(organiser)) {
		if got, err := site.FindOrganiser(text); err != nil || got != organiser {
			t.Errorf("%s: %q gives %v, %v", name, text, got, err)
		}
		if _, err := site.FindInvitation(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%s: %q is an invitation, %v", name, text, err)
		}
	}
	for _, text := range []string{"", "https://quiz.example" + site.Share(share), site.Result(owner), "/g/short", "/group/" + strings.Repeat("x", 25)} {
		if got, err := site.FindInvitation(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%q gives %v, %v", text, got, err)
		}
		if got, err := site.FindOrganiser(text); !errors.Is(err, quiz.ErrLink) {
			t.Errorf("%q gives %v, %v", text, got, err)
		}
	}
}
