package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestTheLoadCountsEveryAnswerOnItsConnection(t *testing.T) {
	var asked [2]atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		class := 0
		if r.Method == http.MethodPost {
			class = 1
		}
		asked[class].Add(1)
		if class == 1 && (r.FormValue("answer") != "1" || r.Header.Get("Cookie") != "quiz=a") {
			w.WriteHeader(http.StatusBadRequest)
		}
		_, _ = w.Write([]byte(strings.Repeat("x", 15<<10)))
	}))
	defer server.Close()
	address := server.Listener.Addr().String()
	get := ask{path: "/"}.write(address, http.StatusOK)
	post := ask{method: "POST", path: "/", cookie: "quiz=a", form: "answer=1"}.write(address, http.StatusOK)
	post.class = 1
	got, err := load{address, over([]request{get, post})}.run(t.Context(), 300*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	for class := range asked {
		if n := len(got.waits[class]); int64(n) != asked[class].Load() {
			t.Errorf("%d waits of %d requests", n, asked[class].Load())
		}
	}
	if got.answers == 0 || got.answers != len(got.waits[0])+len(got.waits[1]) {
		t.Errorf("%d answers", got.answers)
	}
	if got.quantile(0, .5) > got.quantile(0, .99) || got.quantile(0, .99) <= 0 {
		t.Errorf("p50 %s, p99 %s", got.quantile(0, .5), got.quantile(0, .99))
	}
}

func TestAnAnswerNobodyWantedEndsTheLoad(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	address := server.Listener.Addr().String()
	l := load{address, over([]request{ask{path: "/"}.write(address, http.StatusOK)})}
	if _, err := l.run(t.Context(), time.Minute); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("error is %v", err)
	}
}

func TestEveryTenthRequestFinishes(t *testing.T) {
	read := func() request { return request{want: 200} }
	finish := func() request { return request{want: 303} }
	mixed := mixing([]script{read}, []script{finish})
	finishes := 0
	for range 1000 {
		if r := mixed[0](); r.class == 1 && r.want == 303 {
			finishes++
		}
	}
	if finishes != 100 {
		t.Errorf("%d of 1000 finish", finishes)
	}
}

func TestTheBareHandlerAnswersWithTheSameBytes(t *testing.T) {
	theirs := response{status: 200, body: []byte("page"), head: []byte("HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 4\r\nVary: Accept\r\nVary: Cookie\r\n\r\n")}
	w := httptest.NewRecorder()
	replay(map[string]replayed{"/floor": replayOf(theirs)})(w, httptest.NewRequest(http.MethodGet, "/floor", nil))
	if w.Code != 200 || w.Body.String() != "page" {
		t.Errorf("%d %q", w.Code, w.Body)
	}
	if h := w.Header(); len(h.Values("Vary")) != 2 || h.Get("Content-Length") != "4" || h.Get("Date") != "" {
		t.Errorf("headers are %v", h)
	}
}
