-- When somebody entered an edition or a copy by hand: such books are new as those of a batch are, by its day of counting.

alter table edition add column entered_at timestamptz;
alter table item add column entered_at timestamptz;
create index item_entered on item (owner, entered_at, id) where entered_at is not null;
