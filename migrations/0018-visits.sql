-- The buttons of the counter at the door: an institution's own list. How many came is told by facts alone.

create table visit_kind (
  id uuid primary key,
  institution uuid not null references institution,
  position smallint not null,
  name jsonb not null,
  -- A class or a group: how many is typed.
  asks_number boolean not null default false,
  -- Since when it stands on no page; what was counted with it stays counted.
  retired_on date
);
create index visit_kind_institution on visit_kind (institution, position);
