-- Works, editions, items (BIBFRAME's Work, Instance, Item), and the batches by which records come in.

create table import_batch (
  id uuid primary key,
  institution uuid not null references institution,
  -- The file whole: the same bytes again for the same institution are the same batch.
  file text not null references file (sha256),
  file_name text not null,
  format text not null check (format in ('iso2709', 'marcxml')),
  state text not null default 'staging' check (state in
    ('staging', 'staged', 'applying', 'applied', 'withdrawing', 'withdrawn', 'failed')),
  -- Octets of the file already staged, for resuming and for progress.
  staged_octets bigint not null default 0,
  -- Why the file could not be read to its end.
  problem jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  -- The instant from which its copies count as stock, whenever each was written; withdrawing takes them off again there.
  counted_at timestamptz,
  applied_at timestamptz,
  withdrawn_at timestamptz,
  unique (institution, file)
);

-- Derived: editions with one title and one first author. A person may split them, so the key is not the identity.
create table work (
  id uuid primary key,
  work_key text not null unique,
  title jsonb not null,
  sort_key text not null,
  deleted_at timestamptz,
  changed_at timestamptz not null default now()
);

create table edition (
  id uuid primary key,
  work uuid not null references work,
  -- One institution owns the record; others hang copies on it or propose changes.
  owner uuid not null references institution,
  -- 003 and 001, as '(003)001'; null where the record has no number of its own.
  control_key text,
  -- Title and volume, then first author, in canonical syllables: what decideMatch compares.
  match_key text not null,
  author_key text not null,
  isbns text[] not null default '{}',
  title jsonb not null,
  sort_key text not null,
  -- Everything a page shows, read once from the record: see EditionFacts.
  facts jsonb not null,
  year smallint,
  language text,
  -- The record's own bytes, and what they are.
  record bytea not null,
  record_format text not null check (record_format in ('iso2709', 'marcxml')),
  batch uuid references import_batch,
  deleted_at timestamptz,
  changed_at timestamptz not null default now()
);
create index edition_work on edition (work);
-- No index here is partial by deleted_at: before the first statistics that looks like a short way to every edition.
create index edition_match on edition (match_key);
create index edition_control on edition (control_key) where control_key is not null;
-- Without a pending list, which every question during an import would have to read through.
create index edition_isbn on edition using gin (isbns) with (fastupdate = off) where isbns <> '{}';
create index edition_batch on edition (batch);

create table item (
  id uuid primary key,
  edition uuid not null references edition,
  owner uuid not null references institution,
  keeper uuid not null references institution,
  barcode text,
  accession_number text,
  call_number text,
  location text,
  status text not null default 'available' check (status in ('available', 'on-loan', 'on-hold', 'in-repair', 'missing', 'withdrawn')),
  note text,
  batch uuid references import_batch,
  deleted_at timestamptz,
  changed_at timestamptz not null default now()
);
create index item_edition on item (edition);
create index item_keeper on item (keeper);
create index item_batch on item (batch);
-- A barcode names one living copy in the whole province: two readers at one desk never mean two books.
create unique index item_barcode on item (barcode) where deleted_at is null and barcode is not null;

create table import_record (
  batch uuid not null references import_batch,
  -- From 1, in the file's order.
  number integer not null,
  octet_offset bigint not null,
  octets integer not null,
  title text,
  outcome text not null check (outcome in ('new', 'same', 'doubtful', 'problem')),
  -- Why: reasons of the match, or what is wrong; a list of {code, …}.
  reasons jsonb not null default '[]',
  -- What the codec had to put right, and what applying met; a list of {code, …}.
  warnings jsonb not null default '[]',
  -- Whether its text was not in NFC: put right without loss, so counted but no warning.
  normalised boolean not null default false,
  -- The edition in the catalogue, or the earlier record of this batch, that it is the same as.
  matched_edition uuid,
  matched_record integer,
  decision text check (decision in ('new', 'same', 'skip')),
  state text not null default 'staged' check (state in ('staged', 'applied', 'left-out', 'withdrawn')),
  edition uuid,
  items integer not null default 0,
  -- The record's own octets while it waits, and for good when it was left out.
  bytes bytea,
  primary key (batch, number)
);

-- By what the records of a batch are found again while it is staged, so that memory does not grow with the file.
create table import_key (
  batch uuid not null references import_batch,
  key text not null,
  number integer not null,
  -- What decideMatch compares.
  match jsonb not null
);
create index import_key_key on import_key (batch, key, number);
create index import_record_open on import_record (batch, number) where state = 'staged';
create index import_record_outcome on import_record (batch, outcome, number);
