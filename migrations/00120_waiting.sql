-- What keeps the list of what waits for a person honest: mail when a citizen's letter comes, and a last word on a report that will
-- never come.

-- +goose Up
alter table notices add column letters boolean not null default true;
comment on column notices.letters is 'For who reviews, as handed_in';

alter table activities
	add column report_absent_id text not null default '',
	add column report_absent_en text not null default '',
	add constraint activities_report_absent_check check (report_absent_id = '' or report_received_on is null);

-- +goose Down
alter table activities
	drop column report_absent_id,
	drop column report_absent_en;

alter table notices drop column letters;
