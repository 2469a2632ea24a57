-- Figures: recomputed from facts, never incremented. A month without a fact has no row: silence is not zero.

create table figure_cell (
  indicator text not null,
  institution uuid not null references institution,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  -- What happened in the month: a flow's count, or a stock's entries less its exits.
  value bigint not null,
  computed_at timestamptz not null,
  primary key (indicator, institution, month)
);

-- How far into the feed of facts the cells reach.
create table figure_position (
  one boolean primary key default true check (one),
  xid xid8 not null default '0',
  serial bigint not null default 0,
  -- When the feed was last read to its end, whether or not anything was new.
  computed_at timestamptz
);
insert into figure_position default values;
