package taker

import (
	"net/http"
	"strings"
	"unsafe"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// defaultCache is how many bytes of pages and pictures are kept because many
// ask for the same one. A key of them is a quizPage or a sharedPage.
const defaultCache = 64 << 20

// quizPage is a page of a version: one of those that are the same for all, or
// a question as everybody sees it who is at the same place.
type quizPage struct {
	name     string // of the page
	language words.Language
	version  int64
	brand    int64 // its revision
	measured *measurement

	question, number, most, chosen int
	order                          string // of the options

	host                          string // for whole addresses, where no public URL says them
	secure                        bool
	atMost, fromReview, lot, stop bool
}

func (k quizPage) Size() int { return int(unsafe.Sizeof(k)) + len(k.order) + len(k.host) }

// sharedPage is what a share link opens in one format. Without a public URL
// its links name the host its visitor used, but for the picture, which has none.
type sharedPage struct {
	share    quiz.ShareID
	format   page.Format
	language words.Language
	brand    int64 // its revision
	host     string
	secure   bool
}

func (k sharedPage) Size() int { return int(unsafe.Sizeof(k)) + len(k.host) }

func (k comparedPicture) Size() int { return int(unsafe.Sizeof(k)) }

func (t *Taker) sharedPage(r *http.Request, share quiz.ShareID, format page.Format, l words.Language) sharedPage {
	key := sharedPage{share: share, format: format, language: l, brand: brandRevision(r)}
	if t.public == nil && format != page.PNG {
		key.host, key.secure = r.Host, page.Secure(r, t.public)
	}
	return key
}

// showSame shows a page of the published version that is the same for all who
// read its language.
func (t *Taker) showSame(w http.ResponseWriter, r *http.Request, name string, view func(*edition, words.Language) templ.Component) error {
	latest := t.editions.latest()
	l := t.language(w, r, latest)
	key := quizPage{name: name, language: l, version: latest.ID, measured: t.measured.Load()}
	return t.showKept(w, r, key, func() templ.Component { return view(latest, l) })
}

// passOn is showSame for pages that people pass on. They name their whole address,
// which without a public URL is that of the visitor: so what is not in memory yet
// is limited.
func (t *Taker) passOn(w http.ResponseWriter, r *http.Request, name takerview.Page, onMiss missLimiter, view func(*edition, words.Language, string) templ.Component) error {
	latest := t.editions.latest()
	l := t.language(w, r, latest)
	key := quizPage{name: string(name), language: l, version: latest.ID, measured: t.measured.Load()}
	if t.public == nil {
		key.host, key.secure = r.Host, page.Secure(r, t.public)
	}
	key.brand = brandRevision(r)
	if answer, ok := t.pages.Held(r, key); ok {
		return answer.Write(w, r, http.StatusOK)
	}
	return onMiss(func(w http.ResponseWriter, r *http.Request) error {
		key.host = strings.Clone(key.host) // r.Host may be a piece of a long address
		return t.showKept(w, r, key, func() templ.Component { return view(latest, l, t.absolute(r, "")) })
	})(w, r)
}

func (t *Taker) showKept(w http.ResponseWriter, r *http.Request, key quizPage, view func() templ.Component) error {
	key.brand = brandRevision(r)
	if answer, ok := t.pages.Held(r, key); ok {
		return answer.Write(w, r, http.StatusOK)
	}
	answer, err := t.pages.Get(r, key, page.View(view))
	if err != nil {
		return err
	}
	return answer.Write(w, r, http.StatusOK)
}
