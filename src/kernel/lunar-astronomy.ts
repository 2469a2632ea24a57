const radians = Math.PI / 180
const sine = (degrees: number): number => Math.sin(degrees * radians)

/** Days from J2000.0 (2000-01-01 12:00) to 1970-01-01 00:00, the zero of our day numbers. */
const j2000 = 10_957.5
const vietnam = 7 / 24
const newMoonNearJ2000 = 2_451_550.09766 - 2_451_545
export const synodicMonth = 29.530588861

/**
 * ΔT = TT − UT in days, by the polynomials of Espenak and Meeus ("Five Millennium Canon of Solar Eclipses", NASA, 2006)
 * from 1900 to 2150; beyond, their long-term parabola, which is the guess of a guess.
 */
function deltaT(year: number): number {
  const polynomial = (t: number, ...coefficients: readonly number[]): number =>
    coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  const u = (year - 1820) / 100
  const parabola = -20 + 32 * u * u
  const seconds =
    year < 1900 || year >= 2150
      ? parabola
      : year < 1920
        ? polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)
        : year < 1941
          ? polynomial(year - 1920, 21.2, 0.84493, -0.0761, 0.0020936)
          : year < 1961
            ? polynomial(year - 1950, 29.07, 0.407, -1 / 233, 1 / 2547)
            : year < 1986
              ? polynomial(year - 1975, 45.45, 1.067, -1 / 260, -1 / 718)
              : year < 2005
                ? polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)
                : year < 2050
                  ? polynomial(year - 2000, 62.92, 0.32217, 0.005589)
                  : parabola - 0.5628 * (2150 - year)
  return seconds / 86_400
}

/** Terms of the true new moon: days, power of E, multiples of M, M′, F. Meeus, "Astronomical Algorithms", 2nd ed., ch. 49. */
const moonTerms: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
]

/** Planetary arguments A1–A14: days, degrees at k = 0, degrees for each k. Same chapter. */
const planetTerms: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
]

/** The day in Vietnam (as a day number) on which the k-th new moon falls, k = 0 being that of 6 January 2000. */
export function newMoonDay(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 0.000000058 * t ** 4
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 0.000000011 * t ** 4
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3
  let days = newMoonNearJ2000 + synodicMonth * k
  days += 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4 - 0.00017 * sine(node)
  for (const [size, power, m, mPrime, f] of moonTerms)
    days += size * e ** power * sine(m * sun + mPrime * moon + f * latitude)
  for (const [i, [size, base, rate]] of planetTerms.entries())
    days += size * sine(base + rate * k - (i === 0 ? 0.009173 * t * t : 0))
  return Math.floor(days + j2000 - deltaT(2000 + days / 365.25) + vietnam)
}

/**
 * In which twelfth of its yearly way (0–11, from the March equinox) the sun stands when the day begins in Vietnam.
 * Apparent longitude to 0.01°, Meeus ch. 25.
 */
export function sunSector(dayNumber: number): number {
  const universal = dayNumber - vietnam - j2000
  const t = (universal + deltaT(2000 + universal / 365.25)) / 36_525
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}
