-- People: who they are, how they sign in, which cards they hold, which roles they have where.

create table person (
  id uuid primary key,
  display_name text not null,
  sort_key text not null,
  -- Folded name, for finding a reader at the desk however it is typed.
  folded_name text not null,
  kind text not null default 'adult' check (kind in ('adult', 'student', 'child')),
  language text not null default 'vi',
  -- Keeps a reading history only by the reader's own choice.
  keeps_history boolean not null default false,
  demo boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null default now()
);
create index person_folded on person (folded_name text_pattern_ops);

create table account (
  person uuid primary key references person on delete cascade,
  -- Lower case; a phone or card number becomes a login only after a desk has confirmed it.
  login text not null unique,
  password_hash text not null,
  -- The second factor of staff; null until they have set it up.
  totp_secret text,
  -- The last time step used, so that a code works once.
  totp_used_step bigint,
  must_change_password boolean not null default false,
  locked_at timestamptz,
  changed_at timestamptz not null default now()
);

create table session (
  id uuid primary key,
  -- SHA-256 of the token; the token itself is only in the browser.
  token_hash bytea not null unique,
  person uuid not null references person on delete cascade,
  second_factor boolean not null default false,
  device text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person);

create table role_grant (
  id uuid primary key,
  person uuid not null references person on delete cascade,
  role text not null,
  -- null is the whole province.
  institution uuid references institution,
  with_branches boolean not null default false,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  revoked_at timestamptz
);
create index role_grant_person on role_grant (person);

create table card (
  id uuid primary key,
  number text not null unique,
  person uuid not null references person,
  institution uuid not null references institution,
  issued_on date not null,
  expires_on date not null,
  state text not null default 'valid' check (state in ('valid', 'lost', 'blocked', 'replaced')),
  -- Shown to staff when the card is scanned.
  note text
);
create index card_person on card (person);
