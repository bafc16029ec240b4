-- A council may discuss a tie while it decides about something else: that is neither its approval nor a refusal. What is known of
-- Hamamatsu is such a case, as its note says.

-- +goose Up
alter table approvals drop constraint approvals_decision_check;
alter table approvals add constraint approvals_decision_check check (decision in ('pending', 'approved', 'refused', 'discussed'));

update approvals
set decision = 'discussed'
where id = seed_id('approval', 'hamamatsu-dprd-2015-03')
	and version = 1;
select seed_amend('approval', 'approvals');

-- +goose Down
update approvals
set decision = 'approved'
where decision = 'discussed';
select seed_amend('approval', 'approvals');

alter table approvals drop constraint approvals_decision_check;
alter table approvals add constraint approvals_decision_check check (decision in ('pending', 'approved', 'refused'));
