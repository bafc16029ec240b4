-- Images are made ready at the widths of pages in the background; those that are kept already are made again in the forms of now.

-- +goose Up
alter table files add column narrowed_at timestamptz;
create index files_image_idx on files (kept_at) where narrowed_at is null and width > 0;
comment on column files.narrowed_at is 'When an image was made ready at the widths of pages; null where that has still to be done, or the file is no image';

-- +goose Down
alter table files drop column narrowed_at;
