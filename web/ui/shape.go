package ui

import (
	"math"
	"regexp"
	"strconv"
)

// Shape is an outline around 0, 0, about 24 units wide: a person in a
// comparison, a role among many. Colours run out before shapes with a letter or
// a number in them do.
type Shape struct {
	path     string
	Baseline float32 // where a number in it has its baseline
}

// The shapes are a circle, a square, a diamond, a triangle, a hexagon and a
// cross.
var shapes = []Shape{
	{"M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z", 4.5},
	{"M-10-10h20v20h-20z", 4.5},
	{"M0-13L13 0L0 13L-13 0z", 4.5},
	{"M0-13L13 10L-13 10z", 8.5},
	{"M-6-11h12l6 11l-6 11h-12l-6-11z", 4.5},
	{"M-5-12h10v7h7v10h-7v7h-10v-7h-7v-10h7z", 4.5},
}

// ShapeOf is the shape at a place, from 0; they come again after the last.
func ShapeOf(place int) Shape { return shapes[place%len(shapes)] }

// Path is the outline as SVG writes it.
func (s Shape) Path() string { return s.path }

// Point is a place in a drawing; y grows downwards.
type Point struct{ X, Y float32 }

var (
	stepOfPath   = regexp.MustCompile(`[MLlhva][^MLlhvaz]*`)
	numberOfPath = regexp.MustCompile(`-?\d+`)
)

// Outline is the same as corners, for who draws without SVG.
func (s Shape) Outline() []Point {
	var corners []Point
	var at Point
	for _, step := range stepOfPath.FindAllString(s.path, -1) {
		n := numbers(step)
		switch step[0] {
		case 'M', 'L':
			at = Point{n[0], n[1]}
		case 'l':
			at = Point{at.X + n[0], at.Y + n[1]}
		case 'h':
			at.X += n[0]
		case 'v':
			at.Y += n[0]
		case 'a':
			corners = append(corners, halfCircle(at, n[5])...)
			at.X += n[5]
		}
		corners = append(corners, at)
	}
	return corners
}

func numbers(step string) []float32 {
	var list []float32
	for _, digits := range numberOfPath.FindAllString(step, -1) {
		n, _ := strconv.Atoi(digits)
		list = append(list, float32(n))
	}
	return list
}

// halfCircle is the way from a point to the one that far to the right of it, as
// corners nobody sees: below it, or above it on the way back.
func halfCircle(from Point, across float32) []Point {
	const corners = 24
	var way []Point
	for i := 1; i < corners; i++ {
		sin, cos := math.Sincos(math.Pi * float64(i) / corners)
		way = append(way, Point{from.X + across/2*float32(1-cos), from.Y + across/2*float32(sin)})
	}
	return way
}
