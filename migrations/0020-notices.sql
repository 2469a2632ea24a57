-- Messages to people: their addresses, what they wish to hear, and the queue.

-- Kept apart from names and cards; erased with the person.
create table person_contact (
  -- Another address is another id, so that a link to confirm is good for one address.
  id uuid primary key,
  person uuid not null references person on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  -- When the person agreed, themselves or at the desk.
  consented_at timestamptz not null,
  -- An e-mail address counts from when its link was followed; a telephone number at once.
  confirmed_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  unique (person, kind)
);

-- What a person wishes to hear of, where they said so.
create table notice_choice (
  person uuid not null references person on delete cascade,
  subject text not null,
  wanted boolean not null,
  chosen_at timestamptz not null,
  primary key (person, subject)
);

-- Addresses without an account that wish to hear no more; the address itself is not kept.
create table notice_left (
  address_hash bytea not null,
  subject text not null,
  left_at timestamptz not null,
  primary key (address_hash, subject)
);

-- Signs the links in letters; made by the first that needs it.
create table notice_secret (
  only_one boolean primary key default true check (only_one),
  secret bytea not null
);

create table notice (
  id uuid primary key,
  topic text not null,
  -- Keyed hash of what the module named it by: the same message is never queued twice, and a forgotten row names nobody.
  key_hash bytea not null,
  institution uuid references institution,
  -- A person's address is looked up when the letter goes out; `address` is that of somebody without an account.
  person uuid references person on delete cascade,
  address text,
  channel text not null check (channel in ('email', 'phone')),
  language text not null,
  -- What the text is made of, until it went out.
  template jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'left', 'expired')),
  not_before timestamptz not null,
  expires_at timestamptz,
  tries smallint not null default 0,
  -- How often a sender took it and was never heard of again.
  lost smallint not null default 0,
  taken_at timestamptz,
  problem text,
  queued_at timestamptz not null,
  ended_at timestamptz,
  -- Who rang, of a telephone call.
  done_by uuid,
  unique (topic, key_hash)
);
create index notice_due on notice (not_before) where state in ('queued', 'sending');
create index notice_ended on notice (ended_at) where ended_at is not null;
create index notice_person on notice (person) where person is not null;
create index notice_institution on notice (institution, state, channel);
