package server_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
)

// upload sends a form with a file, or with its text where file is empty.
func (v *visitor) upload(path, file string, pairs ...string) reply {
	v.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", "quiz.json")
	if err != nil {
		v.t.Fatal(err)
	}
	_, _ = part.Write([]byte(file)) // a buffer takes everything
	for i := 0; i < len(pairs); i += 2 {
		if err := form.WriteField(pairs[i], pairs[i+1]); err != nil {
			v.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		v.t.Fatal(err)
	}
	return v.send(http.MethodPost, path, form.FormDataContentType(), &body)
}

func TestAnExportedVersionComesBackByteForByte(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	first := v.get("/admin/export/1.json").want(t, http.StatusOK)
	if !strings.Contains(first.Header.Get("Content-Disposition"), "whichpm-1.json") {
		t.Error("it is not a file to keep")
	}
	q, german := content.First().Questions[0], content.First().Translations["de"]
	changed := strings.Replace(first.body, q.Text, newPrompt, 1)
	changed = strings.Replace(changed, german["questions."+q.Key+".text"].Text, "Ein anderer Satz.", 1)
	report := v.upload("/admin/import", changed).want(t, http.StatusOK)
	report.says(t, "Nothing is kept yet", "Compared with version 1, which is published", "<b>draw</b>", "Make it the draft")
	v.upload("/admin/import/draft", "", "revision", report.value("revision"), "text", report.value("text")).want(t, http.StatusSeeOther, "/admin/versions")
	if got := v.get("/admin/export/draft.json").want(t, http.StatusOK).body; got != changed {
		t.Error("the draft is not what was imported")
	}
	v.get("/admin/export/draft.csv").want(t, http.StatusOK)
	v.get("/admin/export/9.json").want(t, http.StatusNotFound)
}

func TestAnImportTakesThePlaceOfTheDraftOnlyAsItWasShown(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	file := v.get("/admin/export/1.json").body
	h.reword(t, "mira@example.org", "One wording")
	report := v.upload("/admin/import", "", "text", file).want(t, http.StatusOK).says(t, "There is a draft already", "mira@example.org saved it last", "Compared with the draft")
	h.reword(t, "mira@example.org", "Another wording")
	again := v.upload("/admin/import/draft", "", "revision", report.value("revision"), "text", report.value("text")).want(t, http.StatusConflict)
	again.says(t, "Nothing was imported", "Another wording")
	v.upload("/admin/import/draft", "", "revision", again.value("revision"), "text", again.value("text")).want(t, http.StatusSeeOther)
}

func TestABadFileSaysWhatToCorrectOnWhichLine(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	file := v.get("/admin/export/1.json").body
	tests := map[string]struct{ file, says string }{
		"nothing":        {"", "Choose a content file, or paste its text"},
		"no JSON":        {"<script>", "What to correct"},
		"cut off":        {file[:len(file)/2], "What to correct"},
		"an unknown key": {strings.Replace(file, `"title"`, `"tilte"`, 1), "tilte"},
		"a long prompt":  {strings.Replace(file, content.First().Questions[0].Text, strings.Repeat("a", 301), 1), "questions." + content.First().Questions[0].Key},
		"bytes":          {"\xff\xfe", "UTF-8"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			v.upload("/admin/import", tt.file).want(t, http.StatusUnprocessableEntity).says(t, tt.says)
			v.upload("/admin/import/draft", "", "text", tt.file).want(t, http.StatusUnprocessableEntity)
		})
	}
	pasted := v.upload("/admin/import", "", "text", "<textarea>").want(t, http.StatusUnprocessableEntity)
	pasted.says(t, "<textarea>")
	v.post("/admin/import", "text", file).want(t, http.StatusUnsupportedMediaType)
}

func TestAStrangerCannotSendMuch(t *testing.T) {
	v := open(t).visitor(t)
	v.post("/admin/sign-in", "email", strings.Repeat("a", 2<<20)).want(t, http.StatusRequestEntityTooLarge) // it carries on what was typed
	v.post("/start", "form", strings.Repeat("a", 70<<10)).want(t, http.StatusRequestEntityTooLarge)
}

func TestOnlyAnImportMayBeLarge(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	file := v.get("/admin/export/1.json").body
	roomy := file + strings.Repeat(" ", content.MaxFile-len(file))
	v.upload("/admin/import", roomy).want(t, http.StatusOK)
	for _, size := range []int{content.MaxFile + 1, content.MaxFile + 1<<20} {
		v.upload("/admin/import", strings.Repeat(" ", size)).want(t, http.StatusRequestEntityTooLarge).says(t, "at most 2 MB")
		v.upload("/admin/import/draft", "", "text", strings.Repeat(" ", size)).want(t, http.StatusRequestEntityTooLarge)
	}
	v.post("/admin/publication", "note", strings.Repeat("a", 70<<10)).want(t, http.StatusForbidden)
	v.post("/admin/versions/draft/removal", "revision", strings.Repeat("1", 1<<20)).want(t, http.StatusRequestEntityTooLarge)
}
