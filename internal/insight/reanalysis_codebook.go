package insight

import (
	"strconv"

	"whichpm/internal/quiz"
)

// ReanalysisCodebook says what each column of the tables holds, with a row for
// each code a column can have.
func ReanalysisCodebook(v *quiz.Version) [][]string {
	b := book{{"file", "column", "code", "meaning", "kind", "question"}}
	b.results(v)
	b.items(v)
	b.roles()
	b.settings(v)
	return b
}

// book is a codebook that is being written.
type book [][]string

func (b *book) add(file, column, code, meaning string) {
	*b = append(*b, []string{file, column, code, meaning, "", ""})
}

func (b *book) results(v *quiz.Version) {
	add := func(column, code, meaning string) { b.add("results.csv", column, code, meaning) }
	add("version", strconv.FormatInt(v.ID, 10), "The version of the quiz that was answered")
	add("month", "YYYY-MM", "The month the quiz was finished in, in UTC")
	add("form", string(quiz.Short), "Not every question was asked: the quiz stopped when the first role was settled")
	add("form", string(quiz.Full), "Every question was asked, because the taker chose so or the short form came so far")
	add("form", string(quiz.FullByLot), "Every question was asked, because the lot fell on the taker")
	add("hurried", truth(true), "The answers looked hurried: statistics leave the result out")
	add("hurried", truth(false), "Statistics count the result")
	for _, row := range verdictCodes(v) {
		add(row[0], row[1], row[2])
	}
	for _, r := range v.Roles {
		add(chanceColumn(r), "from 0 to 1", "P of the role when the result was made: "+r.Name)
	}
	for _, r := range v.Roles {
		add("job", r.Key, "Says to work or have worked in: "+r.Name)
	}
	add("job", quiz.OtherRole, "Says to work or have worked in another job")
	add("job", "", "Said no job, or took it back")
	add("job_time", under, "In that job for less than a year")
	add("job_time", longer, "In that job for a year or more")
	add("job_time", "", "Said no job")
	add("job_agreed", toMeasure, "Agreed that the job is kept to measure how often the quiz is right")
	add("job_agreed", toPublish, "Agreed to that, and to being published in a group: open data has those groups")
	add("job_agreed", "", "Said no job")
	add("order", "keys", "The questions in the order in which they were asked")
	for _, q := range v.Questions {
		*b = append(*b, inFile("results.csv", optionCodes(q, blank{skipped, "Skipped"}, blank{"", "Not asked"}))...)
	}
	for _, q := range v.Questions {
		switch q.Kind.Arrangement() {
		case quiz.Turned:
			add(shownColumn(q), truth(true), "The second statement was shown first")
			add(shownColumn(q), truth(false), "The first statement was shown first")
		case quiz.Shuffled:
			add(shownColumn(q), "from 1 to "+strconv.Itoa(len(q.Options)), "The place at which the chosen way to act was listed")
		case quiz.Fixed:
			continue
		}
		add(shownColumn(q), "", "Not answered")
	}
}

func (b *book) items(v *quiz.Version) {
	add := func(column, code, meaning string) { b.add("items.csv", column, code, meaning) }
	add("question", "key", "The question, as in answer_key of results.csv")
	add("kind", "", "How it is answered, such as agree5, pair5 or choice")
	add("shown", "fixed", "Everybody sees the options in this order")
	add("shown", "turned", "Half of the people see them the other way round: shown_key of results.csv says who")
	add("shown", "shuffled", "Everybody sees another order: shown_key of results.csv says where the chosen one was")
	add("retired", truth(true), "Not asked in this version and in no statistic")
	add("strength", "number", "What the question counts for in the scoring; 1 is usual")
	add("dimension", "key", "Its main dimension: that of its largest loading, of equals the first; empty if it is retired or says nothing")
	add("towards_first", "1", "Counts for all dimensions together: a positive loading speaks for the first role against the second")
	add("towards_first", "-1", "The same, the other way round")
	add("towards_first", "0", "Does not count for all dimensions together")
	add("option", "from 0", "The option, as in results.csv")
	for _, d := range v.Dimensions {
		add("loading_"+d.Key, "from -1 to 1", "How far the option speaks for an end of the dimension, 1 for: "+d.Positive)
	}
}

func (b *book) roles() {
	add := func(column, code, meaning string) { b.add("roles.csv", column, code, meaning) }
	add("role", "key", "The role; they stand in the order of the version")
	add("prior", "number", "How common the role is before any answer")
	add("dimension", "key", "The dimension")
	add("mean", "SDs", "Where people in the role stand on it")
	add("spread", "SDs", "SD of people within the role")
	add("se", "SDs", "Standard error of the mean")
	add("weight", "from 0 to 1", "How much it counts for the verdict; a dimension to which all roles give 0 is not scored")
}

func (b *book) settings(v *quiz.Version) {
	for _, s := range settingRows(v, 0) {
		b.add("settings.csv", s.name, "number", s.meaning)
	}
}

func inFile(file string, rows [][]string) [][]string {
	for i, row := range rows {
		rows[i] = append([]string{file}, row...)
	}
	return rows
}
