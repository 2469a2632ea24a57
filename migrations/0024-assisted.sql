-- Assisted mode: somebody helps a person who is present to do one thing of their own.

create table assisted_turn (
  id uuid primary key,
  -- The browser in which it was opened; no reference, for it stays as a record when that session is over.
  session uuid not null,
  helper uuid not null,
  person uuid not null references person on delete cascade,
  institution uuid not null references institution,
  -- The card was shown, or the person said yes.
  consent text not null check (consent in ('card', 'spoken')),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- The one thing that was done and what kind it was; both null when nothing was.
  act uuid,
  act_type text,
  check (act is null or ended_at is not null),
  check ((act is null) = (act_type is null))
);
-- Whoever helps the next person has closed the turn before.
create unique index assisted_turn_open on assisted_turn (session) where ended_at is null;
create index assisted_turn_person on assisted_turn (person, opened_at);
