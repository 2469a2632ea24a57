-- The newest copies of a batch are read from its end, without sorting all that a first import brought.

drop index item_batch;
create index item_batch on item (batch, id);
