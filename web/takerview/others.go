package takerview

import (
	"cmp"
	"slices"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// Others are the people so far who answered the same version. Only the owner
// of a result is told of them: what a link shows never changes. Nil is nobody,
// or too few.
type Others struct {
	insight.Others

	Simulated bool // they are made up, to show the pages
}

// spread is where they stand on a dimension, nil if too few answered about it.
func (o *Others) spread(r Reading, p place) insight.Spread {
	d := r.Version.DimensionIndex(p.Key)
	if o == nil || d >= len(o.Spreads) || !o.Spreads[d].Enough() {
		return nil
	}
	return o.Spreads[d]
}

// Of the people between the ends of the strip behind a bar.
const (
	half      = .5
	nearlyAll = .8
)

// behind is the bar of a dimension with where others stand behind it.
func (o *Others) behind(r Reading, p place) ui.DimensionBarProps {
	bar := r.bar(p)
	if s := o.spread(r, p); s != nil {
		bar.Others = &ui.Others{}
		bar.Others.Low, bar.Others.High = s.Middle(half)
		bar.Others.Lowest, bar.Others.Highest = s.Middle(nearlyAll)
		bar.Others.Said, bar.Others.Short, bar.Others.Beside = aboutPlace(r, p, s)
	}
	return bar
}

// aboutPlace says how others stand to a person: in a sentence, in few words, and
// beside which end these are put.
func aboutPlace(r Reading, p place, s insight.Spread) (said, short, beside string) {
	if p.Score.Info == 0 {
		return "", "", ""
	}
	if s.Crowded(p.Score.Position) {
		return r.Say("others.most"), r.Say("others.most_short"), ""
	}
	tenths, end := further(r, p, s)
	said = sayTenths(r, "others.further", tenths, "end", end)
	return said, sayTenths(r, "others.further_short", tenths), end
}

// further is how many stand further towards the end a person is closer to; in
// the middle, towards the end to which more do.
func further(r Reading, p place, s insight.Spread) (insight.Tenths, string) {
	positive, negative := s.Beyond(p.Score.Position)
	side := r.bar(p).Side()
	if side == p.Positive || side == "" && positive >= negative {
		return positive, p.Positive
	}
	return negative, p.Negative
}

// sayTenths says a text of which there are three, for the ends of a share and
// for what is between.
func sayTenths(r Reading, id string, t insight.Tenths, values ...any) string {
	switch t {
	case insight.UnderOne:
		id += "_under"
	case insight.OverNine:
		id += "_over"
	}
	return r.Say(id, append(values, "n", int(t))...)
}

// said is the sentence about a dimension, "–" where there is none.
func (o *Others) said(r Reading, p place) string {
	if s := o.spread(r, p); s != nil {
		said, _, _ := aboutPlace(r, p, s)
		return cmp.Or(said, "–")
	}
	return "–"
}

// mostShares is how many results a sentence lists.
const mostShares = 4

// share is how many got a result.
type share struct {
	insight.Tenths

	said string
	own  bool
}

// results says what they got, in tenths, and how many got what the reader did.
func (o *Others) results(r Reading) string {
	shares := o.shares(r)
	own := slices.IndexFunc(shares, func(s share) bool { return s.own })
	rare := own >= 0 && shares[own].Tenths == insight.UnderOne
	shares = slices.DeleteFunc(shares, func(s share) bool { return s.Tenths == insight.UnderOne })
	slices.SortStableFunc(shares, func(a, b share) int { return cmp.Compare(b.Tenths, a.Tenths) })
	var list []string
	for _, s := range shares[:min(len(shares), mostShares)] {
		list = append(list, s.said)
	}
	if len(list) == 0 {
		return r.Say("others.scattered", "people", o.N)
	}
	said := r.Say("others.results", "people", o.N, "list", r.And(list))
	if rare {
		said += " " + r.Say("others.rare")
	}
	return said
}

// shares are the results there can be, in the order of the roles.
func (o *Others) shares(r Reading) []share {
	var groups []func(insight.Headline) bool
	for i := range r.Version.Roles {
		groups = append(groups, func(h insight.Headline) bool { return h.Verdict.NamesRole() && h.Role == i })
	}
	unnamed := []quiz.Verdict{quiz.Balanced, quiz.NoneStandsOut, quiz.NotEnough}
	for _, v := range unnamed {
		groups = append(groups, func(h insight.Headline) bool { return h.Verdict == v })
	}
	var out []share
	for i, t := range o.Shares(groups...) {
		tenths := sayTenths(r, "others.tenths", t)
		if i < len(r.Version.Roles) {
			role := r.Version.Roles[i]
			own := r.Result.Verdict.NamesRole() && r.Result.Top == role.Key
			out = append(out, share{t, r.Say("others.got_role", "tenths", tenths, "role", r.inside(role.Name)), own})
			continue
		}
		v := unnamed[i-len(r.Version.Roles)]
		out = append(out, share{t, r.Say("others.got_"+string(v), "tenths", tenths), r.Result.Verdict == v})
	}
	return out
}
