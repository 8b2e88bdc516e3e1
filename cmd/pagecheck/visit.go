package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"whichpm/web/site"
)

// visit is a taker's way through the quiz: what they have at its end.
type visit struct {
	asked  string // the cookie while the first question is open
	cookie string // at the end
	result string // the path of the owner link
	shared string // the path of a link that shows the profile
}

// stop is a page of the visit.
type stop struct {
	name, path, cookie string
	indexed            bool // search engines are meant to find it
}

func (v visit) stops() []stop {
	return []stop{
		{"landing", site.Home, "", true},
		{"guide", site.Guide, "", true},
		{"method", site.Method, "", true},
		{"question", site.Question(1), v.asked, false},
		{"result", v.result, v.cookie, false},
		{"shared page", v.shared, "", false},
	}
}

var (
	questionKey = regexp.MustCompile(`name="question" value="([^"]+)"`)
	shareLink   = regexp.MustCompile(`/r/[\w-]{24}`)
)

// mostQuestions is far more than the quiz has.
const mostQuestions = 100

// visit takes the quiz to its result and shares that.
func (a *audit) visit(ctx context.Context) (visit, error) {
	b := &browsing{address: a.address}
	var v visit
	to, err := b.post(ctx, site.Start, "form=short")
	v.asked = b.cookie
	for n := 0; err == nil && strings.HasPrefix(to, "/q/"); n++ {
		if n > mostQuestions {
			return v, errors.New("the quiz does not end")
		}
		page, problem := b.get(ctx, to)
		if problem != nil {
			return v, problem
		}
		key := questionKey.FindStringSubmatch(page)
		if key == nil {
			return v, fmt.Errorf("%s names no question", to)
		}
		to, err = b.post(ctx, to, fmt.Sprintf("question=%s&answer=%d", url.QueryEscape(key[1]), n%2))
	}
	if err == nil && to != site.Review {
		err = fmt.Errorf("the quiz leads to %q", to)
	}
	if err != nil {
		return v, err
	}
	if v.result, err = b.post(ctx, site.Results, ""); err != nil {
		return v, err
	}
	v.cookie = b.cookie
	if _, err := b.post(ctx, v.result+"/share", "scope=profile&name=Ada"); err != nil {
		return v, err
	}
	page, err := b.get(ctx, v.result)
	if err != nil {
		return v, err
	}
	if v.shared = shareLink.FindString(page); v.shared == "" {
		return v, errors.New("the result shows no link")
	}
	return v, nil
}

// browsing keeps the cookie from page to page.
type browsing struct{ address, cookie string }

func (b *browsing) get(ctx context.Context, path string) (string, error) {
	_, body, err := b.ask(ctx, http.MethodGet, path, "", http.StatusOK)
	return body, err
}

// post sends a form and says where the answer leads.
func (b *browsing) post(ctx context.Context, path, form string) (string, error) {
	header, _, err := b.ask(ctx, http.MethodPost, path, form, http.StatusSeeOther)
	location, _, _ := strings.Cut(header.Get("Location"), "#")
	return location, err
}

func (b *browsing) ask(ctx context.Context, method, path, form string, want int) (http.Header, string, error) {
	r, err := http.NewRequestWithContext(ctx, method, b.address+path, strings.NewReader(form))
	if err != nil {
		return nil, "", err
	}
	r.Header.Set("Accept", "text/html")
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", b.address)
	}
	if b.cookie != "" {
		r.Header.Set("Cookie", b.cookie)
	}
	answer, err := http.DefaultTransport.RoundTrip(r) // follows no redirect
	if err != nil {
		return nil, "", err
	}
	defer answer.Body.Close() //nolint:errcheck // the answer was read
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, "", err
	}
	if answer.StatusCode != want {
		return nil, "", fmt.Errorf("%s %s answers %d, want %d", method, path, answer.StatusCode, want)
	}
	for _, c := range answer.Cookies() {
		b.cookie = c.Name + "=" + c.Value
	}
	return answer.Header, string(body), nil
}
