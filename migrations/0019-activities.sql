-- Events that an institution holds, who signed up for them without an account, and who came.

create table activity (
  id uuid primary key,
  institution uuid not null references institution,
  -- One of the institution's facilities, or a place in words; `place` is the unit on whose ground it is.
  facility uuid references facility,
  place uuid references place,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Seats; null is no limit.
  capacity integer,
  opens_at timestamptz,
  closes_at timestamptz,
  -- Title, description and all that is told of it: see ActivityDetails.
  details jsonb not null,
  state text not null default 'draft',
  -- In the organiser's words, shown on its page.
  cancel_reason text,
  -- Heads with a seat and heads in the waiting list: kept by the row that every sign-up locks, so that no sum is asked.
  taken integer not null default 0,
  waiting integer not null default 0,
  -- The order in which sign-ups were accepted.
  last_position integer not null default 0,
  -- How often it was changed since it was published: SEQUENCE of RFC 5545.
  sequence integer not null default 0,
  held_fact uuid,
  contacts_erased_at timestamptz,
  changed_at timestamptz not null default now(),
  check (ends_at > starts_at),
  check (state in ('draft', 'published', 'cancelled', 'held')),
  -- Whatever else goes wrong: never more seats than there are.
  check (taken >= 0 and waiting >= 0 and (capacity is null or taken <= capacity))
);
create index activity_by_time on activity (starts_at) where state <> 'draft';
create index activity_institution on activity (institution, starts_at);
create index activity_with_contacts on activity (ends_at) where contacts_erased_at is null;

create table sign_up (
  id uuid primary key,
  activity uuid not null references activity,
  position integer not null,
  -- Read aloud at the door; it names a sign-up within its event.
  code text not null,
  -- The whole of the address, of which the code is the beginning: whoever has it may change and cancel.
  ticket text not null unique,
  -- Three that name people; null once erased.
  group_name text,
  contact_kind text,
  contact text,
  adults integer not null,
  children integer not null,
  lang text not null,
  person uuid references person,
  state text not null,
  signed_at timestamptz not null,
  -- What they have still to be told, and since when; null when there is nothing.
  tell text,
  tell_since timestamptz,
  reminded_at timestamptz,
  check (adults >= 0 and children >= 0 and adults + children > 0),
  check (state in ('seated', 'waiting', 'cancelled')),
  unique (activity, position),
  unique (activity, code)
);
create index sign_up_waiting on sign_up (activity, position) where state = 'waiting';
create index sign_up_person on sign_up (person) where person is not null;
create index sign_up_to_tell on sign_up (activity) where tell is not null;

-- Who came: of a sign-up, or counted at the door.
create table check_in (
  id uuid primary key,
  activity uuid not null references activity,
  sign_up uuid references sign_up,
  adults integer not null,
  children integer not null,
  at timestamptz not null,
  fact uuid not null,
  voided_at timestamptz,
  check (adults >= 0 and children >= 0 and adults + children > 0)
);
create unique index check_in_once on check_in (sign_up) where sign_up is not null and voided_at is null;
create index check_in_activity on check_in (activity, at);

-- Which member of staff had the sign-ups of an event before them, once a day.
create table sign_up_look (
  activity uuid not null references activity,
  looked_by uuid not null,
  looked_on date not null,
  looked_at timestamptz not null,
  primary key (activity, looked_by, looked_on)
);
