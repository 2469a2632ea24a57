-- Editions stand together as a work by their title and first author, unless a person said otherwise.

-- Whether a person chose the work: then neither an import nor a correction moves the edition.
alter table edition add column grouped_by_person boolean not null default false;

-- Where the editions of an ended work went, for its old address.
alter table work add column moved_to uuid references work;
-- Whether a person joined them there: what comes in later under the key of the ended work goes there too.
alter table work add column joined boolean not null default false;
create index work_moved_to on work (moved_to) where moved_to is not null;
