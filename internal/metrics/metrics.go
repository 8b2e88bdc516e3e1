// Package metrics counts what the site does, in the words of Prometheus. It
// sees routes by their pattern and never a path, an address or a person.
package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics is what is counted since the start.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
	open     prometheus.Gauge
	finished prometheus.Counter
}

// New counts from zero. waiting tells how many writes wait for the disk.
func New(waiting func() int) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "whichpm_requests_total", Help: "Requests answered, by route, method and class of status.",
		}, []string{"route", "method", "class"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "whichpm_request_seconds", Help: "How long requests took, by route and method.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route", "method"}),
		open: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "whichpm_requests_open", Help: "Requests being answered now.",
		}),
		finished: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "whichpm_results_finished_total", Help: "Quizzes finished and stored.",
		}),
	}
	m.registry.MustRegister(m.requests, m.took, m.open, m.finished,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "whichpm_writes_waiting", Help: "Writes that wait for the disk.",
		}, func() float64 { return float64(waiting()) }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Finished counts a quiz that was finished.
func (m *Metrics) Finished() { m.finished.Inc() }

// Job reports how long ago a job that runs by itself last did its work. Zero
// means that it has not yet: its age is then counted from now.
func (m *Metrics) Job(name string, last func() time.Time) {
	began := time.Now()
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "whichpm_job_age_seconds", Help: "Seconds since a job last did its work.",
		ConstLabels: prometheus.Labels{"job": name},
	}, func() float64 {
		if at := last(); !at.IsZero() {
			return time.Since(at).Seconds()
		}
		return time.Since(began).Seconds()
	}))
}

// Handler serves the numbers. It belongs on a listener of its own.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
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
			m.requests.WithLabelValues(route, method, class(seen.Status())).Inc()
			m.took.WithLabelValues(route, method).Observe(time.Since(began).Seconds())
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
