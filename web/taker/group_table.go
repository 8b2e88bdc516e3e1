package taker

import (
	"fmt"
	"math"
	"net/http"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/takerview"
	"whichpm/web/wire"
)

// downloadPicture is the picture of an anonymous group as a table.
func (t *Taker) downloadPicture(w http.ResponseWriter, r *http.Request) error {
	g, err := t.invited(r)
	if err != nil {
		return err
	}
	if !g.Released() {
		return quiz.ErrNotFound
	}
	return t.sendPicture(w, r, g)
}

// downloadJoined is what a member sees of a group with names as a table.
func (t *Taker) downloadJoined(w http.ResponseWriter, r *http.Request) error {
	x, err := t.joiningOf(r)
	if err != nil {
		return err
	}
	if !x.in || !x.group.Live() {
		return quiz.ErrNotFound
	}
	return t.sendPicture(w, r, x.group)
}

// sendPicture gives what a group shows as a table: the same to members and to their
// organiser.
func (t *Taker) sendPicture(w http.ResponseWriter, r *http.Request, g quiz.Group) error {
	shown, err := t.groupShown(w, r, g, quiz.ResultID{})
	if err != nil {
		return err
	}
	sheet := content.Sheet{Marked: true, DecimalComma: shown.DecimalComma()}
	var rows [][]string
	for _, cells := range shown.Table(func(x float64) string { return sheet.Number(math.Round(100*x)/100, 3) }) {
		row := make([]string, len(cells))
		for i, cell := range cells {
			if row[i] = cell.Text; !cell.Number { // a number is no formula
				row[i] = content.Cell(cell.Text)
			}
		}
		rows = append(rows, row)
	}
	w.Header().Set("Content-Disposition", `attachment; filename="whichpm-group.csv"`)
	return wire.Send(w, r, http.StatusOK, "text/csv; charset=utf-8", sheet.Write(rows))
}

// showJoinedHandout is the paper of a member who leads a talk about the group.
func (t *Taker) showJoinedHandout(w http.ResponseWriter, r *http.Request) error {
	x, err := t.joiningOf(r)
	if err != nil {
		return err
	}
	if !x.in || !x.group.Live() {
		return quiz.ErrNotFound
	}
	return t.showHandout(w, r, x.group)
}

// showOrganisedHandout is the paper of an organiser who leads that talk.
func (t *Taker) showOrganisedHandout(w http.ResponseWriter, r *http.Request) error {
	g, err := t.organisedShown(r)
	if err != nil {
		return err
	}
	return t.showHandout(w, r, g)
}

// downloadOrganised is what members see too as a table.
func (t *Taker) downloadOrganised(w http.ResponseWriter, r *http.Request) error {
	g, err := t.organisedShown(r)
	if err != nil {
		return err
	}
	return t.sendPicture(w, r, g)
}

// organisedShown loads a group that shows something to its organiser.
func (t *Taker) organisedShown(r *http.Request) (quiz.Group, error) {
	_, g, err := t.organised(r)
	if err != nil || g.Released() {
		return g, err
	}
	if !g.Live() {
		return g, quiz.ErrNotFound
	}
	members, _, err := t.store.GroupMembers(r.Context(), g.ID)
	if err != nil {
		return g, fmt.Errorf("load members: %w", err)
	}
	if len(members) == 0 {
		return g, quiz.ErrNotFound
	}
	return g, nil
}

// showHandout gives whoever leads a talk two pages to print.
func (t *Taker) showHandout(w http.ResponseWriter, r *http.Request, g quiz.Group) error {
	shown, err := t.groupShown(w, r, g, quiz.ResultID{})
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, takerview.Handout(shown))
}
