package insight_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"whichpm/internal/insight"
)

func TestAccuracyIsNotMeasuredUntilEveryRoleHasEnoughPeople(t *testing.T) {
	m := insight.Matrix{Roles: []string{"a", "b"}, Counts: [][]int64{{30, 10, 10}, {1, 1, 1}}}
	if a := m.Accuracy(); a.Measured || a.Fewest != 3 {
		t.Errorf("measured %v with %d in the smallest role", a.Measured, a.Fewest)
	}
	p := m.Public()
	if p.Measured || !p.All.Hidden || !p.ByRole[0].Hidden || !p.Cells[0][0].Hidden || !p.Chance.Hidden {
		t.Errorf("something is shown: %+v", p)
	}
	if p.N[1] != 3 {
		t.Errorf("n is %d, want 3: a page says how far it is", p.N[1])
	}
	if a := (insight.Matrix{}).Accuracy(); a.Measured || a.Fewest != 0 {
		t.Errorf("nobody: %+v", a)
	}
}

func TestAMatrixWithEnoughInEveryCellIsShownWhole(t *testing.T) {
	m := insight.Matrix{Roles: []string{"a", "b"}, Counts: [][]int64{{30, 10, 5}, {9, 12, 8}}}
	p := m.Public()
	for i, row := range p.Cells {
		for j, c := range row {
			if c.Hidden || c.N != m.Counts[i][j] {
				t.Errorf("cell %d, %d is %+v", i, j, c)
			}
		}
	}
	if p.All.Right != 42 || p.ByRole[0].Named != 40 || p.Chance.Value != m.Accuracy().Chance {
		t.Errorf("%+v", p)
	}
}

// A cell can be derived if every matrix that would be published alike has the
// same number in it. Matrices that differ in one or two people are enough to
// show that it cannot.
func TestAHiddenCellCannotBeDerived(t *testing.T) {
	rng := rand.New(rand.NewPCG(31, 1))
	levels := map[string]int{}
	for range 3000 {
		m := drawnMatrix(rng, 2+rng.IntN(3))
		p := m.Public()
		shown := fmt.Sprint(p.Measured, p.All.Hidden, p.ByRole[0].Hidden, p.Chance.Hidden)
		levels[shown]++
		for i, row := range p.Cells {
			for j, c := range row {
				if !c.Hidden && p.Measured && m.Counts[i][j] < insight.MinPublic {
					t.Fatalf("%v shows cell %d, %d", m.Counts, i, j)
				}
				if c.Hidden && p.Measured && !ambiguous(m, p, i, j) {
					t.Fatalf("%v tells cell %d, %d", m.Counts, i, j)
				}
			}
		}
	}
	if len(levels) < 4 {
		t.Errorf("only %v were tried", levels)
	}
}

func drawnMatrix(rng *rand.Rand, roles int) insight.Matrix {
	m := insight.Matrix{}
	most := []int{8, 14, 40}[rng.IntN(3)]
	for i := range roles {
		m.Roles = append(m.Roles, fmt.Sprint(i))
		row := make([]int64, roles+1)
		for j := range row {
			row[j] = int64(rng.IntN(most))
		}
		for n := row[0] + row[1] + row[2]; n < insight.MinReported; n++ {
			row[rng.IntN(len(row))]++
		}
		m.Counts = append(m.Counts, row)
	}
	return m
}

// ambiguous reports whether another matrix with another number in the cell
// would be published as p: somebody of the role is moved to or from the cell,
// and it may be somebody of another role too.
func ambiguous(m insight.Matrix, p insight.PublicMatrix, i, j int) bool {
	for other := range m.Counts[i] {
		for _, to := range [][2]int{{j, other}, {other, j}} {
			if other == j || !move(m, i, to[0], to[1]) {
				continue
			}
			found := alike(m, p)
			for row := range m.Counts {
				found = found || row != i && alikeAfterOne(m, p, row)
			}
			move(m, i, to[1], to[0])
			if found {
				return true
			}
		}
	}
	return false
}

func alikeAfterOne(m insight.Matrix, p insight.PublicMatrix, row int) bool {
	for from := range m.Counts[row] {
		for to := range m.Counts[row] {
			if from == to || !move(m, row, from, to) {
				continue
			}
			found := alike(m, p)
			move(m, row, to, from)
			if found {
				return true
			}
		}
	}
	return false
}

func alike(m insight.Matrix, p insight.PublicMatrix) bool { return reflect.DeepEqual(m.Public(), p) }

// move is false where there is nobody to move.
func move(m insight.Matrix, row, from, to int) bool {
	if m.Counts[row][from] == 0 {
		return false
	}
	m.Counts[row][from]--
	m.Counts[row][to]++
	return true
}

func TestMatricesOfTwoVersionsAddUpByRole(t *testing.T) {
	one := insight.Matrix{Roles: []string{"a", "b"}, Counts: [][]int64{{1, 2, 3}, {4, 5, 6}}, Other: 1, Short: 2}
	two := insight.Matrix{Roles: []string{"b", "c"}, Counts: [][]int64{{10, 20, 30}, {40, 50, 60}}, Other: 3}
	want := insight.Matrix{
		Roles:  []string{"a", "b", "c"},
		Counts: [][]int64{{1, 2, 0, 3}, {4, 15, 20, 36}, {0, 40, 50, 60}},
		Other:  4, Short: 2,
	}
	if got := one.Plus(two); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if one.Counts[0][0] != 1 {
		t.Error("adding changed what was added to")
	}
}

func TestWilsonKeepsWithinNoneAndAll(t *testing.T) {
	for _, c := range []struct {
		right, n int64
		want     insight.Estimate
	}{
		{0, 0, insight.Estimate{Value: 0, Low: 0, High: 1}},
		{0, 10, insight.Estimate{Value: 0, Low: 0, High: 0.27753280302605776}},
		{10, 10, insight.Estimate{Value: 1, Low: 0.7224671969739422, High: 1}},
		{1, 2, insight.Estimate{Value: 0.5, Low: 0.0945312046392008, High: 0.9054687953607992}},
	} {
		got := insight.Wilson(c.right, c.n)
		near(t, "share", got.Value, c.want.Value)
		near(t, "low", got.Low, c.want.Low)
		near(t, "high", got.High, c.want.High)
	}
}
