package adminview

// What the filter knows beside words, dimensions and kinds.
const (
	OnlyAsked   = "asked"
	OnlyRetired = "retired"
	WithErrors  = "errors"
	WithAdvice  = "advice"
	TellsLittle = "tell_little"
	WorthALook  = "look"
)
