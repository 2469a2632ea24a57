-- Objects of museums and other keepers, as their registers have them.

create table museum_object (
  id uuid primary key,
  -- In whose register it stands.
  institution uuid not null references institution,
  -- As written; null where a list has none yet.
  accession_number text,
  -- The same without blanks, in capitals: one in a register.
  number_key text,
  -- In natural order: 2 before 10.
  number_sort text,
  -- Canonical syllables of the title: what decideObjectMatch finds candidates by.
  match_key text not null,
  -- Titles in small letters without marks, for the search within a register.
  folded_title text not null,
  sort_key text not null,
  -- Everything that the register says: see ObjectFacts.
  facts jsonb not null,
  year smallint,
  -- Who may see it, in any exit; `decided` by the institution, or else by the rule for ritual things.
  audience text not null,
  decided boolean not null default false,
  batch uuid references import_batch,
  entered_at timestamptz not null,
  deleted_at timestamptz,
  changed_at timestamptz not null default now()
);
-- A number names one living object in its register.
create unique index museum_object_number on museum_object (institution, number_key)
  where deleted_at is null and number_key is not null;
create index museum_object_register on museum_object (institution, number_sort, id);
create index museum_object_match on museum_object (institution, match_key);
create index museum_object_batch on museum_object (batch, id) where batch is not null;
