package static

import (
	"sync"

	"whichpm/internal/brand"
	"whichpm/internal/colour"
)

// Grounds are the colours of the style sheet that texts stand on.
var Grounds = sync.OnceValue(func() brand.Grounds {
	css, err := files.ReadFile("app.css")
	if err != nil { // the file is part of the program
		panic(err)
	}
	sheet, err := colour.Read(string(css))
	if err != nil { // tests read it first
		panic(err)
	}
	var on brand.Grounds
	for _, name := range []string{"bg", "surface", "sunken"} {
		on.Light, on.Dark = append(on.Light, sheet[name].Light), append(on.Dark, sheet[name].Dark)
	}
	return on
})
