package admin_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

func TestAdministratorReadsMailThatCouldNotBeSentAndSendsItAgain(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	mail := func(key, subject string) portal.Mail {
		return portal.Mail{
			Key: key, Kind: portal.MailAnswer, To: "siti@contoh.example", Lang: i18n.ID, Subject: subject,
			Plain: "Jawaban kami:\n\n1960.", HTML: "<p>1960.</p>", WrittenAt: time.Now(),
		}
	}
	if err := o.AddMails(t.Context(), mail("a", "Yang gagal"), mail("b", "Yang terkirim")); err != nil {
		t.Fatal(err)
	}
	if err := o.MailFailed(t.Context(), 1, "refused (550)", true); err != nil {
		t.Fatal(err)
	}
	if err := o.MailSent(t.Context(), 2, time.Now()); err != nil {
		t.Fatal(err)
	}
	boss := o.person("kepala", portal.Administrator)
	list := boss.get("/admin/outbox").is(http.StatusOK)
	for _, words := range []string{"Yang gagal", "refused (550)", "Tidak bisa dikirim", "Yang terkirim"} {
		list.holds("main table", words)
	}
	list.holds("main", "Peladen surat belum diatur")
	boss.get("/en/admin/outbox?state=kept").is(http.StatusOK).holds("main", "No mail matches.")
	boss.get("/admin/outbox/1").is(http.StatusOK).holds("main .lines", "Jawaban kami: 1960.")
	boss.get("/en/admin/outbox/2").is(http.StatusOK).holds("main", "deleted once it was sent")
	boss.post("/admin/outbox/2/send", url.Values{}).is(http.StatusConflict)
	boss.post("/admin/outbox/99/send", url.Values{}).is(http.StatusNotFound)
	if a := boss.post("/admin/outbox/1/send", url.Values{}).is(http.StatusSeeOther); a.location != "/admin/outbox?saved=outbox_send" {
		t.Errorf("leads to %q", a.location)
	}
	var waiting bool
	err := pool.QueryRow(t.Context(), `
		select state = 'waiting' and (select count(*) = 3 from river_job where kind = 'mail' and state = 'available')
		from mails where id = 1`).Scan(&waiting)
	if err != nil || !waiting {
		t.Errorf("it does not wait to be sent: %v", err)
	}
}

func TestEachPersonChoosesWhatTheyAreToldByMail(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("asep", portal.Editor), o.person("rina", portal.Reviewer)
	if n := editor.get("/admin/notices").is(http.StatusOK).page.Find("main input[name=handed_in]").Length(); n != 0 {
		t.Error("an editor is asked about reviews")
	}
	page := boss.get("/admin/notices").is(http.StatusOK)
	form := page.filled()
	if form.Get("handed_in") == "" || form.Get("decided") == "" || form.Get("reminders") == "" || form.Get("digest") != "" || form.Get("lang") != "id" {
		t.Errorf("nobody chose otherwise than is usual: %v", form)
	}
	form.Del("handed_in")
	form.Del("reminders")
	form.Set("digest", editor.get("/admin/notices").page.Find("main input[name=digest]").AttrOr("value", "on"))
	form.Set("lang", "en")
	boss.post("/admin/notices", form).is(http.StatusSeeOther)
	again := boss.get("/admin/notices?saved=notices").is(http.StatusOK)
	again.holds("main .notice", "Pilihan Anda sudah disimpan.")
	if form := again.filled(); form.Get("handed_in") != "" || form.Get("reminders") != "" || form.Get("digest") == "" || form.Get("lang") != "en" {
		t.Errorf("the choice is not kept: %v", form)
	}
	if form := editor.get("/admin/notices").filled(); form.Get("lang") != "id" {
		t.Errorf("it became that of another person: %v", form)
	}
	form.Set("lang", "xx")
	boss.post("/admin/notices", form).is(http.StatusUnprocessableEntity)
}
