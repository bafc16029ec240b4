-- An official delegation may travel within an activity of another kind: a working visit around a culture night. Such an activity
-- stands in the register of official trips, too. Of the seeded ones it is the visit to Braunschweig of June 2019.

-- +goose Up
alter table activities
	add also_trip boolean not null default false,
	add constraint activities_also_trip_check check (not also_trip or place is distinct from 'online');
with kept as (
	update activities
	set also_trip = true
	where id = seed_id('activity', 'bsw-2019')
		and version = 1
	returning id
)
select seed_cite('activity', 'bsw-2019', 'also_trip', '{patroli-2019, allrelease-2019}') from kept;
select seed_amend('activity', 'activities');

-- +goose Down
delete from citations
where kind = 'activity'
	and field = 'also_trip';
alter table activities drop also_trip;
select seed_amend('activity', 'activities');
