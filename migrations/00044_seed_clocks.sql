-- The time zones of the cities. A city that staff have edited keeps what they left; its zone is theirs to fill in.

-- +goose Up
with kept as (
	insert into sources (slug, title, publisher, url, language, quality, note_id, note_en) values
		('tzdb', 'Time Zone Database', 'IANA', 'https://www.iana.org/time-zones', 'en', 'secondary',
			'Zona tiap kota dipilih menurut negara dan wilayah. Selisih jamnya dihitung dari salinan basis data ini di dalam program.',
			'The zone of each city is chosen by country and region. Its difference is calculated from the copy of this database in the program.')
	returning id, slug, title
)
select seed_draft('source', slug, id, title) from kept;
select seed_publish('source', 'sources');

with told as (
	select * from (values
		('bandung', 'Asia/Jakarta'),
		('bari', 'Europe/Rome'),
		('bengaluru', 'Asia/Kolkata'),
		('braunschweig', 'Europe/Berlin'),
		('busan', 'Asia/Seoul'),
		('cebu', 'Asia/Manila'),
		('cotabato', 'Asia/Manila'),
		('cuenca', 'America/Guayaquil'),
		('fort-worth', 'America/Chicago'),
		('hamamatsu', 'Asia/Tokyo'),
		('hangzhou', 'Asia/Shanghai'),
		('hannover', 'Europe/Berlin'),
		('kawasaki', 'Asia/Tokyo'),
		('kuala-lumpur', 'Asia/Kuala_Lumpur'),
		('liuzhou', 'Asia/Shanghai'),
		('melbourne', 'Australia/Melbourne'),
		('miami', 'America/New_York'),
		('namur', 'Europe/Brussels'),
		('paris', 'Europe/Paris'),
		('petaling-jaya', 'Asia/Kuala_Lumpur'),
		('seoul', 'Asia/Seoul'),
		('suwon', 'Asia/Seoul'),
		('sydney', 'Australia/Sydney'),
		('tokyo', 'Asia/Tokyo'),
		('toyota', 'Asia/Tokyo'),
		('wroclaw', 'Europe/Warsaw'),
		('yingkou', 'Asia/Shanghai')
	) as zone (slug, name)
), kept as (
	update cities
	set time_zone = told.name
	from told
	where cities.id = seed_id('city', told.slug)
		and cities.version = 1
	returning told.slug
)
select seed_cite('city', slug, 'time_zone', '{tzdb}') from kept;
select seed_amend('city', 'cities');

-- +goose Down
delete from citations
where kind = 'city'
	and field = 'time_zone'
	and source_id = seed_id('source', 'tzdb');
update cities
set time_zone = ''
where version = 1;
select seed_amend('city', 'cities');

alter table changes disable trigger changes_are_final;
delete from sources where id = seed_id('source', 'tzdb');
delete from changes where key = 'seed:source:tzdb';
alter table changes enable trigger changes_are_final;
