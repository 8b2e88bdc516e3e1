package taker

import (
	"encoding/binary"
	"runtime"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func journeyOf(n uint64) (id quiz.ResultID) {
	binary.BigEndian.PutUint64(id[:], n)
	return id
}

func TestHowFarAJourneyCameIsForgottenAfterHalfADayWithoutAMove(t *testing.T) {
	now := time.Date(2026, time.March, 9, 12, 0, 0, 0, time.UTC)
	f := newProgress(func() time.Time { return now })
	f.record(journeyOf(1), reached{asked: 5, settled: 4})
	f.record(journeyOf(2), reached{asked: 3})
	for range 10 { // one that goes on is kept
		now = now.Add(5 * time.Hour)
		if was := f.record(journeyOf(2), reached{asked: 3}); was.asked != 3 {
			t.Errorf("at %s it is new", now)
		}
	}
	if was := f.record(journeyOf(1), reached{asked: 2}); was != (reached{}) {
		t.Errorf("after two days it is known as %+v", was)
	}
	now = now.Add(5 * time.Hour)
	if was := f.record(journeyOf(1), reached{asked: 1}); was.asked != 2 {
		t.Errorf("after five hours it is known as %+v", was)
	}
	now = now.Add(48 * time.Hour)
	if was := f.record(journeyOf(1), reached{asked: 1}); was != (reached{}) {
		t.Errorf("after two days without anybody it is known as %+v", was)
	}
}

func TestJourneysThatMoveTakeBoundedMemory(t *testing.T) {
	before := heap()
	f := newProgress(time.Now)
	for n := range uint64(8 * mostJourneys) {
		f.record(journeyOf(n), reached{asked: 1})
	}
	used := heap() - before
	t.Logf("%d journeys are known in %d KB", len(f.latest)+len(f.before), used>>10)
	if used > 5<<20 {
		t.Errorf("they take %d bytes", used)
	}
	if was := f.record(journeyOf(8*mostJourneys-1), reached{}); was.asked != 1 {
		t.Error("the latest is not known")
	}
	runtime.KeepAlive(f)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func BenchmarkCountSteps(b *testing.B) {
	ed := content.First()
	t := &Taker{count: countNothing, progress: newProgress(time.Now)}
	before := quiz.Journey{Version: 1, Steps: []quiz.Step{{Question: 3}}}
	after, err := before.Skip(1, time.Now())
	if err != nil {
		b.Fatal(err)
	}
	after.Steps = append(after.Steps, quiz.Step{Question: len(ed.Questions) - 1})
	b.ReportAllocs()
	b.RunParallel(func(taker *testing.PB) {
		own := after
		for n := uint64(0); taker.Next(); n++ {
			binary.BigEndian.PutUint64(own.Seed[:], n)
			t.countSteps(&edition{Version: ed}, before, own)
		}
	})
}
