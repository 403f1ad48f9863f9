import { describe, expect, test } from 'vitest'
import { readPlanTable } from './plan-table'

const item = { code: '1.1', title: 'Measure a part', guide: 40, unit: 'hours', year: 1 } as const

describe('a table that was pasted', () => {
  test('is read from a spreadsheet and as CSV, with a head and without', () => {
    const tabs = '1.1\tMeasure a part\t40\t1'
    for (const text of [
      tabs,
      `Code\tTitle\tHours\tYear\n${tabs}`,
      '1.1;Measure a part;40;1\r\n',
      '1.1,"Measure a part","40 h",1.',
      '\ufeffTitel;Nr.;Lehrjahr;Stunden\n\nMeasure a part;1.1;1;40',
    ])
      expect(readPlanTable(text)).toEqual({ items: [item], faults: [] })
  })

  test('is in weeks where its head or a cell says so', () => {
    const inWeeks = [{ ...item, guide: 6, unit: 'weeks' }]
    expect(readPlanTable('Nr\tTitel\tWochen\tJahr\n1.1\tMeasure a part\t6\t1').items).toEqual(
      inWeeks,
    )
    expect(readPlanTable('1.1\tMeasure a part\t6 Wochen\t1').items).toEqual(inWeeks)
  })

  test('may leave hours and year out, and hold quotes, commas and lines in a cell', () => {
    const { items } = readPlanTable('A,"Say ""yes"",\nthen do it"\nB,Other')
    expect(items.map(({ code, title, guide, year }) => [code, title, guide, year])).toEqual([
      ['A', 'Say "yes",\nthen do it', null, null],
      ['B', 'Other', null, null],
    ])
  })

  test('says in which line something is wrong, and what', () => {
    const text = 'A\tOne\t40\t1\n\tTwo\nB\t\nA\tAgain\nC\tThree\tmany\nD\tFour\t1\t9\nE\tFive\t0'
    expect(readPlanTable(text)).toEqual({
      items: [{ code: 'A', title: 'One', guide: 40, unit: 'hours', year: 1 }],
      faults: [
        { line: 2, problem: 'no-code', says: 'Two' },
        { line: 3, problem: 'no-title', says: 'B' },
        { line: 4, problem: 'code-twice', says: 'A' },
        { line: 5, problem: 'bad-guide', says: 'many' },
        { line: 6, problem: 'bad-year', says: '9' },
        { line: 7, problem: 'bad-guide', says: '0' },
      ],
    })
  })

  test('with a quote that never ends is refused as a whole, not read as one long cell', () => {
    expect(readPlanTable('A,"One\nB,Two')).toEqual({
      items: [],
      faults: [{ line: 1, problem: 'open-quote', says: '' }],
    })
  })
})
