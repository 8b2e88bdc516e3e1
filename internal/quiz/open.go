package quiz

import "time"

// Month counts months from the year 0, in UTC.
type Month int64

// MonthOf returns the month a moment lies in.
func MonthOf(t time.Time) Month {
	year, month, _ := t.UTC().Date()
	return Month(year*12 + int(month) - 1)
}

// Start is the first moment of the month.
func (m Month) Start() time.Time {
	return time.Date(int(m/12), time.Month(m%12+1), 1, 0, 0, 0, 0, time.UTC)
}

func (m Month) String() string { return m.Start().Format("2006-01") }

// OpenRow says that a result is in open data, in which group and month. All of
// a group are published, or none.
type OpenRow struct {
	Result  ResultID
	Version int64
	Month   Month // in which they said their job
	Group   int64
	People  int // in the group when it was published
}

// OpenReport is a row of open data with what it is made from.
type OpenReport struct {
	OpenRow
	Reported
}
