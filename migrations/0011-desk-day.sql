-- What a desk did today is asked on each of its pages, and must not read all that was ever lent.

create index loan_lent on loan (institution, lent_on);
create index loan_returned on loan (returned_to, returned_on);
