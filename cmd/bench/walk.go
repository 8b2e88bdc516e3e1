package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"whichpm/web/site"
)

// walk is one taker's way through the quiz, as a browser took it.
type walk struct {
	gets, posts []ask  // of every question asked
	cookie      string // with every question answered
}

var questionKey = regexp.MustCompile(`name="question" value="([^"]+)"`)

// mostQuestions is far more than the quiz has.
const mostQuestions = 100

// takeQuiz answers every question with one of its first two options; who
// decides which.
func takeQuiz(ctx context.Context, address string, who uint) (walk, error) {
	var w walk
	visitor := ask{method: "POST", path: site.Start, form: "form=short"}
	to, err := visitor.follow(ctx, address, &w)
	for n := uint(0); err == nil && strings.HasPrefix(to, "/q/"); n++ {
		if n > mostQuestions {
			return w, errors.New("the quiz does not end")
		}
		page := ask{path: to, cookie: w.cookie, accept: "gzip"}
		plain, problem := fetch(ctx, address, ask{path: to, cookie: w.cookie}.write(address, http.StatusOK))
		if problem != nil {
			return w, problem
		}
		key := questionKey.FindSubmatch(plain.body)
		if key == nil {
			return w, fmt.Errorf("%s names no question", to)
		}
		option := who >> (n % 6) & 1
		answer := ask{method: "POST", path: to, cookie: w.cookie, form: fmt.Sprintf("question=%s&answer=%d", url.QueryEscape(string(key[1])), option)}
		w.gets, w.posts = append(w.gets, page), append(w.posts, answer)
		to, err = answer.follow(ctx, address, &w)
	}
	if err == nil && to != site.Review {
		err = fmt.Errorf("the quiz leads to %q", to)
	}
	return w, err
}

// follow sends the form, keeps the cookie and says where the answer leads.
func (a ask) follow(ctx context.Context, address string, w *walk) (string, error) {
	answer, err := fetch(ctx, address, a.write(address, http.StatusSeeOther))
	if err != nil {
		return "", err
	}
	if cookie, _, _ := strings.Cut(answer.header("Set-Cookie"), ";"); cookie != "" {
		w.cookie = cookie
	}
	return answer.header("Location"), nil
}

// walks are those of every connection.
func walks(ctx context.Context, address string) ([]walk, error) {
	all := make([]walk, clients)
	for i := range all {
		var err error
		if all[i], err = takeQuiz(ctx, address, uint(i)); err != nil {
			return nil, fmt.Errorf("take the quiz: %w", err)
		}
	}
	return all, nil
}

// shareResult finishes a walk and shares its result. It returns the path.
func shareResult(ctx context.Context, address string, w walk) (string, error) {
	result, err := ask{method: "POST", path: site.Results, cookie: w.cookie}.follow(ctx, address, &walk{})
	if err != nil {
		return "", fmt.Errorf("finish: %w", err)
	}
	if _, err := (ask{method: "POST", path: result + "/share", cookie: w.cookie, form: "scope=profile&name=Ada"}).follow(ctx, address, &walk{}); err != nil {
		return "", fmt.Errorf("share: %w", err)
	}
	page, err := fetch(ctx, address, ask{path: result}.write(address, http.StatusOK))
	if err != nil {
		return "", fmt.Errorf("look for the link: %w", err)
	}
	link := regexp.MustCompile(`/r/[\w-]{24}`).Find(page.body)
	if link == nil {
		return "", errors.New("the result shows no link")
	}
	return string(link), nil
}
