package ui

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/a-h/templ"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"whichpm/internal/quiz"
)

// Markdown shows a text an admin wrote: paragraphs, lists, quotes, emphasis,
// code and links. HTML is shown as the text it is, headings would upset the
// outline of the page, and pictures would come from elsewhere, so none of them
// means anything here. A text that is longer than any may be is shown as it was
// typed.
func Markdown(text string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		if utf8.RuneCountInString(text) > mostMarkdown {
			_, err := io.WriteString(w, "<p>"+templ.EscapeString(text)+"</p>")
			return err
		}
		var b bytes.Buffer
		if err := markdown.Convert([]byte(text), &b); err != nil {
			return err
		}
		_, err := w.Write(b.Bytes())
		return err
	})
}

// mostMarkdown is the most characters that are rendered: what it takes grows
// with the square of the length, to seconds for a form that is full of brackets.
var mostMarkdown = func() (most int) {
	for _, t := range quiz.Texts {
		most = max(most, t.Most)
	}
	return most
}()

var markdown = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)),
	goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(safeLinks{}, 100),
		util.Prioritized(html.NewRenderer(), 1000),
	))),
)

// safeLinks shows links that lead nowhere safe, and pictures, as their words.
type safeLinks struct{}

// RegisterFuncs is for goldmark.
func (s safeLinks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, s.link)
	r.Register(ast.KindAutoLink, s.autoLink)
	r.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkContinue, nil
	})
}

func (safeLinks) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	to := string(util.URLEscape(node.(*ast.Link).Destination, true))
	switch {
	case !leadsSomewhereSafe(to):
	case entering:
		_, _ = w.WriteString(`<a href="` + templ.EscapeString(to) + `">`) // the writer keeps its error
	default:
		_, _ = w.WriteString("</a>") // as above
	}
	return ast.WalkContinue, nil
}

func (safeLinks) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := node.(*ast.AutoLink)
	label, to := string(link.Label(source)), string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(to), "mailto:") {
		to = "mailto:" + to
	}
	if to = string(util.URLEscape([]byte(to), false)); leadsSomewhereSafe(to) {
		_, _ = w.WriteString(`<a href="` + templ.EscapeString(to) + `">` + templ.EscapeString(label) + "</a>") // as above
	} else {
		_, _ = w.WriteString(templ.EscapeString(label)) // as above
	}
	return ast.WalkContinue, nil
}

// leadsSomewhereSafe allows the web, mail and this site.
func leadsSomewhereSafe(to string) bool {
	u, err := url.Parse(to)
	if err != nil {
		return false
	}
	if u.Scheme == "" {
		return u.Host == "" && (strings.HasPrefix(to, "/") || strings.HasPrefix(to, "#"))
	}
	return slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(u.Scheme))
}
