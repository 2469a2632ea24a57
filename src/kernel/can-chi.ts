import { dayNumber, type LocalDate } from './local-date.ts'

const stems = 'Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý'.split(' ')
const branches = 'Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi'.split(' ')

const cycle = (number: number, length: number): number => ((number % length) + length) % length
const named = (stem: number, branch: number): string => `${stems[cycle(stem, 10)]} ${branches[cycle(branch, 12)]}`

/** Julian day number at noon of 1970-01-01. */
const julian1970 = 2_440_588

/** The branch (chi) of a day, 0 Tý … 11 Hợi: what the rules of many festivals go by, as in "ngày Thìn đầu tháng Giêng". */
export const branchOfDay = (date: LocalDate): number => cycle(dayNumber(date) + julian1970 + 1, 12)

/** The branch by its name, 'Thìn' → 4; -1 when it is none. */
export const branchNamed = (name: string): number => branches.indexOf(name)

/** 'Giáp Thìn' of a day. */
export const canChiOfDay = (date: LocalDate): string => named(dayNumber(date) + julian1970 + 9, branchOfDay(date))

/** 'Bính Ngọ' of a lunar month, leap or not; months are 1–12. */
export const canChiOfMonth = (year: number, month: number): string => named(year * 12 + month + 3, month + 1)

/** 'Bính Ngọ' of the lunar year 2026. */
export const canChiOfYear = (year: number): string => named(year + 6, year + 8)
