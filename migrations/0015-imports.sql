-- Imports of every register: tables besides MARC, a layout of columns that is agreed to, entries of any kind.

alter table import_batch
  -- The register that its records come into.
  add register text not null default 'catalogue' check (register in ('catalogue', 'heritage')),
  -- Whether the kept bytes are compressed by gzip.
  add packed boolean not null default false,
  -- How a table is read: sheet, row of headings, columns, and a sample; null for every other format.
  add layout jsonb,
  drop constraint import_batch_format_check,
  add constraint import_batch_format_check check (format in ('iso2709', 'marcxml', 'delimited', 'xlsx', 'json-lines')),
  drop constraint import_batch_state_check,
  add constraint import_batch_state_check check (state in
    ('mapping', 'staging', 'staged', 'applying', 'applied', 'withdrawing', 'withdrawn', 'failed')),
  drop constraint import_batch_institution_file_key,
  add unique (institution, register, file);
alter table import_batch alter register drop default;

-- An entry is an edition of the catalogue or an object of a register of objects.
alter table import_record rename edition to entry;
alter table import_record rename matched_edition to matched_entry;

-- What an institution said of a table's columns, for the next file under the same headings.
create table import_layout (
  institution uuid not null references institution,
  register text not null,
  -- The SHA-256 of the headings without marks.
  headings text not null,
  columns jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (institution, register, headings)
);
