-- What can be found: the durable source of the search index and its queue at once. The index in memory is derived from it.

create table search_document (
  key text primary key,
  -- The document as its owner wrote it, but for what can change without reading it again.
  body jsonb not null,
  available boolean not null,
  display jsonb not null,
  deleted_at timestamptz,
  -- The last transaction that changed anything: readers page by (xid, key) below the snapshot's horizon, never by a serial.
  xid xid8 not null default pg_current_xact_id(),
  -- The last transaction that changed the words.
  content_xid xid8 not null default pg_current_xact_id()
);
create index search_document_feed on search_document (xid, key);
