-- Facts: who took part in what, where, when. Append-only; a mistake is voided by another fact.

create table fact (
  id uuid primary key,
  serial bigint generated always as identity,
  act uuid not null,
  verb text not null,
  object_kind text,
  object uuid,
  institution uuid not null,
  -- The place of the institution on that day, as it was then.
  place uuid,
  -- Signed: a stock's exit and a voiding fact count down.
  quantity integer not null check (quantity <> 0),
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  -- HMAC of the person under the secret of the calendar year; never the person.
  subject bytea,
  voids uuid unique references fact,
  xid xid8 not null default pg_current_xact_id()
);
create index fact_feed on fact (xid, serial);
create index fact_cell on fact (verb, institution, occurred_on);
create index fact_object on fact (object, verb);
create trigger fact_append_only before update or delete or truncate on fact
  for each statement execute function refuse_change();

-- Destroyed when a year's figures are frozen: then nobody can tell any more who a subject was.
create table subject_secret (
  year integer primary key,
  secret bytea not null
);

-- For the person's own page only; deleting a row moves no figure.
create table fact_person (
  fact uuid primary key references fact,
  person uuid not null
);
create index fact_person_person on fact_person (person);
