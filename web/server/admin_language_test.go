package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
)

func TestAGermanAdminReadsTheirPagesInGerman(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	v := h.in(t, germans)
	v.get("/admin/sign-in").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t, "Um das Quiz zu machen, braucht es kein Konto")
	v.post("/admin/guide", "guide.credit", "Was ich schrieb").want(t, http.StatusUnauthorized).says(t, "Deine Sitzung ist zu Ende").has(t, `name="typed.guide.credit" value="Was ich schrieb"`)
	v.signIn("", "").want(t, http.StatusUnprocessableEntity).says(t, "Fehler:", "Gib deine E-Mail-Adresse ein", "Gib dein Passwort ein")
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther, "/admin")
	v.get("/admin/account").says(t, "Dein Konto", "mira@example.org, Inhaber", "Zweiten Faktor einrichten")
	v.post("/admin/account/password", "current", password, "password", "kurz", "again", "kurz").
		want(t, http.StatusUnprocessableEntity).says(t, "Nimm mindestens 12 Zeichen")
	v.post("/admin/account/second-factor", "secret", auth.NewTOTPSecret(), "code", "123456").
		want(t, http.StatusUnprocessableEntity).says(t, "Das ist nicht der Code, den deine App jetzt zeigt")
	v.post("/admin/admins", "email", "mira@example.org", "role", "editor").
		want(t, http.StatusUnprocessableEntity).says(t, "Mit dieser Adresse gibt es schon einen Admin", "Zuletzt angemeldet am")
	v.post("/admin/admins/"+h.idOf(t, "mira@example.org")+"/removal").want(t, http.StatusForbidden).
		says(t, "Das kannst du bei dir selbst nicht tun", "Zurück zu den Admins")
	v.get("/admin/guide").says(t, "Version 1 – öffentlich", "Fang einen Entwurf an", "Der Unterschied in einer Zeile")
	v.post("/admin/guide", "guide.credit", "Was ich schrieb").want(t, http.StatusConflict).says(t, "Den Entwurf, den du bearbeitet hast, gibt es nicht mehr", "Entwurf anfangen mit dem, was ich eingegeben habe")
	v.get("/admin/settings?lang=en").want(t, http.StatusSeeOther, "/admin/settings")
	v.get("/admin/settings").has(t, `<html lang="en">`).says(t, "The scoring model", "Title of the quiz")
}

func TestAGermanAdminIsToldInGermanHowLongToWait(t *testing.T) {
	h := open(t)
	h.admin(t, "jonas@example.org", auth.Editor)
	v := h.in(t, germans)
	for range 5 {
		v.signIn("jonas@example.org", "wrong").want(t, http.StatusUnprocessableEntity).says(t, "Die E-Mail-Adresse oder das Passwort stimmt nicht")
	}
	v.signIn("jonas@example.org", password).want(t, http.StatusTooManyRequests).says(t, "Zu viele Versuche. Warte 30 Sekunden")
}
