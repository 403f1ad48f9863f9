import { describe, expect, test } from 'vitest'
import { type QuickToken, readQuickCard } from './quick-add'

/** A Thursday. */
const today = '2026-11-26'
const people = [
  { id: 'amara', name: 'Amara Okafor' },
  { id: 'ann', name: 'Ann Lee' },
  { id: 'ann2', name: 'Ann Meyer' },
  { id: 'jose', name: 'José García' },
  { id: 'grosse', name: 'Jörg Große-Holz' },
]
const labels = [
  { id: 'steel', name: 'Steel' },
  { id: 'week', name: 'Next week' },
  { id: 'next', name: 'Next' },
  { id: 'quality', name: 'Qualität' },
]
const read = (text: string, ...plain: string[]) =>
  readQuickCard(text, { today, people, labels, plain: new Set(plain) })

const meaning = (token: QuickToken) => {
  switch (token.kind) {
    case 'person':
      return `@${token.person}`
    case 'label':
      return `#${token.label ?? `new:${token.name}`}`
    case 'estimate':
      return `~${token.points}`
    default:
      return `${token.kind} ${token.day}`
  }
}
const means = (text: string, ...plain: string[]) => {
  const { title, tokens } = read(text, ...plain)
  return [title, ...tokens.map(meaning)]
}

describe('a day in the title of a new card is when it is due', () => {
  test.each([
    ['Call tomorrow', 'Call', '2026-11-27'],
    ['Call today', 'Call', '2026-11-26'],
    ['Call the day after tomorrow', 'Call', '2026-11-28'],
    ['Call day after tomorrow', 'Call', '2026-11-28'],
    ['Tomorrow call the mill', 'call the mill', '2026-11-27'],
    ['Call next friday', 'Call', '2026-11-27'],
    ['Call next fri', 'Call', '2026-11-27'],
    ['Call this friday', 'Call', '2026-11-27'],
    ['Call on Monday.', 'Call', '2026-11-30'],
    ['Call by mon', 'Call', '2026-11-30'],
    ['Call next week', 'Call', '2026-11-30'],
    ['Call next month', 'Call', '2026-12-26'],
    ['Call in 3 days', 'Call', '2026-11-29'],
    ['Call in two weeks', 'Call', '2026-12-10'],
    ['Call in a week', 'Call', '2026-12-03'],
    ['Call in 2 months', 'Call', '2027-01-26'],
    ['Call 12 March', 'Call', '2027-03-12'],
    ['Call 12 March 2028', 'Call', '2028-03-12'],
    ['Call March 12th, 2028', 'Call', '2028-03-12'],
    ['Call by 3rd dec', 'Call', '2026-12-03'],
    ['Call by 3/12', 'Call', '2026-12-03'],
    ['Call 3/12/2027', 'Call', '2027-12-03'],
    ['Call 2026-12-24', 'Call', '2026-12-24'],
    ['Call 24.12.', 'Call', '2026-12-24'],
    ['Call 24.12.2027', 'Call', '2027-12-24'],
    ['Call 24.12.27', 'Call', '2027-12-24'],
    ['Call 20 Nov', 'Call', '2027-11-20'],
    ['Anrufen morgen', 'Anrufen', '2026-11-27'],
    ['Anrufen heute', 'Anrufen', '2026-11-26'],
    ['Anrufen übermorgen', 'Anrufen', '2026-11-28'],
    ['Anrufen nächsten Dienstag', 'Anrufen', '2026-12-01'],
    ['Anrufen diesen Freitag', 'Anrufen', '2026-11-27'],
    ['Anrufen am Mittwoch', 'Anrufen', '2026-12-02'],
    ['Anrufen am Mi', 'Anrufen', '2026-12-02'],
    ['Anrufen bis zum 24.12.', 'Anrufen', '2026-12-24'],
    ['Anrufen bis 3. Dezember', 'Anrufen', '2026-12-03'],
    ['Anrufen in zwei Wochen', 'Anrufen', '2026-12-10'],
    ['Anrufen in einem Monat', 'Anrufen', '2026-12-26'],
    ['Anrufen nächste Woche', 'Anrufen', '2026-11-30'],
    ['Anrufen nächsten Monat', 'Anrufen', '2026-12-26'],
    ['Anrufen 15. März', 'Anrufen', '2027-03-15'],
  ])('%s', (text, title, day) => expect(means(text)).toEqual([title, `due ${day}`]))

  test.each([
    'Call Mo',
    'May the mill be clean',
    'Sun screens for the yard',
    'Version 3.5 of the plan',
    'Half of 24/12 parts',
    'Tomorrow’s talk',
    'A report from yesterday',
    'Fr. Meyer',
    '31 February',
    '2026-02-31',
    '99999-01-01',
    'in 3 apples',
    'in 2 days’ time',
    'Do it',
    'the next big thing',
  ])('%s is none', (text) => expect(means(text)).toEqual([text]))

  test('and when it starts, said so', () => {
    expect(means('Weld starting monday by friday')).toEqual([
      'Weld',
      'start 2026-11-30',
      'due 2026-11-27',
    ])
    expect(means('Schweißen ab 1.12.')).toEqual(['Schweißen', 'start 2026-12-01'])
  })

  test('the last one counts, and others stay words', () => {
    expect(means('Monday report by friday')).toEqual(['Monday report', 'due 2026-11-27'])
  })
})

describe('an @ names a person', () => {
  test.each([
    ['Weld @Amara Okafor', ['Weld', '@amara']],
    ['Weld @amara', ['Weld', '@amara']],
    ['@okafor weld', ['weld', '@amara']],
    ['Weld @jose', ['Weld', '@jose']],
    ['Weld @jörg', ['Weld', '@grosse']],
    ['Weld @Holz, quickly', ['Weld, quickly', '@grosse']],
    ['Weld @ann meyer and @Amara', ['Weld and', '@ann2', '@amara']],
    ['Weld @amara @Amara Okafor', ['Weld @amara', '@amara']],
  ])('%s', (text, found) => expect(means(text)).toEqual(found))

  test.each(['Weld @ann', 'Weld @nobody', 'Mail ann@lee.example', 'Weld @ amara', 'At @'])(
    '%s names none',
    (text) => expect(means(text)).toEqual([text]),
  )
})

describe('a # names a label', () => {
  test.each([
    ['Weld #steel', ['Weld', '#steel']],
    ['Weld #QUALITAT now', ['Weld now', '#quality']],
    ['Weld #next week', ['Weld', '#week']],
    ['Weld #next job', ['Weld job', '#next']],
    ['Weld #urgent', ['Weld', '#new:urgent']],
    ['Weld #"hard to get" #steel', ['Weld', '#new:hard to get', '#steel']],
    ['Weld #über-eilig', ['Weld', '#new:über-eilig']],
    ['Weld #new #New', ['Weld #new', '#new:New']],
  ])('%s', (text, found) => expect(means(text)).toEqual(found))

  test.each(['Ticket #12', 'C# course', `Weld #${'x'.repeat(41)}`, 'Weld #', '#" "'])(
    '%s names none',
    (text) => expect(means(text)).toEqual([text]),
  )
})

describe('a ! or ~ with a number is an estimate', () => {
  test.each([
    ['Weld !3', ['Weld', '~3']],
    ['Weld ~5 slowly', ['Weld slowly', '~5']],
    ['Weld ~0,5', ['Weld', '~0.5']],
    ['Weld !3 !8', ['Weld !3', '~8']],
  ])('%s', (text, found) => expect(means(text)).toEqual(found))
  test.each(['Weld !now', 'About ~10km', 'Weld 3!', 'Weld !99999'])('%s is none', (text) =>
    expect(means(text)).toEqual([text]),
  )
})

describe('all of it', () => {
  test('is found together, in its places', () => {
    const text = 'Cut the samples @ann lee #steel ~3 by next friday'
    const { title, tokens } = read(text)
    expect(title).toBe('Cut the samples')
    expect(tokens.map(meaning)).toEqual(['@ann', '#steel', '~3', 'due 2026-11-27'])
    for (const { from, to, raw } of tokens) expect(text.slice(from, to)).toBe(raw)
  })

  test('what somebody wants as plain words stays in the title', () => {
    expect(means('Plan tomorrow @amara', 'tomorrow')).toEqual(['Plan tomorrow', '@amara'])
    expect(means('Plan tomorrow @amara', '@amara')).toEqual(['Plan @amara', 'due 2026-11-27'])
  })

  test('a title of nothing else keeps its words', () => {
    expect(means('tomorrow @amara')).toEqual(['tomorrow @amara', 'due 2026-11-27', '@amara'])
    expect(means('')).toEqual([''])
  })

  test('takes any text within a blink', () => {
    const hostile = [
      '@'.repeat(300),
      '# '.repeat(150),
      'in '.repeat(100),
      '1.'.repeat(150),
      '“‮@ann'.repeat(40),
    ]
    for (const text of hostile) expect(read(text).title.length).toBeLessThanOrEqual(text.length)
  })
})
