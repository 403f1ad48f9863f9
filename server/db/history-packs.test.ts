import { describe, expect, test } from 'vitest'
import { packsOf, type Written } from './history-packs'

const row = (
  seq: number,
  personId: string | null,
  seconds: number,
  inHistory = false,
): Written => ({
  seq: String(seq),
  personId,
  createdAt: new Date(seconds * 1000),
  inHistory,
})

const packed = (rows: Written[], cuts: string[] = []) =>
  packsOf(rows, new Set(cuts)).map(
    (pack) =>
      `${pack.personId} ${pack.rows.map(({ seq }) => seq)} ${pack.endedAt.getTime() / 1000}`,
  )

describe('a log is packed', () => {
  test('by person, as long as nobody pauses and for no longer than some minutes', () => {
    expect(packed([row(1, 'ann', 0), row(2, 'ann', 60), row(3, 'ann', 181)])).toEqual([
      'ann 1,2 60',
      'ann 3 181',
    ])
    expect(packed([0, 100, 200, 300, 400].map((second) => row(second, 'ann', second)))).toEqual([
      'ann 0,100,200,300 300',
      'ann 400 400',
    ])
  })

  test('one for each of those who write at once, which begin and end together', () => {
    const rows = [
      row(1, 'ann', 0),
      row(2, 'ben', 1),
      row(3, 'ann', 2),
      row(4, null, 3),
      row(9, 'ben', 200),
    ]
    expect(packed(rows)).toEqual(['ann 1,3 2', 'ben 2 1', 'null 4 3', 'ben 9 200'])
  })

  test('never across what is in the history already', () => {
    const rows = [row(1, 'ann', 0), row(5, null, 1, true), row(6, 'ann', 2)]
    expect(packed(rows)).toEqual(['ann 1 0', 'ann 6 2'])
  })

  test('never across a place that has a name, also where no row stands there any more', () => {
    const rows = [row(1, 'ann', 0), row(5, 'ann', 1), row(6, 'ann', 2)]
    expect(packed(rows, ['5'])).toEqual(['ann 1,5 1', 'ann 6 2'])
    expect(packed(rows, ['3'])).toEqual(['ann 1 0', 'ann 5,6 2'])
    expect(packed(rows, ['6', '1'])).toEqual(['ann 1 0', 'ann 5,6 2'])
  })
})
