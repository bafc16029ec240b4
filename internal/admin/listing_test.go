package admin_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/portal"
)

// Whatever somebody writes into an address, the house does not break.
func TestOddNumbersInAddressesBreakNoPage(t *testing.T) {
	t.Parallel()
	boss := newOffice(t, false).person("Dimas", portal.Administrator)
	numbers := []string{"2147483648", "9223372036854775807", "99999999999999999999", "-1", "-9223372036854775808", "1e9", "0x1", "%00"}
	for _, page := range []string{
		"/admin?owner=", "/admin?kind=letter&page=", "/admin/changes?author=", "/admin/changes?assignee=", "/admin/changes?city=", "/admin/changes?page=",
		"/admin/changes?record=", "/admin/audit?who=", "/admin/audit?before=", "/admin/cities?page=", "/admin/letters?page=", "/admin/links?page=",
		"/admin/translations?page=", "/admin/files?page=", "/admin/jobs?page=", "/admin/outbox?page=", "/admin/imports?page=", "/admin/reports?page=",
		"/admin/activities/new?city=", "/admin/steps/new?agreement=", "/admin/programs/new?letter=", "/admin/cities/1/history?a=", "/admin/changes/",
		"/admin/cities/new?from=", "/admin/cities/", "/admin/letters/", "/admin/batches/", "/admin/staff/", "/admin/sent-reports/", "/admin/imports/",
	} {
		for _, n := range numbers {
			if got := boss.get(page + n); got.status >= http.StatusInternalServerError {
				t.Errorf("%s: status %d", page+n, got.status)
			}
		}
	}
}
