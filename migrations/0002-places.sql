-- Places: administrative units that stay themselves while codes, names and parents move.

create table place (
  id uuid primary key,
  level text not null check (level in ('province', 'district', 'commune', 'village')),
  -- Centre point, WGS 84 degrees; null where nobody has given one.
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Its cell in the position diagram, which shows no boundaries.
  tile_col smallint,
  tile_row smallint,
  deleted_at timestamptz,
  check ((latitude is null) = (longitude is null)),
  check ((tile_col is null) = (tile_row is null))
);

-- What a place was called and coded, and what it belonged to, from day to day (both days inclusive).
create table place_version (
  place uuid not null references place,
  -- null: since before our lists begin. Nothing is claimed about when.
  valid_from date,
  valid_to date,
  -- Official code of the statistics office; villages have none. Never a key alone: codes move.
  code text,
  name jsonb not null,
  sort_key text not null,
  -- 'Xã', 'Phường', 'Thị trấn' … as data: types come and go with the law.
  type text not null,
  parent uuid references place,
  legal_basis text,
  unique nulls not distinct (place, valid_from),
  check (valid_to >= valid_from)
);
create index place_version_code on place_version (code, valid_to);
create index place_version_parent on place_version (parent);

-- Every way to write a name: with its type and without, old spellings, variants. Folded = no marks, lower case.
create table place_name (
  place uuid not null references place,
  text text not null,
  folded text not null,
  kind text not null check (kind in ('official', 'short', 'spelling')),
  -- The days on which this was a name of the place; a spelling is good at any time.
  valid_from date,
  valid_to date,
  primary key (place, text, kind)
);
create index place_name_folded on place_name (folded text_pattern_ops);

-- Who became whom. `share` is the part of `from_place` that went to `to_place` (1 = whole).
create table place_lineage (
  from_place uuid not null references place,
  to_place uuid not null references place,
  kind text not null check (kind in ('merge', 'split', 'rename', 'recode')),
  share numeric not null default 1 check (share > 0 and share <= 1),
  -- The first day of the new order.
  effective_on date not null,
  legal_basis text,
  primary key (from_place, to_place, effective_on),
  check (from_place <> to_place)
);
create index place_lineage_to on place_lineage (to_place);

-- The same unit in other people's systems (map publisher, tax office, home ministry).
create table place_external_id (
  place uuid not null references place,
  system text not null,
  value text not null,
  primary key (system, value, place)
);
