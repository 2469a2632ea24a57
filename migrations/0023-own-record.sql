-- One's own record: years whose figures are frozen, and people who were erased.

-- A year that was shut: its secret is destroyed, its facts stay as they are.
create table frozen_year (
  year integer primary key,
  act uuid not null,
  frozen_at timestamptz not null,
  -- The last fact that it holds. The reference makes a restore load the facts before the years that shut them out.
  last_fact uuid not null references fact
);
create trigger frozen_year_append_only before update or delete or truncate on frozen_year
  for each statement execute function refuse_change();

-- How many different people took part in a frozen year, counted while its secret was there.
create table frozen_count (
  year integer not null references frozen_year,
  verb text not null,
  -- Null is the whole province: whoever was at two institutions is one person there.
  institution uuid,
  people integer not null check (people > 0)
);
create unique index frozen_count_key on frozen_count
  (year, verb, (coalesce(institution, '00000000-0000-0000-0000-000000000000')));
create trigger frozen_count_append_only before update or delete or truncate on frozen_count
  for each statement execute function refuse_change();

-- Writers share the lock of a year; whoever freezes it takes it alone, so that nothing comes in after its counting.
create function refuse_frozen_year() returns trigger language plpgsql as $$
declare
  added_year integer;
begin
  for added_year in select distinct extract(year from occurred_on)::integer from added order by 1 loop
    perform pg_advisory_xact_lock_shared(hashtextextended('fact-year:' || added_year, 0));
    if exists (select 1 from frozen_year where year = added_year) then
      raise exception 'the figures of % are frozen', added_year using errcode = 'BT001', detail = added_year;
    end if;
  end loop;
  return null;
end $$;
create trigger fact_frozen_year after insert on fact referencing new table as added
  for each statement execute function refuse_frozen_year();

-- An id that names nobody: who was erased, so that the backup of an earlier day does not bring them back.
create table erased_person (
  person uuid primary key,
  erased_at timestamptz not null
);
create trigger erased_person_append_only before update or delete or truncate on erased_person
  for each statement execute function refuse_change();

-- The number of a card stays, so that it is never given to somebody else; whose it was goes.
alter table card alter column person drop not null;
alter table card add constraint card_of_nobody check (person is not null or (state = 'blocked' and note is null));
