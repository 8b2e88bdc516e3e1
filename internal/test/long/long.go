// Package long has the flag -long: with it tests do at full length what every
// run does in a short form. Only tests use it.
package long

import "flag"

var asked = flag.Bool("long", false, "do every fault and attack at full length, which takes minutes")

// Asked reports whether the tests are run at full length.
func Asked() bool { return *asked }

// Pick is the short form of a number, or with -long the full one.
func Pick(short, full int) int {
	if *asked {
		return full
	}
	return short
}
