package main
import "testing"
func TestTmp(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	p.Click("Go on as soon as I click an answer")
	p.ChooseAtAndGoOn(1)
	p.Back()
	p.ChooseAtAndGoOn(2)
}
