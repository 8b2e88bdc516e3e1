package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestAStatementAddedInASpreadsheetIsAnsweredOnTheScaleOfTheOthers(t *testing.T) {
	base := content.First()
	labels, _ := base.ScaleLabels(quiz.Agree)
	for name, written := range map[string][]string{"with the labels of the others": labels, "without labels": {"", "", "", "", ""}} {
		t.Run(name, func(t *testing.T) {
			v := read(t, cells(t, base, func(rows []map[string]string) []map[string]string {
				for i, label := range written {
					row := map[string]string{"option": fmt.Sprint(i + 1), "label": label, "loading_spark": []string{"-1", "-0,5", "", "0,5", "1"}[i]}
					if i == 0 {
						row["kind"], row["text"] = string(quiz.Agree), "I draw before I talk."
					}
					rows = append(rows, row)
				}
				return rows
			}), base)
			added := v.Questions[slices.IndexFunc(v.Questions, func(q quiz.Question) bool { return q.Text == "I draw before I talk." })]
			if v.OwnLabels(added) {
				t.Errorf("its steps are called %+v", added.Options)
			}
			missing, _ := v.Missing("de")
			if len(missing) != 1 || missing[0].Field != "questions."+added.Key+".text" {
				t.Errorf("the translator still has to write %v", missing)
			}
		})
	}
}

func TestAScaleWithTooManyStepsIsToldTheOneNumberThatFits(t *testing.T) {
	base := content.First()
	statement := base.Questions[slices.IndexFunc(base.Questions, func(q quiz.Question) bool { return q.Kind == quiz.Agree })]
	body := cells(t, base, func(rows []map[string]string) []map[string]string {
		return slices.DeleteFunc(rows, func(row map[string]string) bool { return row["key"] == statement.Key && row["option"] == "5" })
	})
	_, found := content.Read(body, base)
	if len(found) == 0 || !strings.Contains(found[0].String(), "Keep exactly 5 of these; there are 4") {
		t.Errorf("it says %v", found)
	}
}
