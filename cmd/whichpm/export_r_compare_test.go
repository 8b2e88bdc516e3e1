package main

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// inR compares what R found with what the program shows.
type inR struct {
	t       *testing.T
	folder  string
	version *quiz.Version
	shown   *insight.Tally
}

// found is a table R wrote, by row and column.
func (r inR) found(name string) []map[string]string {
	r.t.Helper()
	file, err := os.Open(filepath.Join(r.folder, name+".found"))
	ok(r.t, err)
	defer file.Close() //nolint:errcheck // nothing was written
	lines, err := csv.NewReader(file).ReadAll()
	ok(r.t, err)
	var table []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		table = append(table, row)
	}
	return table
}

// same compares a number. What the program does not know, R need not.
func (r inR) same(what, got string, known bool, want float64) {
	r.t.Helper()
	if !known {
		return
	}
	if x, err := strconv.ParseFloat(got, 64); err != nil || !(math.Abs(x-want) <= 1e-6) {
		r.t.Errorf("%s is %s in R, and %v here", what, got, want)
	}
}

func (r inR) questions() {
	reported := 0
	v, rows, at := r.version, r.found("questions"), 0
	for _, item := range r.shown.Items() {
		key := v.Questions[item.Question].Key
		if at == len(rows) || rows[at]["question"] != key || rows[at]["dimension"] != v.Dimensions[item.Dimension].Key {
			r.t.Fatalf("row %d of %d in R is not that of %s", at, len(rows), key)
		}
		row := rows[at]
		at++
		r.same(key+", asked,", row["asked"], true, float64(item.Asked))
		r.same(key+", answered,", row["answered"], true, float64(item.Answered))
		r.same("the mean of "+key, row["mean"], true, item.Mean)
		r.same("the SD of "+key, row["sd"], true, item.SD)
		r.same("item-rest of "+key, row["item_rest"], item.RestN > 0, item.ItemRest)
		of := "reported"
		if item.DPrime.Internal {
			of = "internal"
		} else {
			reported++
		}
		r.same(of+" d′ of "+key, row[of], item.DPrime.Known, item.DPrime.Value)
		if !item.DPrime.Known {
			r.t.Errorf("d′ of %s is not known: simulate more takers", key)
		}
	}
	if at != len(rows) || reported == 0 || reported == at {
		r.t.Errorf("%d of %d questions have d′ of reported jobs: simulate so many takers that some have and some have not", reported, at)
	}
}

func (r inR) options() {
	rows := r.found("options")
	for _, item := range r.shown.Items() {
		key := r.version.Questions[item.Question].Key
		for option, n := range item.Options {
			if len(rows) == 0 || rows[0]["question"] != key || rows[0]["option"] != strconv.Itoa(option) {
				r.t.Fatalf("R does not count option %d of %s there", option, key)
			}
			r.same("how often "+key+" was answered so", rows[0]["n"], true, float64(n))
			r.same("the share of an option of "+key, rows[0]["share"], true, float64(n)/float64(item.Answered))
			rows = rows[1:]
		}
	}
}

func (r inR) effects() {
	rows := map[string]map[string]string{}
	for _, row := range r.found("effects") {
		rows[row["question"]] = row
	}
	compared := 0
	same := func(kind string, effects []insight.Contrast) {
		for _, e := range effects {
			key := r.version.Questions[e.Question].Key
			known := e.NA >= insight.MinGroup && e.NB >= insight.MinGroup
			r.same("the effect of the "+kind+" on "+key, rows[key][kind+".difference"], known, e.Difference)
			r.same("the p of the "+kind+" of "+key, rows[key][kind+".p"], known, e.P)
			if known {
				compared++
			}
		}
	}
	same("order", r.shown.OrderEffects())
	same("side", r.shown.SideEffects())
	for _, e := range r.shown.PlaceEffects() {
		key := r.version.Questions[e.Question].Key
		r.same("how often what is listed first is chosen of "+key, rows[key]["shown_first"], true, e.First.Value)
		compared++
	}
	if compared < 30 {
		r.t.Errorf("only %d effects are known: simulate more takers", compared)
	}
}

func (r inR) reliability() {
	scales := map[string]map[string]string{}
	for _, row := range r.found("reliability") {
		scales[row["dimension"]] = row
	}
	for _, shown := range r.shown.Reliability() {
		if shown.Dimension < 0 {
			r.same("alpha of all", r.found("single")[0]["together"], true, shown.Alpha)
			if !shown.Known {
				r.t.Error("alpha of all is not known: simulate more takers")
			}
			continue
		}
		key := r.version.Dimensions[shown.Dimension].Key
		r.same("alpha of "+key, scales[key]["alpha"], shown.Known, shown.Alpha)
		r.same("omega of "+key, scales[key]["omega"], shown.OmegaKnown, shown.Omega)
		if shown.Known != (shown.Questions > 1) || shown.OmegaKnown != (shown.Questions > 2) {
			r.t.Errorf("%s, of %d questions: alpha is known %v, omega %v", key, shown.Questions, shown.Known, shown.OmegaKnown)
		}
	}
}

func (r inR) jobs() {
	rows, accuracy := r.found("jobs"), r.shown.Matrix().Accuracy()
	for i, counts := range accuracy.Counts {
		for j, n := range counts {
			named := "none"
			if j < len(accuracy.Roles) {
				named = accuracy.Roles[j].Role
			}
			r.same("how many "+rows[i][""]+" are named "+named, rows[i][named], true, float64(n))
		}
		if rows[i][""] != accuracy.Roles[i].Role {
			r.t.Errorf("the role %s stands where %s should", rows[i][""], accuracy.Roles[i].Role)
		}
	}
	single := r.found("single")[0]
	r.same("the share it is right of", single["share"], true, accuracy.Share.Value)
	r.same("its lower end", single["low"], true, accuracy.Share.Low)
	r.same("its upper end", single["high"], true, accuracy.Share.High)
}

func (r inR) scores() {
	single := r.found("single")[0]
	r.same("the largest difference of a chance", single["difference"], true, 0)
	r.same("the share of verdicts that are the same", single["verdicts"], true, 1)
}
