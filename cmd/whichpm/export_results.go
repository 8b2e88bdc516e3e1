package main

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/files"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// exportResults writes the results of a version for somebody who checks its
// statistics, row by row: however many there are, memory holds one.
func (c *exportCmd) exportResults(ctx context.Context, std streams) error {
	where, found := c.found()
	switch {
	case c.CSV:
		return errors.New("--results writes tables of results and --csv one of questions: give one of them")
	case c.Version == "draft":
		return errors.New("a draft has no results: leave --version out for the published version, or give a number")
	case !found:
		return errors.New("there is no database here to take results from: name it with --db")
	case c.Output == "" && terminal(std.out):
		return errors.New("results are a zip file, which a terminal cannot show: name a file with -o")
	}
	return adminDB{where}.toRead(ctx, func(db *store.Store) error {
		v, err := c.find(ctx, db, where.name())
		if err != nil {
			return err
		}
		e := resultExport{db: db, version: v}
		if c.Output == "" {
			err = e.writeTo(ctx, std.out)
		} else {
			err = files.WriteFrom(c.Output, func(file io.Writer) error { return e.writeTo(ctx, file) })
		}
		if e.unfit > 0 {
			fmt.Fprintf(std.err, "whichpm: results that do not fit version %d are left out, %d of them: see whichpm verify %s\n", v.ID, e.unfit, where.flag())
		}
		if err != nil {
			return fmt.Errorf("write the export, which is not whole: %w", err)
		}
		if c.Output != "" {
			fmt.Fprintf(std.out, "%s holds %d results of version %d. It holds what people answered: keep it to yourself.\n", c.Output, e.n, v.ID)
		}
		return nil
	})
}

// resultExport is a zip file with the results of a version.
type resultExport struct {
	db       *store.Store
	version  *quiz.Version
	n, unfit int
}

func (e *resultExport) writeTo(ctx context.Context, w io.Writer) error {
	simulated, err := e.db.Simulated(ctx)
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, table := range []struct {
		name string
		rows [][]string
	}{
		{"codebook.csv", insight.ReanalysisCodebook(e.version)},
		{"items.csv", insight.ItemTable(e.version)},
		{"roles.csv", insight.RoleTable(e.version)},
		{"settings.csv", insight.SettingTable(e.version, simulated)},
	} {
		err := addTable(out, table.name, func(write func([]string) error) error {
			for _, row := range table.rows {
				if err := write(row); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	err = addTable(out, "results.csv", func(write func([]string) error) error { return e.writeResults(ctx, write) })
	return errors.Join(err, out.Close())
}

func (e *resultExport) writeResults(ctx context.Context, write func([]string) error) error {
	x := insight.NewReanalysis(e.version)
	if err := write(x.Heading()); err != nil {
		return err
	}
	return e.db.VersionResults(ctx, e.version.ID, func(r quiz.Result, o *quiz.Outcome) error {
		row, err := x.Row(r, o)
		if errors.Is(err, insight.ErrResult) {
			e.unfit++
			return nil
		}
		if err != nil {
			return err
		}
		e.n++
		return write(row)
	})
}

// begunWith stands for the time of every file in the zip file, which is no
// matter: the same results always give the same file.
var begunWith = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// addTable adds a CSV file in which no cell runs as a formula. A number is none,
// though it may begin with a minus.
func addTable(out *zip.Writer, name string, fill func(write func([]string) error) error) error {
	file, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: begunWith})
	if err != nil {
		return fmt.Errorf("add %s: %w", name, err)
	}
	table := csv.NewWriter(file)
	table.UseCRLF = true
	err = fill(func(row []string) error {
		for i, cell := range row {
			if _, err := strconv.ParseFloat(cell, 64); err != nil {
				row[i] = content.Cell(cell)
			}
		}
		return table.Write(row)
	})
	table.Flush()
	return errors.Join(err, table.Error())
}
