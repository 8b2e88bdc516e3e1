package adminview

import (
	"fmt"

	"whichpm/internal/insight"
)

// InsightOutcomesProps hold the verdict against the job people say they do.
type InsightOutcomesProps struct {
	Insight
	Accuracy insight.Accuracy
	Hurried  insight.Accuracy    // of results that looked hurried, counted apart: whatever their job
	Apart    []insight.ItemStats // questions whose d′ rests on reported jobs, the farthest apart first
}

func (p InsightOutcomesProps) role(key string) string {
	if i := p.Version.RoleIndex(key); i >= 0 {
		return p.Version.Roles[i].Short
	}
	return key
}

// enough says whether accuracy counts as measured.
func (p InsightOutcomesProps) enough() string {
	smallest := counted(p.Accuracy.Fewest, "person", "people")
	if p.Accuracy.Measured {
		return fmt.Sprintf("The smallest role has %s. From %d on, accuracy counts as measured.", smallest, insight.MinReported)
	}
	return fmt.Sprintf("Not yet measured: the smallest role has %s, and each needs %d. Until then, take no share below for true.", smallest, insight.MinReported)
}

// hits is a line of the accuracy table.
type hits struct {
	name            string
	n, named, right int64
	share           insight.Estimate
}

func (p InsightOutcomesProps) hits() []hits {
	a := p.Accuracy
	var list []hits
	for _, r := range a.Roles {
		list = append(list, hits{p.role(r.Role), r.N, r.Named, r.Right, r.Share})
	}
	return append(list, hits{"All", a.N, a.Named, a.Right, a.Share})
}

func (h hits) interval() string {
	if h.named == 0 {
		return "–"
	}
	return inPercent(h.share.Low) + " to " + inPercent(h.share.High)
}

// described says what the bar of a share shows.
func (h hits) described(chance float64) string {
	if h.named == 0 {
		return h.name + ": nobody yet"
	}
	return fmt.Sprintf("%s: %s, likely %s; by chance %s", h.name, inPercent(h.share.Value), h.interval(), inPercent(chance))
}
