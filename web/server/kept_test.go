package server_test

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestQuestionsAndTheirAnswersAskTheDatabaseNothing(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	for at := "/q/1"; at != "/review"; {
		at = v.answer(at, "1").want(t, http.StatusSeeOther).to()
	}
	v.get("/q/3").want(t, http.StatusOK)
	h.visitor(t).get("/").want(t, http.StatusOK)
}

func TestAnswersKeptForOneTakerAreShownToNoOther(t *testing.T) {
	h := open(t)
	one, other := h.visitor(t), h.visitor(t)
	one.start()
	other.start()
	one.answer("/q/1", "1").want(t, http.StatusSeeOther)
	if got := one.get("/q/1").checked(); got != "1" {
		t.Errorf("the one who chose sees %q", got)
	}
	if got := other.get("/q/1").checked(); got != "" {
		t.Errorf("the other one sees %q", got)
	}
	one.answer("/q/1", "2").want(t, http.StatusSeeOther)
	if got := one.get("/q/1").checked(); got != "2" {
		t.Errorf("after a change they see %q", got)
	}
}

func TestASharedPageIsNotModifiedUntilItsLinkIsRevoked(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, shared := v.shares("answers", "Ada")
	for _, path := range []string{shared, shared + ".json", shared + "/card.png"} {
		reader := h.visitor(t)
		tag := reader.get(path).want(t, http.StatusOK).Header.Get("ETag")
		again := reader.getAs(path, "If-None-Match", tag).want(t, http.StatusNotModified)
		if tag == "" || again.body != "" || !strings.Contains(again.Header.Get("Cache-Control"), "no-cache") {
			t.Errorf("%s with the tag %s comes with %v", path, tag, again.Header)
		}
	}
	tag := h.visitor(t).get(shared).Header.Get("ETag")
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	h.visitor(t).getAs(shared, "If-None-Match", tag).want(t, http.StatusGone)
}

// readAtOnce opens a link again and again until it is gone. Whoever asks after
// taken is true and still sees it is a fault.
func readAtOnce(t testing.TB, h *testSite, paths []string, taken *atomic.Bool) (wait func()) {
	t.Helper()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			v := h.visitor(t)
			for n := i; ; n++ {
				was := taken.Load()
				switch got := v.get(paths[n%len(paths)]); {
				case got.StatusCode == http.StatusOK && was:
					t.Errorf("%s is shown after it was taken back", paths[n%len(paths)])
					return
				case was:
					return
				}
			}
		})
	}
	return group.Wait
}

func TestALinkThatIsTakenBackWhileManyReadItIsGoneAtOnce(t *testing.T) {
	h := open(t)
	for round := range 6 {
		v, taken := h.visitor(t), new(atomic.Bool)
		result, shared := v.shares("answers", "Ada")
		wait := readAtOnce(t, h, []string{shared, shared + ".json", shared + "/card.png"}, taken)
		if round%2 == 0 {
			v.post(result+"/share/removal", "share", strings.TrimPrefix(shared, "/r/")).want(t, http.StatusSeeOther)
		} else {
			v.post(result+"/removal").want(t, http.StatusSeeOther)
		}
		taken.Store(true)
		wait()
	}
}

func TestAnotherCopyStopsShowingALinkWithinFiveSeconds(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, shared := v.shares("profile", "")
	copied := h.restartedWith(t, false)
	reader := copied.visitor(t)
	reader.get(shared).want(t, http.StatusOK)
	v.post(result+"/share/removal", "share", strings.TrimPrefix(shared, "/r/")).want(t, http.StatusSeeOther)
	copied.wait(5 * time.Second)
	reader.get(shared).want(t, http.StatusGone)
}

func TestASharedPageIsTheSameFromMemoryAndAfterPublishing(t *testing.T) {
	h := open(t)
	_, shared := h.visitor(t).shares("answers", "Ada")
	first := h.visitor(t).get(shared).want(t, http.StatusOK)
	again := h.visitor(t).get(shared).want(t, http.StatusOK)
	h.publishReworded(t)
	after := h.visitor(t).get(shared).want(t, http.StatusOK)
	restarted := h.restartedWith(t, false).visitor(t).get(shared).want(t, http.StatusOK)
	for _, other := range []reply{again, after, restarted} {
		if withoutHost(other) != withoutHost(first) {
			t.Errorf("it changed to\n%s", other.body)
		}
	}
}

// withoutHost is a page without the host it was asked of.
func withoutHost(r reply) string { return strings.ReplaceAll(r.body, r.Request.Host, "host") }

// publishReworded makes another version the one that is asked.
func (h *testSite) publishReworded(t testing.TB) {
	t.Helper()
	draft := h.reword(t, "jonas@example.org", newPrompt)
	if _, err := h.store.Publish(t.Context(), draft.Revision, "Another wording", entry("publish")); err != nil {
		t.Fatal(err)
	}
	h.takers.Refresh(t.Context())
}
