// Package site holds every path of the site once: the pattern the router
// matches beside the function that fills it in. It knows no handler and no
// view, so both can link to each other's pages.
package site

import (
	"net/url"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// Paths without a variable part are pattern and address in one.
const (
	Home       = "/"
	Start      = "/start"
	Save       = "/save"
	Resume     = "/resume"
	Review     = "/review"
	Compare    = "/compare"
	Rest       = "/rest"
	Results    = "/result"
	Guide      = "/guide"
	Method     = "/method"
	MethodData = "/method.json"
	Privacy    = "/privacy"
	Embed      = "/embed"
	Data       = "/data"
	Healthz    = "/healthz"
	Readyz     = "/readyz"
	Favicon    = "/favicon.ico"
	Gallery    = "/dev/gallery"
	Static     = "/static"

	BrandSheet     = "/brand.css"
	BrandLogoLight = "/brand/logo-light.png"
	BrandLogoDark  = "/brand/logo-dark.png"

	ResultSchema = "/schema/result.json"
	OpenAPI      = "/openapi.json"

	// Only where the host publishes open data.
	DataCSV  = "/data.csv"
	Codebook = "/data/codebook.csv"

	// Accuracy says how often the quiz named the job people do.
	Accuracy = Method + "#accuracy"
)

// Patterns for the router, with the functions that fill them in below.
const (
	QuestionPattern       = "/q/{n}"
	ResumePattern         = "/resume/{token}"
	ResultPattern         = "/result/{owner}"
	SharesPattern         = "/result/{owner}/share"
	ShareRemovalPattern   = "/result/{owner}/share/removal"
	RemovalPattern        = "/result/{owner}/removal"
	DownloadPattern       = "/result/{owner}/download"
	OutcomePattern        = "/result/{owner}/outcome"
	SharePattern          = "/r/{share}"
	ShareJSONPattern      = "/r/{share}.json"
	CardPattern           = "/r/{share}/card.png"
	InvitationPattern     = "/r/{share}/invitation"
	ComparePattern        = "/compare/*"
	PicturePattern        = "/picture/{page}.{language}.png"
	ComparisonPattern     = "/result/{owner}/comparison"
	SincePattern          = "/result/{owner}/since/{earlier}"
	OutcomeRemovalPattern = "/result/{owner}/outcome/removal"
	StaticPattern         = "/static/*"
)

// InLanguage leads to a page in a language, which the browser then keeps. An
// empty path is the page itself.
func InLanguage(path, tag string) string {
	mark := "?"
	if strings.Contains(path, mark) {
		mark = "&"
	}
	return path + mark + LanguageParameter + "=" + tag
}

// RoleParameter names a role to compare in an address.
const RoleParameter = "role"

// GuideOf shows the roles with these keys side by side.
func GuideOf(roles []string) string { return Guide + "?" + url.Values{RoleParameter: roles}.Encode() }

// LanguageParameter names the language in an address.
const LanguageParameter = "lang"

// Question is the page of the nth question asked, from 1.
func Question(n int) string { return "/q/" + strconv.Itoa(n) }

// ReviewChanged is the review that says of the nth question that its answer was
// changed.
func ReviewChanged(n int) string { return Review + "?said=" + strconv.Itoa(n) }

// QuestionChange is the same page, returning to the review afterwards.
func QuestionChange(n int) string { return Question(n) + "?from=review" }

// ResumeLink is the private link that carries unfinished answers.
func ResumeLink(token string) string { return "/resume/" + token }

// Result is the owner's page of a result. The address is its only key.
func Result(owner quiz.Owner) string { return "/result/" + owner.String() }

// WholeResult is that page with nothing folded on paper.
func WholeResult(owner quiz.Owner) string { return Result(owner) + "?" + Whole }

// Whole is the parameter, with its value, that asks for a whole page on paper.
const Whole = "whole=yes"

// Shares takes the form that makes a share link.
func Shares(owner quiz.Owner) string { return Result(owner) + "/share" }

// ShareRemoval takes the form that revokes a share link.
func ShareRemoval(owner quiz.Owner) string { return Result(owner) + "/share/removal" }

// Removal asks whether to delete a result, and deletes it.
func Removal(owner quiz.Owner) string { return Result(owner) + "/removal" }

// Comparison takes the form that compares a result with a share link.
func Comparison(owner quiz.Owner) string { return Result(owner) + "/comparison" }

// Since shows what changed from an earlier result of the same person.
func Since(owner, earlier quiz.Owner) string { return Result(owner) + "/since/" + earlier.String() }

// Invitation takes the form that starts the quiz to compare afterwards.
func Invitation(id quiz.ShareID) string { return Share(id) + "/invitation" }

// Card is the picture of a shared result.
func Card(id quiz.ShareID) string { return Share(id) + "/card.png" }

// Comparing is the page that compares the people of these share links.
func Comparing(ids []quiz.ShareID) string {
	parts := []string{Compare}
	for _, id := range ids {
		parts = append(parts, id.String())
	}
	return strings.Join(parts, "/")
}

// ComparingCard is the picture of that page in a language.
func ComparingCard(ids []quiz.ShareID, tag string) string {
	return Comparing(ids) + "/" + comparingCard + tag + pictureEnd
}

const (
	comparingCard = "card."
	pictureEnd    = ".png"
)

// CardLanguage is the language of a picture by the last part of the address of
// a comparison; false if that is no picture.
func CardLanguage(last string) (tag string, ok bool) {
	tag, ok = strings.CutPrefix(last, comparingCard)
	if !ok {
		return "", false
	}
	return strings.CutSuffix(tag, pictureEnd)
}

// Picture is the picture of one of the pages that are the same for all, in a
// language.
func Picture(page, tag string) string { return "/picture/" + page + "." + tag + pictureEnd }

// Share is the page a share link opens.
func Share(id quiz.ShareID) string { return "/r/" + id.String() }

// ShareJSON is the same for programs.
func ShareJSON(id quiz.ShareID) string { return Share(id) + ".json" }

// Download is everything about a result in a file.
func Download(owner quiz.Owner) string { return Result(owner) + "/download" }

// Outcome takes the form with what a taker says about their job.
func Outcome(owner quiz.Owner) string { return Result(owner) + "/outcome" }

// OutcomeRemoval takes the form that removes what was said.
func OutcomeRemoval(owner quiz.Owner) string { return Outcome(owner) + "/removal" }

// DataOf is the page of a version's open data, DataCSVOf and CodebookOf its
// files.
func DataOf(version int64) string { return Data + ofVersion(version) }

func DataCSVOf(version int64) string { return DataCSV + ofVersion(version) }

func CodebookOf(version int64) string { return Codebook + ofVersion(version) }

func ofVersion(version int64) string { return "?version=" + strconv.FormatInt(version, 10) }
