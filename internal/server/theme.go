package server

import (
	"net/http"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// themeCookie holds a reader's choice of appearance for a year.
const themeCookie = "theme"

// theme is the reader's choice, empty to follow the device.
func theme(r *http.Request) string {
	c, err := r.Cookie(themeCookie)
	if err != nil || c.Value != "light" && c.Value != "dark" {
		return ""
	}
	return c.Value
}

// chooseTheme keeps the choice and leads back to where it was made.
func (s *Server) chooseTheme(w http.ResponseWriter, r *http.Request) error {
	cookie := &http.Cookie{
		Name: themeCookie, Path: "/", HttpOnly: true, Secure: s.https(r), SameSite: http.SameSiteLaxMode,
		MaxAge: int(365 * 24 * time.Hour / time.Second),
	}
	switch chosen := r.PostFormValue("theme"); chosen {
	case "light", "dark":
		cookie.Value = chosen
	case "device":
		cookie.MaxAge = -1
	default:
		return respond.ErrBadRequest
	}
	http.SetCookie(w, cookie)
	back := r.PostFormValue("return")
	if !respond.Local(back) {
		back = view.Home.In(i18n.From(r.Context()))
	}
	return respond.SeeOther(w, r, back)
}
