package adminview

import (
	"whichpm/internal/insight"
	"whichpm/web/words"
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
	smallest := p.Say("count.people", "n", int(p.Accuracy.Fewest))
	if p.Accuracy.Measured {
		return p.Say("adminoutcomes.measured", "people", smallest, "least", insight.MinReported)
	}
	return p.Say("adminoutcomes.unmeasured", "people", smallest, "least", insight.MinReported)
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
	return append(list, hits{p.Say("adminoutcomes.all"), a.N, a.Named, a.Right, a.Share})
}

func (h hits) interval(l words.Language) string {
	if h.named == 0 {
		return "–"
	}
	return between(l, h.share.Low, h.share.High)
}

// described says what the bar of a share shows.
func (h hits) described(l words.Language, chance float64) string {
	if h.named == 0 {
		return l.Say("adminoutcomes.bar_nobody", "name", h.name)
	}
	return l.Say("adminoutcomes.bar", "name", h.name, "share", inPercent(l, h.share.Value), "interval", h.interval(l), "chance", inPercent(l, chance))
}
