-- Loans. The link to the reader lasts while the loan is open and for some grace days; then it is cut.

create table loan (
  id uuid primary key,
  item uuid not null references item,
  edition uuid not null references edition,
  -- Who lent it out; the item may belong to another institution.
  institution uuid not null references institution,
  -- Both null once forgotten.
  person uuid references person,
  card uuid references card,
  lent_at timestamptz not null,
  lent_on date not null,
  due_on date not null,
  renewals smallint not null default 0,
  returned_at timestamptz,
  returned_on date,
  returned_to uuid references institution,
  lent_fact uuid not null,
  returned_fact uuid
);
-- Two desks and the last copy: exactly one loan.
create unique index loan_open_item on loan (item) where returned_at is null;
create index loan_person on loan (person, returned_at);
create index loan_due on loan (institution, due_on) where returned_at is null;
create index loan_linked on loan (returned_on) where returned_at is not null and person is not null;
