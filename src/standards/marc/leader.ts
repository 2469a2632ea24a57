import type { MarcRecord } from './record.ts'

/** MARC 21 Record Structure, "Leader": the first 24 octets. */
export const leaderLength = 24

/** Leader/05: a increase in encoding level · c corrected · d deleted · n new · p increase from prepublication. */
export const recordStatus = (record: MarcRecord): string => record.leader.charAt(5)

/** Leader/06: a language material · c notated music · e map · g projected · i spoken sound · j music · k picture ·
 *  m computer file · o kit · p mixed · r object · t manuscript · z authority · u v x y holdings … */
export const typeOfRecord = (record: MarcRecord): string => record.leader.charAt(6)

/** Leader/07: a, b component part · c collection · d subunit · i integrating resource · m monograph · s serial. */
export const bibliographicLevel = (record: MarcRecord): string => record.leader.charAt(7)

/** The leader that a new record of printed language material begins with; its counts are the writer's to fill in. */
export const newLeader = '00000nam a2200000   4500'

/** Leader/05–08, 10–11, 17–23 as MARC 21 prescribes them; the rest of the leader is counted or judged apart. */
export const soundLeader = /^.{5}[0-9A-Za-z ][0-9A-Za-z][0-9A-Za-z ]{2}.22.{5}[0-9A-Za-z ]{3}4500$/

/** A leader as it may be written: counts in octets, Unicode, two indicators, codes of two octets, entry map 4500.
 *  Characters that no leader may hold become blanks. MARC 21 Record Structure, "Leader"; MARC21slim, leaderDataType. */
export function writtenLeader(leader: string, recordOctets: number, baseAddress: number): string {
  const clean = leader.padEnd(leaderLength).replace(/[^0-9A-Za-z ]/g, ' ')
  const type = clean.charAt(6) === ' ' ? 'a' : clean.charAt(6)
  const count = (octets: number) => String(octets).padStart(5, '0')
  return `${count(recordOctets)}${clean.charAt(5)}${type}${clean.slice(7, 9)}a22${count(baseAddress)}${clean.slice(17, 20)}4500`
}
