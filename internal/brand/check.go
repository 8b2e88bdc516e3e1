package brand

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// Tidy takes out what a browser or a slip added: space around a text, line ends
// of two characters. A bare mail address becomes one that can be opened.
func (s Settings) Tidy() Settings {
	s.Name, s.Light, s.Dark = quiz.OneLine(s.Name), strings.ToLower(strings.TrimSpace(s.Light)), strings.ToLower(strings.TrimSpace(s.Dark))
	s.Imprint, s.Contact, s.Send = tidyAddress(s.Imprint), tidyAddress(s.Contact), tidyAddress(s.Send)
	texts := map[string]Texts{}
	for tag, t := range s.Texts {
		t.Footer = quiz.OneLine(t.Footer)
		t.Privacy = quiz.ManyLines(t.Privacy)
		calls := map[string]Call{}
		for key, c := range t.Calls {
			if c = (Call{quiz.OneLine(c.Sentence), quiz.OneLine(c.Label), tidyAddress(c.Address)}); !c.IsZero() {
				calls[key] = c
			}
		}
		if t.Calls = calls; t.Footer != "" || t.Privacy != "" || len(calls) > 0 {
			texts[tag] = t
		}
	}
	s.Texts = texts
	return s
}

func tidyAddress(text string) string {
	text = strings.TrimSpace(text)
	if at, err := mail.ParseAddress(text); err == nil && at.Address == text {
		return "mailto:" + text
	}
	return text
}

// Fields of the form that sets a brand. A text of a language has its tag in it.
func TextField(tag, name string) string { return "texts." + tag + "." + name }

// CallField is a field of what a role or a verdict asks for.
func CallField(tag, key, name string) string { return "texts." + tag + ".calls." + key + "." + name }

// Check returns what is wrong with settings that are tidy, in the order of the
// form. Roles and verdicts that are not among the keys are left alone.
func (s Settings) Check(tags, keys []string, on Grounds) (problems quiz.Problems) {
	add := func(more ...quiz.Problem) { problems = append(problems, more...) }
	if s.Name == "" {
		add(quiz.NewProblem("name", "draft_some"))
	}
	add(quiz.LimitedText("name", s.Name, MaxName, false)...)
	add(checkAccent("light", s.Light, on.Light)...)
	add(checkAccent("dark", s.Dark, on.Dark)...)
	add(address("imprint", s.Imprint, "https")...)
	add(address("contact", s.Contact, "https", "mailto")...)
	add(address("send", s.Send, "https", "mailto")...)
	for _, tag := range tags {
		t := s.Texts[tag]
		add(quiz.LimitedText(TextField(tag, "footer"), t.Footer, MaxFooter, false)...)
		add(quiz.LimitedText(TextField(tag, "privacy"), t.Privacy, MaxPrivacy, true)...)
		for _, key := range keys {
			if c, ok := t.Calls[key]; ok {
				field := func(name string) string { return CallField(tag, key, name) }
				add(filled(field("sentence"), c.Sentence, MaxSentence)...)
				add(filled(field("label"), c.Label, MaxLabel)...)
				if c.Address == "" {
					add(quiz.NewProblem(field("address"), "draft_some"))
				}
				add(address(field("address"), c.Address, "https", "mailto")...)
			}
		}
	}
	return problems
}

func filled(field, text string, most int) quiz.Problems {
	if text == "" {
		return quiz.Refusal(field, "draft_some")
	}
	return quiz.LimitedText(field, text, most, false)
}

// address refuses what is no address of one of the schemes, or none that a browser
// opens as it is read.
func address(field, text string, schemes ...string) quiz.Problems {
	if text == "" {
		return nil
	}
	if problems := quiz.LimitedText(field, text, MaxAddress, false); problems != nil {
		return problems
	}
	code := "brand_address"
	if slices.Contains(schemes, "mailto") {
		code = "brand_address_mail"
	}
	u, err := url.Parse(text)
	if err != nil || !slices.Contains(schemes, u.Scheme) || u.User != nil || strings.ContainsAny(text, " \\\"<>") {
		return quiz.Refusal(field, code)
	}
	if u.Scheme == "mailto" {
		if at, err := mail.ParseAddress(u.Opaque); err != nil || at.Address != u.Opaque {
			return quiz.Refusal(field, code)
		}
		return nil
	}
	if u.Hostname() == "" || u.Opaque != "" {
		return quiz.Refusal(field, code)
	}
	return nil
}
