-- What staff did, for whoever must answer for it: sign-ins, access, decisions, exports. Rows are added and never changed; they go
-- only by the function that keeps the retention time, and never before a year has passed.

-- +goose Up
create table traces (
	id         bigint generated always as identity primary key,
	done_at    timestamptz not null default now(),
	kind       text not null constraint traces_kind_check check (kind ~ '^[a-z_]{1,40}$'),
	staff_id   bigint constraint traces_staff_id_fkey references staff,
	who        text not null default '',
	about_kind text not null default '',
	about_id   bigint,
	about      text not null default '',
	was        text not null default '',
	became     text not null default ''
);
create index traces_staff_id_idx on traces (staff_id, id);
create index traces_kind_idx on traces (kind, id);
create index traces_done_at_idx on traces (done_at);
comment on table traces is 'The audit trail. Never holds passwords, codes, tokens or contact data';

-- +goose StatementBegin
create function traces_are_final() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then
		if current_setting('kotakembar.forgetting', true) = 'on' and old.done_at < now() - interval '1 year' then
			return old;
		end if;
	end if;
	raise exception 'the audit trail stays as it is' using constraint = 'traces_are_final';
end $$;
-- +goose StatementEnd
create trigger traces_are_final before update or delete on traces
	for each row execute function traces_are_final();
create trigger traces_are_not_emptied before truncate on traces
	for each statement execute function traces_are_final();

-- +goose StatementBegin
create function traces_forget(before timestamptz) returns bigint language plpgsql set kotakembar.forgetting = 'on' as $$
declare
	gone bigint;
begin
	delete from traces where done_at < before;
	get diagnostics gone = row_count;
	return gone;
end $$;
-- +goose StatementEnd
comment on function traces_forget is 'The only way by which rows of the audit trail go: those before an instant that lies a year back or more';

-- +goose Down
drop table traces;
drop function traces_are_final, traces_forget;
