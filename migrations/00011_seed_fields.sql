-- Fields of cooperation with the goals they serve (our own mapping) and Bandung's four groups; and the stages, all without a time
-- limit, because no limit has been verified.

-- +goose Up
with kept as (
	insert into sectors (code, name_id, name_en, sdgs, field_group) values
		('ECO', 'Ekonomi, perdagangan, investasi', 'Trade and investment', '{8,17}', 1),
		('UMK', 'UMKM', 'Small enterprise', '{8}', 1),
		('CRE', 'Ekonomi kreatif', 'Creative economy', '{8,11}', 1),
		('STA', 'Perusahaan rintisan', 'Startups', '{8,9}', 1),
		('IND', 'Industri', 'Industry', '{9}', 1),
		('TUR', 'Pariwisata', 'Tourism', '{8,12}', 1),
		('IPT', 'Ilmu pengetahuan dan teknologi', 'Science and technology', '{9}', 2),
		('ICT', 'Kota cerdas dan digital', 'Smart city', '{9,16}', 2),
		('GOV', 'Pemerintahan', 'Administration', '{16,17}', 2),
		('URB', 'Tata kota', 'Urban planning', '{11}', 2),
		('RES', 'Ketahanan kota', 'Resilience', '{11,13}', 2),
		('DRM', 'Kebencanaan dan kebakaran', 'Disaster and fire', '{11,13}', 4),
		('TRA', 'Transportasi', 'Transport', '{11,9}', 4),
		('EDU', 'Pendidikan', 'Education', '{4}', 3),
		('HRD', 'SDM dan pelatihan', 'Human resources', '{4,8}', 3),
		('YTH', 'Kepemudaan', 'Youth', '{4,8}', 3),
		('SPO', 'Olahraga', 'Sport', '{3}', 3),
		('CUL', 'Kebudayaan', 'Culture', '{11,16}', 3),
		('SOS', 'Kesejahteraan sosial', 'Social welfare', '{1,10}', 3),
		('HEA', 'Kesehatan', 'Health', '{3}', 4),
		('ENV', 'Lingkungan', 'Environment', '{13,15}', 4),
		('WST', 'Persampahan', 'Waste', '{12,11}', 4),
		('WAT', 'Air bersih', 'Water', '{6}', 4),
		('AIR', 'Kualitas udara', 'Air quality', '{11,3}', 4),
		('ENE', 'Energi', 'Energy', '{7,13}', 4)
	returning id, code, name_id
)
select seed_draft('sector', code, id, name_id) from kept;
select seed_publish('sector', 'sectors');

with kept as (
	insert into limits (stage) values
		('initiative'), ('exploration'), ('loi'), ('plan'), ('dprd'), ('verification'), ('draft'), ('partner_consent'),
		('full_powers'), ('signed'), ('implementing'), ('monitoring'), ('renewed'), ('amended'), ('ended'), ('lapsed')
	returning id, stage
)
select seed_draft('limit', stage, id, stage) from kept;
select seed_publish('limit', 'limits');

-- +goose Down
select seed_take_back('limit', 'limits');
select seed_take_back('sector', 'sectors');
