import { expect, it } from 'vitest'
import { yearsOf } from './years-of'

const week = (week: string, state: 'ahead' | 'now' | 'signed' = 'ahead') => ({ week, state })

it('a year of which nothing is there yet is not begun', () => {
  const weeks = [week('2026-W52', 'signed'), week('2027-W01', 'now'), week('2027-W02')]
  const years = yearsOf([...weeks, week('2028-W01'), week('2029-W01')])
  expect(years.all).toEqual(['2026', '2027', '2028', '2029'])
  expect(years.begun).toEqual(['2026', '2027'])
})

it('before the first week, the first year is shown', () => {
  expect(yearsOf([week('2027-W35'), week('2028-W01')]).begun).toEqual(['2027'])
  expect(yearsOf([])).toEqual({ all: [], begun: [] })
})
