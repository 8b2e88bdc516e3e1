package metrics_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/metrics"
)

// page is the numbers as Prometheus reads them.
func page(t *testing.T, m *metrics.Metrics) string {
	t.Helper()
	answer := httptest.NewRecorder()
	m.Handler().ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	return answer.Body.String()
}

func TestRequestsAreCountedByPatternAndNeverByPath(t *testing.T) {
	m := metrics.New(func() int { return 7 })
	m.Job("rollup", func() time.Time { return time.Now().Add(-time.Hour) })
	m.Finished()
	routes := chi.NewRouter()
	routes.Use(m.Measure)
	routes.Get("/r/{share}", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	routes.Get("/silent", func(http.ResponseWriter, *http.Request) {})
	for _, request := range [][2]string{
		{"GET", "/r/hunter2"},
		{"GET", "/r/hunter3"},
		{"GET", "/silent"},
		{"GET", "/hunter4"},
		{"HUNTER5", "/silent"},
	} {
		routes.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), request[0], request[1], nil))
	}
	got := page(t, m)
	for _, line := range []string{
		`whichpm_requests_total{class="4xx",method="GET",route="/r/{share}"} 2`,
		`whichpm_requests_total{class="2xx",method="GET",route="/silent"} 1`,
		`whichpm_requests_total{class="4xx",method="GET",route="none"} 1`,
		`whichpm_requests_total{class="4xx",method="other",route="none"} 1`,
		`whichpm_request_seconds_count{method="GET",route="/r/{share}"} 2`,
		"whichpm_writes_waiting 7\n", "whichpm_results_finished_total 1\n", "whichpm_requests_open 0\n",
		`whichpm_job_age_seconds{job="rollup"} 3600`, "go_goroutines ",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("the numbers lack %s", line)
		}
	}
	if strings.Contains(strings.ToLower(got), "hunter") {
		t.Error("the numbers hold a path or a method a visitor made up")
	}
}

func TestTheTimesOfRequestsAreAHistogramThatPrometheusReads(t *testing.T) {
	m := metrics.New(func() int { return 0 })
	slow := m.Measure(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { time.Sleep(3 * time.Millisecond) }))
	slow.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	got := page(t, m)
	for _, line := range []string{
		"# TYPE whichpm_request_seconds histogram\n", "# TYPE whichpm_requests_total counter\n", "# TYPE whichpm_requests_open gauge\n",
		`whichpm_request_seconds_bucket{method="GET",route="none",le="0.001"} 0`,
		`whichpm_request_seconds_bucket{method="GET",route="none",le="10"} 1`,
		`whichpm_request_seconds_bucket{method="GET",route="none",le="+Inf"} 1`,
		`whichpm_request_seconds_sum{method="GET",route="none"} 0.0`, `whichpm_request_seconds_count{method="GET",route="none"} 1`,
		"process_resident_memory_bytes ", "process_open_fds ", "process_cpu_seconds_total ", "process_start_time_seconds ",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("the numbers lack %s", line)
		}
	}
}
