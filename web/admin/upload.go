package admin

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"whichpm/internal/content"
	"whichpm/web/page"
	"whichpm/web/site"
)

// formWithFiles reads a form with files, of which so many bytes are held in memory.
// Whoever has read it removes what is left of it on disk.
func formWithFiles(r *http.Request, inMemory int64) (*multipart.Form, error) {
	kind, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/form-data" {
		return nil, page.ErrContentType
	}
	form, err := multipart.NewReader(r.Body, parameters["boundary"]).ReadForm(inMemory)
	if err != nil {
		return nil, page.Unread(err)
	}
	return form, nil
}

func contentOf(file *multipart.FileHeader) ([]byte, error) {
	opened, err := file.Open()
	if err != nil {
		return nil, fmt.Errorf("open the uploaded file: %w", err)
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	body, err := io.ReadAll(opened)
	if err != nil {
		return nil, fmt.Errorf("read the uploaded file: %w", err)
	}
	return body, nil
}

// importForm reads the form with the content file: its text, and as pasted if
// no file was chosen. It returns an error page for what is too large.
func importForm(r *http.Request) (body []byte, pasted string, err error) {
	form, err := formWithFiles(r, MaxImport)
	if large, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, "", tooLarge(large)
	}
	if err != nil {
		return nil, "", err
	}
	defer form.RemoveAll() //nolint:errcheck // nothing of it is left on disk
	r.PostForm = form.Value
	for _, file := range form.File["file"] {
		if file.Size > content.MaxFile {
			return nil, "", tooLarge(nil)
		}
		if file.Size > 0 {
			body, err = contentOf(file)
			return body, "", err
		}
	}
	pasted = r.PostForm.Get("text")
	if len(pasted) > content.MaxFile {
		return nil, "", tooLarge(nil)
	}
	return []byte(pasted), pasted, nil
}

func tooLarge(cause error) error {
	return &page.Error{
		Status: http.StatusRequestEntityTooLarge, Title: "adminimport.large_title",
		Message: "adminimport.large", Values: []any{"n", content.MaxFile >> 20},
		Action: "adminimport.back", To: site.AdminImport, Cause: cause,
	}
}
