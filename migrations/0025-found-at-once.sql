-- What is looked up with every undoing, and on everybody's own page, is found without reading all that there is.

create index fact_act on fact (act);
create index stack_request_person on stack_request (person);
create index stack_request_moved on stack_request (moved_by) where moved_by is not null;
create index room_reading_person on room_reading (person) where person is not null;
