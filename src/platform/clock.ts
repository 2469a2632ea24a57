import { randomFillSync } from 'node:crypto'

/** The one place where time comes in. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that tests set by hand. */
export function fixedClock(start: Date): Clock & { set(instant: Date): void } {
  let current = start
  return {
    now: () => new Date(current),
    set: instant => {
      current = instant
    },
  }
}

/** Chance is fetched for some hundred ids at once: a call for each costs more than the rest of its making. */
const chance = new Uint8Array(4000)
const chancePerId = 10
let spent = chance.length
let lastMilliseconds = 0
let counter = 0

/** A new UUIDv7 (RFC 9562 §5.7), greater than every one this process made before: the 12 bits after the time count up. */
export function newId(): string {
  const now = Date.now()
  if (now > lastMilliseconds) {
    lastMilliseconds = now
    counter = 0
  } else if (counter < 0xfff) {
    counter++
  } else {
    // Ids made faster than 4,096 a millisecond borrow from the next one rather than repeat an order.
    lastMilliseconds++
    counter = 0
  }
  if (spent >= chance.length) {
    randomFillSync(chance)
    spent = 0
  }
  const random = chance.subarray(spent, spent + chancePerId)
  spent += chancePerId
  const time = lastMilliseconds.toString(16).padStart(12, '0')
  const tail = Buffer.from(random).toString('hex')
  const variant = (8 + ((random[0] ?? 0) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(2, 5)}-${tail.slice(5, 17)}`
}
