import { describe, expect, test } from 'vitest'
import { daysTyped } from './days-typed'

/** A Thursday. */
const today = '2026-11-26'
const typed = (query: string) => daysTyped(query, today)

describe('a day that is typed', () => {
  test.each([
    ['today', '2026-11-26'],
    ['tom', '2026-11-27'],
    ['Morgen', '2026-11-27'],
    ['übermorgen', '2026-11-28'],
    ['uberm', '2026-11-28'],
    ['gestern', '2026-11-25'],
    ['mon', '2026-11-30'],
    ['next Monday', '2026-11-30'],
    ['nächsten Montag', '2026-11-30'],
    ['next thursday', '2026-12-03'],
    ['Donnerstag', '2026-12-03'],
    ['fr', '2026-11-27'],
    ['next week', '2026-11-30'],
    ['in 3 days', '2026-11-29'],
    ['in 2 Wochen', '2026-12-10'],
    ['in 3 Monaten', '2027-02-26'],
    ['3 Dec', '2026-12-03'],
    ['Dec 3', '2026-12-03'],
    ['3rd december', '2026-12-03'],
    ['December 3, 2027', '2027-12-03'],
    ['3. Dez.', '2026-12-03'],
    ['3. Dezember 2028', '2028-12-03'],
    ['15. März', '2027-03-15'],
    ['3.12.', '2026-12-03'],
    ['3.12.2030', '2030-12-03'],
    ['3/12', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['29 Feb 2028', '2028-02-29'],
    ['20 Nov', '2026-11-20'],
    ['1 May', '2027-05-01'],
  ])('%s is %s', (query, day) => expect(typed(query)[0]).toBe(day))

  test.each([
    '',
    '  ',
    'anna',
    '31 Feb',
    '29 Feb 2027',
    '32.1.',
    '3.13.',
    '99',
    'in 3 apples',
    '3 d',
    'x'.repeat(5000),
    '2026-02-31',
  ])('%s is none', (query) => expect(typed(query)).toEqual([]))

  test('may be several; the nearest is offered first, and never more than three', () => {
    expect(typed('t')).toEqual(['2026-11-26', '2026-11-27', '2026-11-28'])
    expect(typed('3 ju')).toEqual([])
    expect(typed('3 jul')).toEqual(['2027-07-03'])
  })
})
