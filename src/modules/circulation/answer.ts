import type { Json } from '../../platform/journal/index.ts'

/** The acts of a desk; one of them, or several of a day, its page shows. */
export const deskActs = [
  'circulation.lend',
  'circulation.return',
  'circulation.renew',
  'circulation.read-in-room',
  'circulation.count-in-room',
  'circulation.move-request',
] as const
export type DeskActType = (typeof deskActs)[number]

export const isDeskAct = (type: string): type is DeskActType => deskActs.some(one => one === type)

/** Reading in the room and what leads to it: no loan is touched. */
export const isRoomAct = (type: string): boolean =>
  type === 'circulation.read-in-room' || type === 'circulation.count-in-room' || type === 'circulation.move-request'

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of what the journal kept; '' when it has none of this name. */
export const textOf = (value: Json, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' ? found : ''
}

export const numberOf = (value: Json, key: string): number => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'number' ? found : 0
}
