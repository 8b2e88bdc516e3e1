package site_test

import (
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

var linkPaths = []string{
	site.Share(share), site.ShareJSON(share), site.Card(share), site.Result(owner), site.Download(owner), site.Removal(owner), site.Since(owner, owner),
	site.Compare, site.Compare + "/" + share.String() + "/" + share.String(), site.ResumeLink(saved),
	site.Group(quiz.GroupID(share)), site.Organiser(quiz.Organiser(owner)),
}

func TestWhatStandsBehindALinkIsLeftOut(t *testing.T) {
	for _, path := range linkPaths {
		for _, behind := range []string{
			".", ")", ",", "”", " ", "\u200b", "\ufeff", "…", ").", "/", "//", "/)", "]", ">", "*", "_", "-", "__", "`", "'", "\"", "|", "\t\r\n", "。", "\u200f", "\ufe0f", "😀", "\x94", "\x00", "%",
		} {
			if got, ok := site.Bare(path + behind); !ok || got != path {
				t.Errorf("%q gives %q, %t", path+behind, got, ok)
			}
		}
		if upper := strings.ToUpper(path[:3]) + path[3:]; upper != path {
			if got, ok := site.Bare(upper); !ok || got != path {
				t.Errorf("%q gives %q, %t", upper, got, ok)
			}
		}
	}
}

func TestAnAddressThatIsNoLinkWithSomethingAddedLeadsNowhere(t *testing.T) {
	id := share.String()
	others := []string{
		"", "/", "/r/", "/r/)", "/r/short.", "/r/" + id + "x", "/r/" + id + "x.", "/r/" + id + ".txt", "/r/" + id + ".json/x", "/r/" + id + "/invitation)", "/R/" + id + "x",
		"/result/short)", "/result/" + id + "/other)", "/compare/short)", "/resume/)", "/resume/%", "//r/" + id + ".", "/x/r/" + id + ".", "https://evil.example/r/" + id + ".",
		"/r/" + id + ".//evil.example", "/r//evil.example/" + id + ".", "/compare/" + id + "//evil.example.", "/guide.",
	}
	for _, path := range append(others, linkPaths...) {
		if got, ok := site.Bare(path); ok {
			t.Errorf("%q leads to %q", path, got)
		}
	}
}

var ours = regexp.MustCompile(`^/(r|result|compare|resume|g|group)(/[A-Za-z0-9_-]+)*(\.json|/card\.png)?$`)

func FuzzBare(f *testing.F) {
	for _, path := range linkPaths {
		f.Add(path + ").")
	}
	f.Add("/resume/AAAA____")
	f.Add("/r//evil.example")
	f.Fuzz(func(t *testing.T, path string) {
		to, ok := site.Bare(path)
		if !ok {
			return
		}
		if !ours.MatchString(to) {
			t.Fatalf("%q leads to %q", path, to)
		}
		if _, link, _ := strings.Cut(to[1:], "/"); !strings.Contains(path, link) {
			t.Fatalf("%q leads to another link: %q", path, to)
		}
		if again, ok := site.Bare(to); ok {
			t.Fatalf("%q leads to %q and on to %q", path, to, again)
		}
	})
}
