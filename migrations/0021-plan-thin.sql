-- Figures by facility and place, and what the plan asks for. Cells are computed again from the facts.

delete from figure_cell;
update figure_position set xid = '0', serial = 0, computed_at = null;
alter table figure_cell
  drop constraint figure_cell_pkey,
  -- Where it happened, as facts say it: null where they do not.
  add column facility uuid,
  -- The unit as it then was.
  add column place uuid,
  -- The last day that one of its facts speaks of: from then on there is silence.
  add column last_on date not null,
  add constraint figure_cell_one unique nulls not distinct (indicator, institution, month, facility, place);
-- Grows with every change of a cell, so that what was reckoned from them knows whether it still holds.
alter table figure_position add column generation bigint not null default 0;

-- A month of an institution is summed from the index alone.
drop index fact_cell;
create index fact_cell on fact (verb, institution, occurred_on) include (facility, place, quantity);

-- What is planned. Only grows: the newest row of an indicator, an institution and a period holds.
create table target (
  serial bigint generated always as identity primary key,
  indicator text not null,
  -- null: the whole province.
  institution uuid references institution,
  year smallint not null check (year between 2000 and 2999),
  -- null: the whole year.
  month smallint check (month between 1 and 12),
  -- null: the plan of that period ended; `reason` says why.
  value bigint check (value > 0),
  -- The document that asks for it.
  source text not null,
  reason text,
  -- The day from which this row holds.
  since date not null,
  act uuid not null,
  set_by uuid,
  check ((value is null) = (reason is not null))
);
create index target_of on target (year, indicator, institution, month, serial desc);
create trigger target_append_only before update or delete or truncate on target
  for each statement execute function refuse_change();
