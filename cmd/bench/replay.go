package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// replayed is an answer of the program that a bare handler gives again.
type replayed struct {
	Status int
	Header http.Header
	Body   []byte
}

// replayOf takes an answer as it came, with every header a handler would set.
func replayOf(r response) replayed {
	out := replayed{Status: r.status, Header: http.Header{}, Body: r.body}
	for line := range bytes.SplitSeq(r.head, []byte("\r\n")) {
		name, value, found := strings.Cut(string(line), ":")
		switch {
		case !found, strings.EqualFold(name, "Date"), strings.EqualFold(name, "Transfer-Encoding"):
		case strings.EqualFold(name, "Content-Length") && r.status == http.StatusNotModified:
		default:
			out.Header.Add(name, strings.TrimSpace(value))
		}
	}
	return out
}

// bare starts a child that gives these answers with net/http and nothing else,
// by path.
func (b *bench) bare(ctx context.Context, byPath map[string]replayed) (*child, error) {
	text, err := json.Marshal(byPath)
	if err != nil {
		return nil, fmt.Errorf("write the answers of the bare handler: %w", err)
	}
	name := filepath.Join(b.dir, "replay.json")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		return nil, fmt.Errorf("write the answers of the bare handler: %w", err)
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program: %w", err)
	}
	c, err := b.child(ctx, self, "-replay="+name)
	if err != nil {
		return nil, err
	}
	return c, c.start()
}

// serveReplay is what that child does.
func serveReplay(ctx context.Context, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read the answers: %w", err)
	}
	var byPath map[string]replayed
	if err := json.Unmarshal(text, &byPath); err != nil {
		return fmt.Errorf("read the answers: %w", err)
	}
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	server := &http.Server{Handler: replay(byPath)} //nolint:gosec // the floor has no deadlines, and this machine for its only visitor
	context.AfterFunc(ctx, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = server.Shutdown(ctx)
	})
	fmt.Printf("the bare handler %s%s\n", ready, l.Addr())
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

func replay(byPath map[string]replayed) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		answer, ok := byPath[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		maps.Copy(w.Header(), answer.Header)
		w.WriteHeader(answer.Status)
		_, _ = w.Write(answer.Body) // of 304 there is none
	}
}
