//go:build !race

package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/test/fault"
	"whichpm/internal/test/long"
)

// record runs the program that writes and acknowledges, and returns all that
// reached the disk on the way.
func record(t *testing.T, variables ...string) []fault.Event {
	t.Helper()
	folder := t.TempDir()
	path, trace := filepath.Join(folder, "whichpm.db"), filepath.Join(folder, "trace")
	program := exec.CommandContext(t.Context(), os.Args[0])
	program.Env = append(os.Environ(), fault.Preload(t), fault.DB+"="+path, fault.Trace+"="+trace, writesTo+"="+path)
	program.Env = append(program.Env, variables...)
	if said, err := program.CombinedOutput(); err != nil {
		t.Fatalf("the writing program: %v\n%s", err, said)
	}
	events, err := fault.ReadTrace(trace)
	must(t, err)
	return events
}

// acknowledged is what the program had said at one moment.
type acknowledged map[byte][]int

func TestNoPowerCutLosesWhatWasAcknowledged(t *testing.T) {
	events := record(t)
	cuts := cutPower(t, events, long.Pick(300, 3000))
	early := cutPower(t, events[:60], long.Pick(200, 1000)) // the first start is over before much is cut
	if early.corrupt > 0 {
		t.Errorf("in the first start: %s; the first: %s", early, early.first)
	}
	t.Logf("%d power cuts among %d events: %s", cuts.images, len(events), cuts)
	if cuts.lost > 0 || cuts.corrupt > 0 {
		t.Errorf("%s; the first: %s", cuts, cuts.first)
	}
	if cuts.promised == 0 || cuts.started == 0 {
		t.Errorf("%s: nothing was tried", cuts)
	}
}

// The controls show that the cuts cut: with less care of the disk the same
// cuts lose results, and with none they damage the file.
func TestPowerCutsHurtADatabaseThatDoesNotWaitForTheDisk(t *testing.T) {
	for name, control := range map[string]struct {
		synchronous  string
		mayBeCorrupt bool
	}{
		"NORMAL": {"1", false}, "OFF": {"0", true},
	} {
		t.Run(name, func(t *testing.T) {
			cuts := cutPower(t, record(t, synchronous+"="+control.synchronous), long.Pick(100, 300))
			t.Logf("synchronous=%s: %s", name, cuts)
			if cuts.lost == 0 || (cuts.corrupt > 0) != control.mayBeCorrupt {
				t.Errorf("%s; the first: %s", cuts, cuts.first)
			}
		})
	}
}

// outcome counts what became of the images.
type outcome struct {
	images, started int
	lost, corrupt   int // images
	promised        int // acknowledged things that were looked for
	missing         int // of them
	first           string
}

func (o outcome) String() string {
	return fmt.Sprintf("%d images, %d of them after the start, %d things looked for, %d images lost some of them (%d in all), %d corrupt",
		o.images, o.started, o.promised, o.lost, o.missing, o.corrupt)
}

// cutPower cuts the power at moments a seed decides and starts again.
func cutPower(t *testing.T, events []fault.Event, images int) (o outcome) {
	t.Helper()
	chance := rand.New(rand.NewPCG(8, 15))
	moments := make([]int, images)
	for i := range moments {
		moments[i] = chance.IntN(len(events) + 1)
	}
	slices.Sort(moments)
	disk, said, at := &fault.Disk{}, acknowledged{}, 0
	folder := inMemory(t)
	for i, moment := range moments {
		for ; at < moment; at++ {
			e := events[at]
			if disk.Apply(e); e.Kind == 'a' {
				said[e.File] = append(said[e.File], int(e.Offset))
			}
		}
		image := filepath.Join(folder, fmt.Sprint(i))
		must(t, os.Mkdir(image, 0o700))
		path := filepath.Join(image, "whichpm.db")
		must(t, disk.Cut(path, fault.Losses[i%len(fault.Losses)], chance))
		o.add(t, path, said)
		must(t, os.RemoveAll(image))
	}
	return o
}

// add starts the program's database on an image.
func (o *outcome) add(t *testing.T, path string, said acknowledged) {
	t.Helper()
	o.images++
	if len(said[ackOpen]) > 0 {
		o.started++
		must(t, place(path).mark())
	}
	if damage := damageOf(t, path); damage != "" {
		o.corrupt++
		o.note("image %d: %s", o.images, damage)
		return
	}
	missing := 0
	for kind, query := range kept {
		missing += o.look(t, path, kind, query, said)
	}
	if missing > 0 {
		o.lost++
		o.missing += missing
	}
}

func (o *outcome) note(text string, args ...any) {
	if o.first == "" {
		o.first = fmt.Sprintf(text, args...)
	}
}

// damageOf opens an image as the program does.
func damageOf(t *testing.T, path string) string {
	t.Helper()
	s, err := Open(t.Context(), Config{Path: path})
	if err != nil {
		return err.Error()
	}
	must(t, s.Close())
	f, err := Inspect(t.Context(), path)
	must(t, err)
	defer f.Close() //nolint:errcheck // nothing was written
	damage, err := f.Damage(t.Context())
	must(t, err)
	if len(damage) == 0 {
		damage, err = f.Dangling(t.Context())
		must(t, err)
	}
	return strings.Join(damage, "; ")
}

// inMemory is a folder on a disk that has no wait, where there is one: the
// images were cut already.
func inMemory(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "whichpm-test-*") //nolint:usetesting // not on the disk
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { must(t, os.RemoveAll(folder)) })
	return folder
}

// kept asks for what must be there once something was acknowledged.
var kept = map[byte]string{
	ackOpen:    "SELECT 0 FROM quiz_versions WHERE id = 1 AND state <> 'draft'",
	ackResult:  "SELECT id FROM results",
	ackShare:   "SELECT id FROM shares",
	ackRevoke:  "SELECT id FROM shares WHERE revoked_at IS NOT NULL",
	ackDelete:  "SELECT id FROM results WHERE deleted_at IS NOT NULL",
	ackPublish: "SELECT id FROM quiz_versions WHERE state <> 'draft'",
	ackJoin:    "SELECT result_id FROM group_members WHERE name <> ''",
	ackLeave:   "SELECT id FROM results WHERE id NOT IN (SELECT result_id FROM group_members WHERE name <> '')",
	ackClose: `SELECT id FROM quiz_groups WHERE closed_at IS NOT NULL
		AND (kind = 'named' OR picture <> '' AND NOT EXISTS (SELECT 1 FROM group_members WHERE group_id = quiz_groups.id))`,
}

// look counts what was acknowledged and is not there.
func (o *outcome) look(t *testing.T, path string, kind byte, query string, said acknowledged) (missing int) {
	t.Helper()
	db := readerHandle.open(place(path))
	defer db.Close() //nolint:errcheck // nothing was written
	there := map[any]bool{}
	//nolint:sqlclosecheck // each closes them
	rows, err := db.QueryContext(t.Context(), query)
	must(t, each(rows, err, func() error {
		var key any
		err := rows.Scan(&key)
		if id, isBytes := key.([]byte); isBytes {
			key = string(id)
		}
		there[key] = true
		return err
	}))
	for _, n := range said[kind] {
		o.promised++
		if !there[keyOf(kind, n)] {
			missing++
			o.note("image %d: %c %d is not there", o.images, kind, n)
		}
	}
	return missing
}

func keyOf(kind byte, n int) any {
	switch kind {
	case ackClose:
		id := groupOfRound(n).ID
		return string(id[:])
	case ackResult, ackDelete, ackJoin, ackLeave:
		id := result(n).ID
		return string(id[:])
	case ackShare, ackRevoke:
		id := shareOf(n).ID
		return string(id[:])
	}
	return int64(n)
}
