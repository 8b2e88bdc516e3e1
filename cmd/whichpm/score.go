package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

type scoreCmd struct {
	File string `arg:"positional,required" help:"JSON file such as {\"answers\": {\"h1\": 4}}: for each question the option chosen, counted from 0; - reads it from standard input."`
	source
	JSON bool `arg:"--json" help:"Print JSON. It always does; this is for scripts that pass the flag to every command."`
}

// Run prints what the answers say.
func (c *scoreCmd) Run(ctx context.Context, std streams) error {
	v, err := c.version(ctx)
	if err != nil {
		return err
	}
	body, err := c.read()
	if err != nil {
		return err
	}
	answers, err := parseAnswers(v, body)
	if err != nil {
		return fmt.Errorf("%s: %w", c.name(), err)
	}
	return printJSON(std.out, newScored(v, answers))
}

func (c *scoreCmd) read() ([]byte, error) {
	if c.File == "-" {
		return readAll(os.Stdin, c.name(), maxAnswers)
	}
	return readFile(c.File, maxAnswers)
}

func (c *scoreCmd) name() string {
	if c.File == "-" {
		return "standard input"
	}
	return c.File
}

// scored is a result as the command prints it, by key. Log-odds and
// contributions are towards Top.
type scored struct {
	Posterior     map[string]float64         `json:"posterior"`
	Verdict       quiz.Verdict               `json:"verdict"`
	Top           *string                    `json:"top"` // null when no answer counts
	LogOdds       float64                    `json:"log_odds"`
	Contributions map[string]float64         `json:"contributions"`            // of every answered question
	Dimensions    map[string]scoredDimension `json:"dimensions"`               // that something is known of
	WouldChange   []change                   `json:"would_change"`             // empty if nothing could
	WouldBe       string                     `json:"would_be_first,omitempty"` // of more than two roles
	Answered      int                        `json:"answered"`
}

type scoredDimension struct {
	T            float64 `json:"t"`
	Info         float64 `json:"info"`
	Weight       float64 `json:"weight"`
	Contribution float64 `json:"contribution"`
	Position     float64 `json:"position"`
	Low          float64 `json:"low"`
	High         float64 `json:"high"`
}

type change struct {
	Question string  `json:"question"`
	To       int     `json:"to"`
	Shift    float64 `json:"shift"`
}

func newScored(v *quiz.Version, a quiz.Answers) scored {
	m := score.New(v)
	r := m.Score(a)
	out := scored{
		Posterior: map[string]float64{}, Verdict: r.Verdict, LogOdds: r.LogOdds,
		Contributions: map[string]float64{}, Dimensions: map[string]scoredDimension{},
		WouldChange: []change{}, Answered: r.Answered,
	}
	for i, role := range v.Roles {
		out.Posterior[role.Key] = r.Posterior[i]
	}
	for q, question := range v.Questions {
		if a[q] != quiz.NoAnswer && !question.Retired {
			out.Contributions[question.Key] = r.Contributions[q]
		}
	}
	for d, x := range r.Dimensions {
		key := v.Dimensions[d].Key
		if x.Info == 0 {
			continue
		}
		out.Dimensions[key] = scoredDimension{x.T, x.Info, x.Weight, x.Contribution, x.Position, x.Low, x.High}
		if v.Scored(key) {
			out.Top = &v.Roles[r.Top].Key
		}
	}
	turn := m.WouldChange(a)
	for _, x := range turn.Changes {
		out.WouldChange = append(out.WouldChange, change{v.Questions[x.Question].Key, x.To, x.Shift})
	}
	if len(turn.Changes) > 0 && len(v.Roles) > 2 { //nolint:mnd // of two it is the other
		out.WouldBe = v.Roles[turn.Top].Key
	}
	return out
}

// parseAnswers reads {"answers": {"h1": 4}} and nothing else, so that a slip
// of the pen is told and not scored. The error is one line that names the key.
func parseAnswers(v *quiz.Version, body []byte) (quiz.Answers, error) {
	p := answersReader{json.NewDecoder(bytes.NewReader(body))}
	p.UseNumber()
	var byKey map[string]int
	err := p.object("the file", func(key string) (err error) {
		if key != "answers" {
			return fmt.Errorf("unknown key %.60q: only \"answers\" is known", key)
		}
		byKey, err = p.answers(v)
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, err := p.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is text after the end of the JSON")
	}
	if byKey == nil {
		return nil, errors.New("the key \"answers\" is missing")
	}
	return v.AnswersByKey(byKey)
}

type answersReader struct{ *json.Decoder }

func (p answersReader) answers(v *quiz.Version) (map[string]int, error) {
	byKey := map[string]int{}
	err := p.object("\"answers\"", func(key string) error {
		if v.QuestionIndex(key) < 0 {
			return fmt.Errorf("unknown question %.60q", key)
		}
		token, err := p.next()
		if err != nil {
			return err
		}
		number, isNumber := token.(json.Number)
		option, err := strconv.Atoi(number.String())
		if !isNumber || err != nil {
			return fmt.Errorf("question %q: give the option as a whole number counted from 0, not %s", key, shown(token))
		}
		byKey[key] = option
		return nil
	})
	return byKey, err
}

// object reads a JSON object and calls value after each key, which must not
// come twice.
func (p answersReader) object(name string, value func(key string) error) error {
	token, err := p.next()
	if err != nil {
		return err
	}
	if token != json.Delim('{') {
		return fmt.Errorf("%s must be a JSON object such as {\"answers\": {\"h1\": 4}}", name)
	}
	seen := map[string]bool{}
	for p.More() {
		token, err := p.next()
		if err != nil {
			return err
		}
		key, ok := token.(string)
		switch {
		case !ok:
			return fmt.Errorf("%s has a key without quotes", name)
		case seen[key]:
			return fmt.Errorf("the key %.60q is there twice", key)
		}
		seen[key] = true
		if err := value(key); err != nil {
			return err
		}
	}
	_, err = p.next() // the closing brace
	return err
}

func (p answersReader) next() (json.Token, error) {
	token, err := p.Token()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, errors.New("the JSON ends too early")
	}
	if err != nil {
		return nil, fmt.Errorf("this is not JSON: %w", err)
	}
	return token, nil
}

// shown names what stands in the place of a number.
func shown(token json.Token) string {
	switch token := token.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("the text %.30q", token)
	case json.Delim:
		return "a list or an object"
	}
	return fmt.Sprintf("%.30s", fmt.Sprint(token))
}
