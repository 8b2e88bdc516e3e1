package taker

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/takerview"
	"whichpm/web/wire"
)

// showData says what the open data of a version holds and how it is made.
func (t *Taker) showData(w http.ResponseWriter, r *http.Request) error {
	ed, err := t.dataVersion(r)
	if err != nil {
		return err
	}
	file, err := t.open.get(r.Context(), ed)
	if err != nil {
		return err
	}
	l := t.language(w, r, ed)
	v := ed.in(l)
	return page.Render(w, r, http.StatusOK, takerview.Data(takerview.DataProps{
		Language: l, Version: v, Latest: t.editions.latest().ID, Rows: file.rows,
		Codebook: insight.Codebook(v), Simulated: t.simulated(),
	}))
}

// downloadData gives the answers people let us publish.
func (t *Taker) downloadData(w http.ResponseWriter, r *http.Request) error {
	ed, err := t.dataVersion(r)
	if err != nil {
		return err
	}
	file, err := t.open.get(r.Context(), ed)
	if err != nil {
		return err
	}
	return t.sendCSV(w, r, fmt.Sprintf("data-version-%d", ed.ID), file.csv)
}

// downloadCodebook says what each column and code of a version's data means.
func (t *Taker) downloadCodebook(w http.ResponseWriter, r *http.Request) error {
	ed, err := t.dataVersion(r)
	if err != nil {
		return err
	}
	return t.sendCSV(w, r, fmt.Sprintf("codebook-version-%d", ed.ID), spreadsheet(insight.Codebook(ed.Version)))
}

// dataVersion is the version an address names, or the one asked now.
func (t *Taker) dataVersion(r *http.Request) (*edition, error) {
	text := r.URL.Query().Get("version")
	if text == "" {
		return t.editions.latest(), nil
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strconv.FormatInt(id, 10) != text { // one address a file
		return nil, quiz.ErrNotFound
	}
	return t.editions.version(r.Context(), id)
}

// sendCSV names the file of made-up people so that nobody takes it for real.
func (t *Taker) sendCSV(w http.ResponseWriter, r *http.Request, name string, file []byte) error {
	if t.simulated() {
		name = "simulated-" + name
	}
	h := w.Header()
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "whichpm-"+name+".csv"))
	h.Set("Cache-Control", fmt.Sprintf("public, max-age=%d", int(openCachedFor/time.Second)))
	return wire.Send(w, r, http.StatusOK, "text/csv; charset=utf-8", file)
}

// openCachedFor is how long a file is kept, so that asking for it often costs
// the database nothing.
const openCachedFor = 5 * time.Minute

// maxOpenRows is how many rows of a version a file has at most, the latest
// months: it has to fit into memory.
const maxOpenRows = 100_000

// makeWithin is how long making a file may take.
const makeWithin = 20 * time.Second

// openFile is the open data of a version at one moment.
type openFile struct {
	csv  []byte
	rows int
	made time.Time
}

// openDataCache keeps the file of each version for a while and makes one at a
// time, however many people ask for it.
type openDataCache struct {
	store Store
	now   func() time.Time
	makes singleflight.Group
	files sync.Map // version id → openFile
}

func (o *openDataCache) get(ctx context.Context, ed *edition) (openFile, error) {
	if file, ok := o.files.Load(ed.ID); ok && o.now().Sub(file.(openFile).made) < openCachedFor {
		return file.(openFile), nil
	}
	made, err, _ := o.makes.Do(strconv.FormatInt(ed.ID, 10), func() (any, error) {
		return o.make(context.WithoutCancel(ctx), ed) // others wait for it too
	})
	if err != nil {
		return openFile{}, err
	}
	return made.(openFile), nil
}

func (o *openDataCache) make(ctx context.Context, ed *edition) (openFile, error) {
	ctx, cancel := context.WithTimeout(ctx, makeWithin)
	defer cancel()
	made := o.now() // before reading: who removes what they said waits no longer than openFor
	published, err := o.store.OpenRows(ctx, ed.ID, maxOpenRows)
	if err != nil {
		return openFile{}, fmt.Errorf("make the open data: %w", err)
	}
	open := insight.OpenRows(ed.Version, published)
	file := openFile{csv: spreadsheet(append([][]string{open.Heading}, open.Rows...)), rows: len(open.Rows), made: made}
	o.files.Store(ed.ID, file)
	return file, nil
}

// spreadsheet writes rows so that no cell runs as a formula.
func spreadsheet(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = content.Cell(cell)
		}
		_ = w.Write(cells) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}
