package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// getPage is a page by its address.
func getPage(t *testing.T, url string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// lines is a log as it is written.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// metricsURL is where the log says that metrics are served.
func (l *lines) metricsURL() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	for line := range strings.Lines(l.text.String()) {
		var said struct{ Msg, URL string }
		if json.Unmarshal([]byte(line), &said) == nil && said.Msg == "metrics are served" {
			return said.URL
		}
	}
	return ""
}

func TestMetricsAndProfilesAreServedApartAndOnlyWhenAskedFor(t *testing.T) {
	for _, profiles := range []bool{true, false} {
		args := []string{"--addr=127.0.0.1:0", "--db=" + filepath.Join(t.TempDir(), "quiz.db"), "--metrics-addr=127.0.0.1:0"}
		profile := http.StatusNotFound
		if profiles {
			args, profile = append(args, "--pprof"), http.StatusOK
		}
		ctx, stop := context.WithCancel(t.Context())
		var log lines
		printed, ended := make(output, 16), make(chan int, 1)
		go func() { ended <- run(ctx, args, printed, &log) }()
		url := strings.TrimSpace(strings.TrimPrefix(<-printed, "WhichPM is ready at "))
		private := log.metricsURL()
		if status, text := getPage(t, private); status != http.StatusOK || !strings.Contains(text, "whichpm_writes_waiting 0") {
			t.Errorf("%s answers %d", private, status)
		}
		if status, _ := getPage(t, strings.TrimSuffix(private, "/metrics")+"/debug/pprof/heap"); status != profile {
			t.Errorf("profiles answer %d", status)
		}
		for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/pprof/heap"} {
			if status, _ := getPage(t, url+path); status != http.StatusNotFound {
				t.Errorf("visitors get %d at %s", status, path)
			}
		}
		if status, _ := getPage(t, strings.TrimSuffix(private, "/metrics")+"/"); status != http.StatusNotFound {
			t.Errorf("the quiz is at the private address too: %d", status)
		}
		stop()
		if code := <-ended; code != 0 {
			t.Errorf("it ends with %d", code)
		}
	}
}
