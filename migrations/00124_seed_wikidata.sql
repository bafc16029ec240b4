-- The cities' numbers in Wikidata, where two sources that do not rest on each other agree. Natural Earth's populated places, 1:10
-- million, give each place its number, and lie within a fifth of a degree of ours; sister-cities, a crawl of Wikidata of 2016, gives
-- the same number the same name. Left empty: Melbourne, of which both know the metropolis and not the municipality that signed;
-- Petaling Jaya and Toyota, which Natural Earth does not hold. A city that staff have edited keeps what they left.

-- +goose Up
with kept as (
	insert into sources (slug, title, publisher, url, language, quality, note_id, note_en) values
		('natural-earth', 'Populated Places, 1:10m', 'Natural Earth',
			'https://www.naturalearthdata.com/downloads/10m-cultural-vectors/10m-populated-places/', 'en', 'secondary',
			'Dari sini hanya nomor Wikidata tiap kota, bila nama pada nomor itu sama di tautan kota kembar Wikidata tahun 2016.',
			'Of this the number in Wikidata of each city alone, where the twin-town links of Wikidata of 2016 give that number the same name.')
	returning id, slug, title
)
select seed_draft('source', slug, id, title) from kept;
select seed_publish('source', 'sources');

with told as (
	select * from (values
		('bandung', 'Q10389'),
		('bari', 'Q3519'),
		('bengaluru', 'Q1355'),
		('braunschweig', 'Q2773'),
		('busan', 'Q16520'),
		('cebu', 'Q1467'),
		('cotabato', 'Q726993'),
		('cuenca', 'Q54886'),
		('fort-worth', 'Q16558'),
		('hamamatsu', 'Q185125'),
		('hangzhou', 'Q4970'),
		('hannover', 'Q1715'),
		('kawasaki', 'Q164234'),
		('kuala-lumpur', 'Q1865'),
		('liuzhou', 'Q38968'),
		('miami', 'Q8652'),
		('namur', 'Q134121'),
		('paris', 'Q90'),
		('seoul', 'Q8684'),
		('suwon', 'Q20714'),
		('sydney', 'Q3130'),
		('tokyo', 'Q1490'),
		('wroclaw', 'Q1799'),
		('yingkou', 'Q75150')
	) as number (slug, wikidata_id)
), kept as (
	update cities
	set wikidata_id = told.wikidata_id
	from told
	where cities.id = seed_id('city', told.slug)
		and cities.version = 1
		and cities.wikidata_id is null
	returning told.slug
)
select seed_cite('city', slug, 'wikidata_id', '{natural-earth, wd-2016}') from kept;
select seed_amend('city', 'cities');

-- +goose Down
update cities
set wikidata_id = null
where version = 1
	and id in (select record_id from citations where kind = 'city' and field = 'wikidata_id' and source_id = seed_id('source', 'natural-earth'));
delete from citations
where kind = 'city'
	and field = 'wikidata_id'
	and source_id in (seed_id('source', 'natural-earth'), seed_id('source', 'wd-2016'));
select seed_amend('city', 'cities');

alter table changes disable trigger changes_are_final;
delete from sources where id = seed_id('source', 'natural-earth');
delete from changes where key = 'seed:source:natural-earth';
alter table changes enable trigger changes_are_final;
