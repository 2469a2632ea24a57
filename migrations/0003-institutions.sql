-- Institutions: every library, museum, culture house, learning centre, book-case and partner of the network.

create table institution (
  id uuid primary key,
  -- Short and lasting: it stands in addresses, on cards and on labels.
  code text not null unique check (code ~ '^[A-Z0-9]{2,12}$'),
  -- One of `kinds` in institutions/kinds.ts; a list in code, so that a new kind has its words in both languages.
  kind text not null,
  name jsonb not null,
  sort_key text not null,
  folded_name text not null,
  about jsonb not null default '[]',
  parent uuid references institution,
  -- Telephone, e-mail, web address, as {kind, value} in the order to try them.
  contacts jsonb not null default '[]',
  -- Opening hours of the whole; a facility may have its own.
  hours jsonb,
  -- BCP-47 tags of what the people there speak.
  languages text[] not null default '{}',
  -- What helps and what hinders, in words.
  accessibility jsonb not null default '[]',
  -- {what, count} each.
  equipment jsonb not null default '[]',
  -- null = as the parent has it; see policy.ts.
  loan_days smallint check (loan_days between 1 and 365),
  max_loans smallint check (max_loans between 0 and 200),
  renewals smallint check (renewals between 0 and 50),
  grace_days smallint check (grace_days between 0 and 30),
  valid_from date not null,
  valid_to date,
  demo boolean not null default false,
  deleted_at timestamptz,
  changed_at timestamptz not null default now(),
  check (valid_to >= valid_from),
  check (parent <> id)
);
create index institution_parent on institution (parent);
create index institution_sort on institution (sort_key, id) where deleted_at is null;
create index institution_folded on institution (folded_name text_pattern_ops);

-- Where it works. The first facility (position 0) is the seat; a place may be one of the past.
create table facility (
  id uuid primary key,
  institution uuid not null references institution,
  position smallint not null default 0,
  name jsonb not null default '[]',
  place uuid references place,
  address text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- null = the institution's own.
  hours jsonb,
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from),
  check ((latitude is null) = (longitude is null))
);
create index facility_institution on facility (institution, position);
create index facility_place on facility (place);

-- Two institutions under one roof, as a library with a learning centre. Written once, smaller id first.
create table institution_pair (
  one uuid not null references institution,
  other uuid not null references institution,
  valid_from date not null,
  valid_to date,
  primary key (one, other, valid_from),
  check (one < other)
);
create index institution_pair_other on institution_pair (other);

create table institution_lineage (
  from_institution uuid not null references institution,
  to_institution uuid not null references institution,
  kind text not null check (kind in ('merge', 'split', 'rename', 'convert')),
  effective_on date not null,
  legal_basis text,
  primary key (from_institution, to_institution, effective_on),
  check (from_institution <> to_institution)
);
create index institution_lineage_to on institution_lineage (to_institution);

-- What it was called before: a rename never overwrites.
create table institution_former_name (
  institution uuid not null references institution,
  name jsonb not null,
  folded_name text not null,
  -- The last day of this name.
  valid_to date not null,
  primary key (institution, valid_to)
);
create index institution_former_folded on institution_former_name (folded_name text_pattern_ops);
