import type { Database } from '../../src/platform/database/database.ts'
import { rawSql, sql } from '../../src/platform/database/sql.ts'

const id = (last: number): string => `'01930000-0000-7000-8000-${String(last).padStart(12, '0')}'`
const name = `'[{"lang":"vi","text":"Thư viện Tả Phìn","state":"original"}]'`

/** Values that text formats like to spoil: marks as NFC and NFD, tab, newline, backslash, quotes, a sign beyond 16 bits. */
const awkward = `E'Tả\\tPhìn\\nTa\\u0309 \\\\N \\\\. "\\'\\'" 𠊛'`

/** At least a row in every table, by plain SQL: whoever adds a table adds a line here. */
const rows = `
  insert into file (sha256, size, media_type) values ('$sha', $size, 'application/marc');
  insert into journal (id, origin, epoch, type, version, occurred_at, payload, answer)
    select ${id(900)}, id, epoch, 'test.fill', 1, now(), jsonb_build_object('a', ${awkward}::text), 'null' from node;
  insert into job (id, kind) values (${id(901)}, 'test.work');
  insert into place (id, level, latitude, longitude) values (${id(1)}, 'province', 22.48, 103.97), (${id(2)}, 'commune', null, null);
  insert into place_version (place, valid_from, valid_to, code, name, sort_key, type, parent) values
    (${id(1)}, null, null, '15', ${name}, 'a', 'Tỉnh', null), (${id(2)}, '2025-07-01', null, '02647', ${name}, 'b', 'Phường', ${id(1)});
  insert into place_name (place, text, folded, kind) values (${id(2)}, ${awkward}, 'sa pa', 'official');
  insert into place_lineage (from_place, to_place, kind, share, effective_on) values (${id(1)}, ${id(2)}, 'merge', 0.3333333333333333, '2025-07-01');
  insert into place_external_id (place, system, value) values (${id(2)}, 'gso', '02647');
  insert into institution (id, code, kind, name, sort_key, folded_name, parent, valid_from) values
    (${id(10)}, 'TVT', 'provincial-library', ${name}, 'a', 'a', null, '1992-01-01'),
    (${id(9)}, 'TVX', 'commune-library', ${name}, 'b', 'b', ${id(10)}, '2025-07-01');
  insert into facility (id, institution, place, address, valid_from) values (${id(11)}, ${id(10)}, ${id(2)}, ${awkward}, '1992-01-01');
  insert into institution_pair (one, other, valid_from) values (${id(9)}, ${id(10)}, '2025-07-01');
  insert into institution_lineage (from_institution, to_institution, kind, effective_on) values (${id(9)}, ${id(10)}, 'merge', '2025-07-01');
  insert into institution_former_name (institution, name, folded_name, valid_to) values (${id(9)}, ${name}, 'cu', '2025-06-30');
  insert into person (id, display_name, sort_key, folded_name) values (${id(20)}, 'Vàng Thị Mẩy', 'v', 'vang thi may');
  insert into account (person, login, password_hash) values (${id(20)}, 'may', '$argon2id$x');
  insert into session (id, token_hash, person, created_at, seen_at, expires_at) values (${id(902)}, '\\x00ff', ${id(20)}, now(), now(), now());
  insert into role_grant (id, person, role, institution, valid_from) values (${id(21)}, ${id(20)}, 'keeper', ${id(10)}, '2026-01-01');
  insert into card (id, number, person, institution, issued_on, expires_on) values (${id(22)}, 'TVT-000123', ${id(20)}, ${id(10)}, '2026-01-01', '2027-01-01');
  insert into record_look (person, looked_by, institution, purpose, looked_on, looked_at) values
    (${id(20)}, ${id(23)}, ${id(10)}, 'desk', '2026-11-01', now());
  insert into fact (id, act, verb, institution, quantity, occurred_at, occurred_on, subject) values
    (${id(30)}, ${id(900)}, 'circulation.lent', ${id(10)}, 1, now(), '2026-11-01', '\\x0a0d09');
  insert into fact (id, act, verb, institution, quantity, occurred_at, occurred_on, voids) values
    (${id(31)}, ${id(900)}, 'circulation.lent', ${id(10)}, -1, now(), '2026-11-01', ${id(30)});
  insert into fact (id, act, verb, institution, quantity, occurred_at, occurred_on) values
    (${id(32)}, ${id(900)}, 'copy.lent', ${id(10)}, 1, now(), '2024-11-01');
  insert into frozen_year (year, act, frozen_at, last_fact) values (2024, ${id(900)}, now(), ${id(32)});
  insert into frozen_count (year, verb, institution, people) values (2024, 'copy.lent', null, 1), (2024, 'copy.lent', ${id(10)}, 1);
  insert into assisted_turn (id, session, helper, person, institution, consent, opened_at, expires_at) values
    (${id(25)}, ${id(902)}, ${id(23)}, ${id(20)}, ${id(10)}, 'card', now(), now());
  insert into erased_person (person, erased_at) values (${id(24)}, now());
  insert into subject_secret (year, secret) values (2026, '\\x0102');
  insert into fact_person (fact, person) values (${id(30)}, ${id(20)});
  insert into search_document (key, body, available, display) values ('work:1', '{"title":"x"}', true, '{}');
  insert into import_batch (id, institution, register, file, file_name, format) values
    (${id(40)}, ${id(10)}, 'catalogue', '$sha', 'a.mrc', 'iso2709');
  insert into import_layout (institution, register, headings, columns) values (${id(10)}, 'catalogue', '$sha', '["title"]');
  insert into work (id, work_key, title, sort_key) values (${id(41)}, 'k', ${name}, 'k');
  insert into work (id, work_key, title, sort_key, deleted_at, moved_to, joined) values
    (${id(39)}, 'edition:x', ${name}, 'k', now(), ${id(41)}, true);
  insert into museum_object (id, institution, match_key, folded_title, sort_key, facts, audience, entered_at) values
    (${id(45)}, ${id(10)}, 'k', 'k', 'k', '{}', 'staff', now());
  insert into edition (id, work, owner, match_key, author_key, title, sort_key, facts, record, record_format, batch) values
    (${id(42)}, ${id(41)}, ${id(10)}, 'k', 'a', ${name}, 'k', '{"year":1999.10}', '\\x1d1e1f00', 'iso2709', ${id(40)});
  insert into item (id, edition, owner, keeper, barcode) values (${id(43)}, ${id(42)}, ${id(10)}, ${id(10)}, 'LC0001');
  insert into import_record (batch, number, octet_offset, octets, outcome, bytes) values (${id(40)}, 1, 0, 4, 'new', '\\x00');
  insert into import_key (batch, key, number, match) values (${id(40)}, 't:x', 1, '{}');
  insert into loan (id, item, edition, institution, person, card, lent_at, lent_on, due_on, lent_fact) values
    (${id(44)}, ${id(43)}, ${id(42)}, ${id(10)}, ${id(20)}, ${id(22)}, now(), '2026-11-01', '2026-11-15', ${id(30)});
  insert into room_reading (fact, institution, read_on, kind, person) values (${id(30)}, ${id(10)}, '2026-11-01', 'book', ${id(20)});
  insert into closed_stack (institution, location) values (${id(10)}, ${awkward});
  insert into stack_request (id, institution, edition, person, asked_at, for_day, number, item, moved_at) values
    (${id(46)}, ${id(10)}, ${id(42)}, ${id(20)}, now(), '2026-11-01', 1, ${id(43)}, now());
  insert into visit_kind (id, institution, position, name) values (${id(50)}, ${id(10)}, 0, ${name});
  insert into person_contact (id, person, kind, value, consented_at, added_by, added_at) values
    (${id(46)}, ${id(20)}, 'email', 'may@example.vn', now(), ${id(20)}, now());
  insert into notice_choice (person, subject, wanted, chosen_at) values (${id(20)}, 'loans', true, now());
  insert into notice_left (address_hash, subject, left_at) values ('\\x0a5c', 'events', now());
  insert into notice_secret (secret) values ('\\x0001');
  insert into notice (id, topic, key_hash, institution, person, channel, language, template, state, not_before, queued_at) values
    (${id(47)}, 'due-soon', '\\x5c4e', ${id(10)}, ${id(20)}, 'email', 'vi', jsonb_build_object('place', ${awkward}::text), 'queued', now(), now());
  insert into figure_cell (indicator, institution, facility, place, month, value, last_on, computed_at) values
    ('circulations', ${id(10)}, ${id(11)}, ${id(2)}, '2026-11-01', 1, '2026-11-01', now()),
    ('circulations', ${id(10)}, null, null, '2026-11-01', 1, '2026-11-01', now());
  insert into target (indicator, institution, year, month, value, source, reason, since, act, set_by) values
    ('visits', ${id(10)}, 2026, null, 28000, ${awkward}, null, '2026-01-05', ${id(900)}, ${id(20)}),
    ('visits', null, 2026, 11, null, 'KH', ${awkward}, '2026-01-05', ${id(900)}, null);
  insert into activity (id, institution, starts_at, ends_at, details) values
    (${id(60)}, ${id(10)}, '2026-11-28T02:00:00Z', '2026-11-28T04:00:00Z', '{}');
  insert into sign_up (id, activity, position, code, ticket, group_name, adults, children, lang, state, signed_at) values
    (${id(61)}, ${id(60)}, 1, 'K7P2', 'K7P2K7P2K7P2K7P2', ${awkward}, 1, 0, 'vi', 'seated', now());
  insert into check_in (id, activity, sign_up, adults, children, at, fact) values
    (${id(62)}, ${id(60)}, ${id(61)}, 1, 0, now(), ${id(30)});
  insert into sign_up_look (activity, looked_by, looked_on, looked_at) values (${id(60)}, ${id(20)}, '2026-11-01', now());
  update figure_position set xid = '700', serial = 2, computed_at = now();`

/** Fills every table of a migrated database; the one stored file is `file`. */
export async function fillEveryTable(
  owner: Database,
  file: { readonly sha256: string; readonly size: number },
): Promise<void> {
  await owner.transaction(tx =>
    tx.run(rawSql(rows.replaceAll('$sha', file.sha256).replaceAll('$size', String(file.size)))),
  )
}

/** Every table and its number of rows. */
export async function countRows(db: Database): Promise<Map<string, number>> {
  const tables = await db.many<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    counts.set(name, (await db.one<{ rows: number }>(rawSql(`select count(*) as rows from "${name}"`))).rows)
  }
  return counts
}
