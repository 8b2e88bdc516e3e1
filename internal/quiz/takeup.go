package quiz

// Taken is what a link to go on later holds of a journey's origin, and what a
// browser that goes on from one has instead of a seed. The link says which
// journey it is and in which order options are shown. Of the seed, which leads
// to the result, it says nothing; nor can whoever made the link tell the secret
// of the browser that takes it up.
type Taken struct {
	Origin  [16]byte // the second half of the journey's key
	Shuffle Shuffle
	Secret  Secret // of this browser alone; zero in a link
}

// Origin is the key of the journey, in every browser that goes on with it: that
// of the result it would end in where it began.
func (j Journey) Origin() ResultID {
	if j.Taken == (Taken{}) {
		return j.Owner().ID()
	}
	return keyOf(dayOf(j.Started), j.Taken.Origin)
}

// TakenFrom is the Origin of a journey that ends under another key than where it
// began, else zero.
func (j Journey) TakenFrom() ResultID {
	if j.Taken == (Taken{}) || j.Origin() == j.Owner().ID() {
		return ResultID{}
	}
	return j.Origin()
}

// Shuffle decides sides and order of options, in every browser alike.
func (j Journey) Shuffle() Shuffle {
	if j.Taken == (Taken{}) {
		return j.Seed.Shuffle()
	}
	return j.Taken.Shuffle
}

// Link is the journey as a link to go on later carries it: without what opens
// its result, or an earlier one.
func (j Journey) Link() Journey { return j.withSecret(Secret{}) }

// TakeUp is the journey of a link in a browser that goes on with it. Its result
// will open with that browser's own secret, whatever the link holds.
func (j Journey) TakeUp(random [16]byte) Journey { return j.withSecret(random) }

func (j Journey) withSecret(secret Secret) Journey {
	j.Taken = Taken{Origin: j.Origin().hash(), Shuffle: j.Shuffle(), Secret: secret}
	j.Seed, j.Earlier, j.Finished = Seed{}, Owner{}, false
	return j
}

// CatchUp is the journey where a link of it is opened in a browser that has it
// already: the steps of the link, and all else as it was here.
func (j Journey) CatchUp(link Journey) Journey {
	j.Steps, j.Touched, j.Full, j.Stopped = link.Steps, link.Touched, link.Full, link.Stopped
	if j.Touched.Before(j.Started) {
		j.Touched = j.Started
	}
	return j
}

// Apart makes a journey of its own of one that another browser has finished, so
// that its answers are not lost. Doing it twice gives the same.
func (j Journey) Apart() Journey {
	shuffle, earlier := j.Shuffle(), j.Earlier
	if j.Taken == (Taken{}) {
		sum := j.Seed.derive("apart")
		j = j.TakeUp([16]byte(sum[:16]))
	}
	j.Taken = Taken{Origin: j.Owner().ID().hash(), Shuffle: shuffle, Secret: j.Taken.Secret}
	j.Earlier = earlier
	return j
}

// Opens reports whether the journey has what opens the result it ends in: all
// have but those of links.
func (j Journey) Opens() bool { return j.Taken == (Taken{}) || j.Taken.Secret != (Secret{}) }
