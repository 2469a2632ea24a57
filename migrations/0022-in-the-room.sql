-- What is used in the room, and asked for out of the closed stacks.

-- What a fact of reading in the room does not say itself. The person stands here for the grace days only.
create table room_reading (
  fact uuid primary key references fact,
  institution uuid not null references institution,
  read_on date not null,
  kind text not null check (kind in ('book', 'periodical')),
  person uuid references person on delete set null
);
create index room_reading_linked on room_reading (institution, read_on) where person is not null;

-- Locations of an institution from which staff fetch; '' are the copies without a location.
create table closed_stack (
  institution uuid not null references institution,
  location text not null,
  primary key (institution, location)
);

-- A slip: one reader asks for one edition on one day. It is deleted some grace days after it has ended.
create table stack_request (
  id uuid primary key,
  institution uuid not null references institution,
  edition uuid not null references edition,
  person uuid not null references person on delete cascade,
  asked_at timestamptz not null,
  -- The day on which it is served; unfetched, it ends with that day.
  for_day date not null,
  -- Counts from 1 at an institution on a day.
  number integer not null,
  state text not null default 'asked' check (state in
    ('asked', 'fetched', 'in-room', 'lent', 'shelved', 'not-found', 'expired', 'cancelled')),
  -- The copy that was fetched.
  item uuid references item,
  -- Why it was not found; one of a list.
  reason text,
  -- The act that brought it into this state, and the state before: what undoing brings back.
  moved_by uuid,
  moved_from text,
  moved_at timestamptz not null,
  ended_on date,
  unique (institution, for_day, number)
);
create unique index stack_request_open on stack_request (person, edition) where ended_on is null;
create index stack_request_queue on stack_request (institution, for_day);
create index stack_request_waiting on stack_request (for_day) where ended_on is null;
create index stack_request_item on stack_request (item) where ended_on is null;
create index stack_request_ended on stack_request (ended_on) where ended_on is not null;
