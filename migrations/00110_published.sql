-- Whoever keeps pages ready is told when something that readers see has changed, whichever way and on whichever copy of the program:
-- a notice goes out with the transaction that changes it, once for all that it changes.

-- +goose Up
-- +goose StatementBegin
create function tell_published() returns trigger language plpgsql as $$
begin
	perform pg_notify('published', '');
	return null;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
do $$
declare
	read_by_readers text;
begin
	foreach read_by_readers in array array[
		'activities', 'agreements', 'approvals', 'cities', 'citations', 'documents', 'files', 'limits', 'links', 'mirrors', 'old_slugs', 'opportunities',
		'outcomes', 'programs', 'promises', 'questionnaire_counts', 'questionnaires', 'rulings', 'search_documents', 'search_synonyms', 'sectors', 'snapshots', 'sources', 'steps', 'venues'
	] loop
		execute format(
			'create trigger %1$s_published after insert or update or delete or truncate on %1$I for each statement execute function tell_published()',
			read_by_readers);
	end loop;
end
$$;
-- +goose StatementEnd

-- Of changes readers see those that were applied; people who write save theirs every few seconds.
create trigger changes_published after insert or update on changes
	for each row when (new.state = 'applied') execute function tell_published();

-- Of staff readers see what they are, and never who.
create trigger staff_published after update of role on staff
	for each statement execute function tell_published();

-- +goose Down
drop trigger changes_published on changes;
drop function tell_published() cascade;
