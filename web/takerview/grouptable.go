package takerview

import (
	"strconv"

	"whichpm/internal/quiz"
)

// Table is what a group shows as rows of cells, the first of them the heading.
// Number writes a number.
func (p GroupShown) Table(number func(float64) string) [][]GroupCell {
	if p.Group.Kind == quiz.Named {
		return p.memberTable(number)
	}
	return p.wordTable()
}

// GroupCell is a cell of the table.
type GroupCell struct {
	Text   string
	Number bool // and no text that somebody typed
}

func textCells(texts ...string) []GroupCell {
	cells := make([]GroupCell, len(texts))
	for i, text := range texts {
		cells[i].Text = text
	}
	return cells
}

// memberTable has a row for each member.
func (p GroupShown) memberTable(number func(float64) string) [][]GroupCell {
	head := textCells(p.Say("groupview.name"), p.Say("groupview.result"), p.Say("table.role"), p.Say("groupview.chance"))
	for _, s := range p.Named.Dimensions {
		head = append(head, textCells(p.dimension(s.Dimension.Key).Name)...)
	}
	rows := [][]GroupCell{append(head, textCells(p.Say("groupview.version"))...)}
	for i, m := range p.Members {
		r := p.Results[i]
		role, chance := "", GroupCell{}
		if r.Verdict != quiz.NotEnough {
			named, _ := p.role(r.Top)
			role, chance = named.Name, GroupCell{number(r.Probability), true}
		}
		row := append(textCells(m.Name, verdictTag(p.Language, r.Verdict), role), chance)
		for _, s := range p.Named.Dimensions {
			cell := GroupCell{}
			if place := s.Places[i]; place.Info > 0 {
				cell = GroupCell{number(place.Position), true}
			}
			row = append(row, cell)
		}
		rows = append(rows, append(row, GroupCell{strconv.FormatInt(r.Version, 10), true}))
	}
	return rows
}

// wordTable has a row for each part of each dimension, and for each verdict.
func (p GroupShown) wordTable() [][]GroupCell {
	rows := [][]GroupCell{textCells(p.Say("table.dimension"), p.Say("groupview.where"), p.Say("groupview.how_many"), p.Say("groupview.people"))}
	for _, b := range p.Picture.Dimensions {
		d := p.dimension(b.Key)
		for _, band := range everyBand {
			rows = append(rows, append(textCells(d.Name, p.end(d, band), GroupWord(p.Language, b.Words[band])), GroupCell{strconv.Itoa(b.N), true}))
		}
	}
	for _, row := range p.verdicts() {
		rows = append(rows, append(textCells(p.Say("groupview.verdicts"), row.name, row.said), GroupCell{strconv.Itoa(p.Picture.N), true}))
	}
	return rows
}
