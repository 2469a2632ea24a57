-- The ground every module stands on: which node this is, the journal of acts, long jobs, stored files.

create table node (
  one boolean primary key default true check (one),
  id uuid not null default gen_random_uuid(),
  -- Raised by every restore, so that (origin, epoch, seq) never names two acts.
  epoch integer not null default 1,
  demo boolean not null default false,
  -- When the first start was over; from then on no start seeds anything by itself.
  settled_at timestamptz,
  created_at timestamptz not null default now()
);
insert into node default values;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create table journal (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  origin uuid not null,
  epoch integer not null,
  type text not null,
  version smallint not null,
  actor uuid,
  institution uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  payload jsonb not null,
  answer jsonb not null,
  xid xid8 not null default pg_current_xact_id()
);
create index journal_institution on journal (institution, seq desc);
create index journal_actor on journal (actor, seq desc);
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();

create table job (
  id uuid primary key,
  kind text not null,
  subject uuid,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint,
  error text,
  attempts smallint not null default 0,
  lease_holder text,
  lease_until timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index job_open on job (created_at) where state in ('waiting', 'running');
create index job_subject on job (subject);

-- Stored bytes are addressed by their SHA-256; the row says what they are.
create table file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  created_at timestamptz not null default now()
);
