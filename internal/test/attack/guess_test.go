package attack_test

import (
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/auth"
)

func TestGuessingOneAccountSlowsDownAndNeverLocksItsOwnerOut(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		h.admin(t, owner, auth.Owner)
		at := h.visitor(t)
		at.from = "192.0.2.1"
		at.signIn(owner, password).want(t, http.StatusSeeOther) // where she usually works
		thief := h.visitor(t)                                   // each time from another address
		before := h.hasher.Computed()
		const tries = 300
		for n := range tries {
			thief.signIn(owner, fmt.Sprint("guess ", n)).want(t, http.StatusUnprocessableEntity, http.StatusTooManyRequests)
		}
		if checked := h.hasher.Computed() - before; checked > 35 {
			t.Errorf("%d of %d guesses were checked", checked, tries)
		}
		at.signIn(owner, password).want(t, http.StatusSeeOther)
		elsewhere := h.visitor(t)
		elsewhere.signIn(owner, password).want(t, http.StatusTooManyRequests) // another place waits with the strangers
		h.jump(2 * time.Minute)
		elsewhere.signIn(owner, password).want(t, http.StatusSeeOther)
		at.get("/admin").want(t, http.StatusOK) // and nobody was signed out
	})
}

func TestGuessingFromOneAddressIsLimitedWhateverItSays(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	h.admin(t, owner, auth.Owner)
	thief := h.visitor(t)
	thief.from = "192.0.2.66"
	refused := 0
	for n := range 60 { // what it puts before its own address is not believed
		request := thief.request(http.MethodPost, "/admin/sign-in", fmt.Sprintf("email=a%d@example.org&password=x", n),
			"X-Forwarded-For", fmt.Sprintf("198.51.100.%d, 192.0.2.66", n), "X-Real-IP", fmt.Sprintf("198.51.100.%d", n),
			"True-Client-IP", fmt.Sprintf("198.51.100.%d", n), "Forwarded", fmt.Sprintf("for=198.51.100.%d", n))
		if thief.do(request).StatusCode == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 30 {
		t.Errorf("%d of 60 are refused, want 30", refused)
	}
}

func TestWithoutATrustedProxyNoForwardedAddressIsBelieved(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{alone: true})
	refused := 0
	for n := range 60 { // the visitor says another address each time
		if h.visitor(t).signIn(fmt.Sprintf("a%d@example.org", n), "x").StatusCode == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 30 {
		t.Errorf("%d of 60 are refused, want 30", refused)
	}
}

func TestAnIPv6NetworkIsOneGuesser(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	refused := 0
	for n := range 60 {
		v := h.visitor(t)
		v.from = fmt.Sprintf("2001:db8:1:2::%x", n+1)
		if v.signIn(fmt.Sprintf("a%d@example.org", n), "x").StatusCode == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 30 {
		t.Errorf("%d of 60 are refused, want 30", refused)
	}
}

func TestManySignInsAtOnceTakeTurnsAndLittleMemory(t *testing.T) {
	h := open(t, siteOptions{cost: auth.Wise})
	h.admin(t, owner, auth.Owner)
	before, stop := heap(), make(chan struct{})
	var most atomic.Uint64
	var watch, crowd sync.WaitGroup
	watch.Go(func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				most.Store(max(most.Load(), heap()))
			}
		}
	})
	statuses := make([]int, 64)
	for n := range statuses {
		v := h.visitor(t)
		request := v.request(http.MethodPost, "/admin/sign-in", fmt.Sprintf("email=a%d@example.org&password=x", n))
		crowd.Go(func() {
			if response, err := v.Do(request); err == nil {
				statuses[n] = response.StatusCode
				_ = response.Body.Close()
			}
		})
	}
	crowd.Wait()
	close(stop)
	watch.Wait()
	for _, status := range statuses {
		if status != http.StatusUnprocessableEntity && status != http.StatusServiceUnavailable {
			t.Errorf("one is answered %d", status)
		}
	}
	used := int64(most.Load()) - int64(before)
	t.Logf("64 at once take %d MB more", used>>20)
	if used > 200<<20 {
		t.Errorf("they take %d MB", used>>20)
	}
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestAnAccountThatIsNotThereAnswersAsSlowly(t *testing.T) {
	h := open(t, siteOptions{cost: auth.Wise})
	h.admin(t, owner, auth.Owner)
	const tries = 15
	times := map[string][]time.Duration{}
	for n := range tries {
		for email, password := range map[string]string{owner: "not the password", fmt.Sprintf("a%d@example.org", n): "not the password"} {
			began := time.Now()
			h.visitor(t).signIn(email, password).want(t, http.StatusUnprocessableEntity)
			who := "nobody"
			if email == owner {
				who = owner
			}
			times[who] = append(times[who], time.Since(began))
			h.jump(20 * time.Minute) // nobody has to wait
		}
	}
	known, unknown := median(times[owner]), median(times["nobody"])
	t.Logf("an account %s, none %s", known, unknown)
	if ratio := float64(known) / float64(unknown); ratio < 0.6 || ratio > 1.7 { // one hash or none would be 10 or more
		t.Errorf("an account answers after %s, none after %s", known, unknown)
	}
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}
