// Package metrics counts what the site does, in the words of Prometheus. It
// sees routes by their pattern and never a path, an address or a person.
package metrics

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/VictoriaMetrics/metrics"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Metrics is what is counted since the start.
type Metrics struct {
	set      *metrics.Set
	open     *metrics.Gauge
	finished *metrics.Counter
}

// buckets are the upper bounds of how long requests take, in seconds.
var buckets = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// New counts from zero. waiting tells how many writes wait for the disk.
func New(waiting func() int) *Metrics {
	metrics.ExposeMetadata(true) // the type of each number, which some readers need
	set := metrics.NewSet()
	set.NewGauge("whichpm_writes_waiting", func() float64 { return float64(waiting()) })
	return &Metrics{
		set: set, open: set.NewGauge("whichpm_requests_open", nil),
		finished: set.NewCounter("whichpm_results_finished_total"),
	}
}

// Finished counts a quiz that was finished.
func (m *Metrics) Finished() { m.finished.Inc() }

// Job reports how long ago a job that runs by itself last did its work. Zero
// means that it has not yet: its age is then counted from now.
func (m *Metrics) Job(name string, last func() time.Time) {
	began := time.Now()
	m.set.NewGauge(fmt.Sprintf("whichpm_job_age_seconds{job=%q}", name), func() float64 {
		if at := last(); !at.IsZero() {
			return time.Since(at).Seconds()
		}
		return time.Since(began).Seconds()
	})
}

// Handler serves the numbers. It belongs on a listener of its own.
func (m *Metrics) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		m.set.WritePrometheus(w)
		metrics.WriteProcessMetrics(w)
		metrics.WriteFDMetrics(w)
	})
}

// Measure counts the requests that go through it.
func (m *Metrics) Measure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		m.open.Inc()
		defer func() {
			m.open.Dec()
			route, method := routeOf(r), methodOf(r.Method)
			m.set.GetOrCreateCounter(fmt.Sprintf("whichpm_requests_total{class=%q,method=%q,route=%q}",
				class(seen.Status()), method, route)).Inc()
			m.set.GetOrCreatePrometheusHistogramExt(fmt.Sprintf("whichpm_request_seconds{method=%q,route=%q}",
				method, route), buckets).UpdateDuration(began)
		}()
		next.ServeHTTP(seen, r)
	})
}

// routeOf is the pattern: what no route takes has one name, or strangers could
// make series without end.
func routeOf(r *http.Request) string {
	if c := chi.RouteContext(r.Context()); c != nil {
		if pattern := c.RoutePattern(); pattern != "" {
			return pattern
		}
	}
	return "none"
}

func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
		return method
	}
	return "other"
}

func class(status int) string {
	if status == 0 { // nothing was written: the server says 200
		status = http.StatusOK
	}
	return strconv.Itoa(status/100) + "xx"
}
