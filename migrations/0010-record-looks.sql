-- Staff reading a reader's record: who, whose, where, for what, on which day. Once a day each; it only grows.

create table record_look (
  -- No reference: an erased person leaves an id that names nobody.
  person uuid not null,
  looked_by uuid not null,
  institution uuid not null,
  purpose text not null,
  looked_on date not null,
  looked_at timestamptz not null,
  primary key (person, looked_on, looked_by, institution, purpose)
);
create index record_look_shown on record_look (looked_on desc, institution);
create trigger record_look_append_only before update or delete or truncate on record_look
  for each statement execute function refuse_change();

-- The journal page asks for an institution's acts of some days, and for acts of one kind.
create index journal_type on journal (type, seq desc);
create index journal_recorded on journal (recorded_at);

-- An ended session is swept away.
create index session_ended on session (expires_at);
