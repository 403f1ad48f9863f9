import { describe, expect, test } from 'vitest'
import { mostPasted, readPastedList } from './pasted-list'

const titles = (text: string) => readPastedList(text).cards.map(({ title }) => title)

describe('a list that is pasted is one card a line', () => {
  test.each([
    ['plain lines', 'Weld\nCut\r\nPaint\n\n \nShip'],
    ['bullets', '- Weld\n* Cut\n• Paint\n– Ship'],
    ['numbers', '1. Weld\n2) Cut\n10. Paint\na) Ship'],
    ['tasks', '- [ ] Weld\n- [x] Cut\n* [X] Paint\n☑ Ship'],
    ['an indented list', '  - Weld\n  - Cut\n  - Paint\n  - Ship'],
  ])('from %s', (_, text) => expect(titles(text)).toEqual(['Weld', 'Cut', 'Paint', 'Ship']))

  test('leaves signs that belong to the words', () => {
    expect(titles('-5 degrees\n3.5 mm steel\n2026-12-24 party\n…')).toEqual([
      '-5 degrees',
      '3.5 mm steel',
      '2026-12-24 party',
      '…',
    ])
  })

  test('with what is nested as the checklist of the card above', () => {
    const { cards } = readPastedList(
      '- Weld\n  - [x] Clean\n\t- [ ] Heat\n      - deeper\n- Cut\n1. Paint\n   1. White',
    )
    expect(cards).toEqual([
      {
        title: 'Weld',
        checklist: {
          name: '',
          items: [
            { text: 'Clean', done: true },
            { text: 'Heat', done: false },
            { text: 'deeper', done: false },
          ],
        },
      },
      { title: 'Cut' },
      { title: 'Paint', checklist: { name: '', items: [{ text: 'White', done: false }] } },
    ])
  })

  test('a row of a spreadsheet by its first cell, with the others in the description', () => {
    const { cards } = readPastedList('Weld\tAnna\t3 days\n\tCut\nPaint\t\t')
    expect(cards).toEqual([
      { title: 'Weld', description: 'Anna\n\n3 days' },
      { title: 'Cut' },
      { title: 'Paint' },
    ])
  })

  test('loses no word of a line that is too long for a title, or for an item', () => {
    const long = 'word '.repeat(200).trim()
    const { cards } = readPastedList(`${long}\n  ${long}`)
    expect(cards[0]?.title).toHaveLength(300)
    expect(cards[0]?.description).toBe(`${long}\n\n${long}`)
    expect(cards[0]?.checklist?.items[0]?.text).toHaveLength(500)
  })

  test('up to a limit, and says how many there were', () => {
    const { cards, lines } = readPastedList('x\n'.repeat(mostPasted + 7))
    expect([cards.length, lines]).toEqual([mostPasted, mostPasted + 7])
  })

  test('of nothing is nothing', () => {
    for (const text of ['', '\n\n', ' \n\t\n', '\t\t\n']) expect(titles(text)).toEqual([])
  })
})
