import { must } from '@atelier/shared/basics/must'
import { boardOf } from '@atelier/shared/boards/new-board'
import type { BoardLook, BoardPlan } from '@atelier/shared/exchange/board-import'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { mostContributions } from '@atelier/shared/outcomes/outcome'
import { expect, test } from 'vitest'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'

type More = {
  plan?: BoardPlan
  language?: 'en' | 'de'
  outcomes?: { id: string; name: string }[]
}

const look = async (file: string | Uint8Array, more: More = {}) =>
  (await convert({ ...boardJob({ file, ...more }), kind: 'look-board' })) as BoardLook

async function read(file: string, more: More = {}) {
  const found = (await convert({ ...boardJob({ file, ...more }), kind: 'read-board' })) as Found
  const made = must(found.boards?.[0], 'board')
  const board = boardOf(importedBoardUpdate(made, 'me'))
  const card = (title: string) =>
    must(
      [...board.cards.values()].find((one) => one.title === title),
      title,
    )
  const text = (title: string) =>
    JSON.stringify(
      must(
        made.cards.find((one) => one.title === title),
        title,
      ).description,
    )
  return { made, board, card, text, skipped: found.skipped }
}

const fieldsOf = ({ table }: BoardLook) => table?.columns.map(({ field }) => field)

test.each([
  [',', 'Title,Status,Due'],
  [';', 'Title;Status;Due'],
  ['\t', 'Title\tStatus\tDue'],
])('the separator %j is told by itself', async (separator, head) => {
  const row = ['"a, b; c"', 'Open', '2026-12-01'].join(separator)
  const { table, cards } = await look(`\ufeff${head}\r\n${row}\r\n`)
  expect([table?.separator, cards]).toEqual([separator, 1])
  expect(table?.columns[0]?.samples).toEqual(['a, b; c'])
})

test('headings are understood in English and German', async () => {
  const english = 'Task name,Status,Owner,Tags,Start date,Deadline,Points,Notes,Checklist,Colour'
  expect(fieldsOf(await look(`${english}\na,b,c,d,,,1,n,[x] e,red`))).toEqual([
    ...['title', 'column', 'assignees', 'labels', 'start', 'due', 'estimate', 'description'],
    ...['checklist', 'text'],
  ])
  const german = 'Aufgabe;Zustand;Verantwortlich;Schlagwörter;Beginn;Fällig bis;Frist;Bemerkung'
  expect(fieldsOf(await look(`${german}\na;b;c;d;;x;;n`))).toEqual([
    ...['title', 'column', 'assignees', 'labels', 'start', 'text', 'due', 'description'],
  ])
})

test.each([
  ['day first, by the point', '3.4.2026', 'dmy', '2026-04-03'],
  ['year first', '2026/4/3', 'ymd', '2026-04-03'],
  ['month first, as it cannot be else', '4/30/2026', 'mdy', '2026-04-30'],
  ['day first, as it cannot be else', '30/4/2026', 'dmy', '2026-04-30'],
])('days are read %s', async (_, written, dates, day) => {
  const file = `Title,Due\na,${written}`
  expect((await look(file)).table?.dates).toBe(dates)
  expect((await read(file)).card('a').due).toBe(day)
})

test.each([
  ['Mar 5, 2026', '2026-03-05'],
  ['5. März 2026', '2026-03-05'],
  ['05/Mar/26 10:00 AM', '2026-03-05'],
  ['2026-03-05T23:30:00Z', '2026-03-05'],
])('days are read as %s, too', async (written, day) => {
  expect((await read(`Title;Due\na;${written}`)).card('a').due).toBe(day)
})

test('which of two ways a day is meant is guessed by the language, and can be said', async () => {
  const file = 'Title,Due\na,3/4/2026'
  expect((await look(file, { language: 'en' })).table?.dates).toBe('mdy')
  expect((await look(file, { language: 'de' })).table?.dates).toBe('dmy')
  expect((await read(file, { plan: { dates: 'dmy' } })).card('a').due).toBe('2026-04-03')
})

test.each(['31.2.2026', '99999-01-01', 'soon', '0000-00-00', '12/12/12/12'])(
  'a day %s that is none is kept in words, and said',
  async (written) => {
    const { card, text, skipped } = await read(`Title;Due date\na;${written}`)
    expect(card('a').due).toBeNull()
    expect(text('a')).toContain(written)
    expect(skipped).toContainEqual({ name: 'a', why: 'bad-date' })
  },
)

test('GitLab’s issues are known, and closed ones are done', async () => {
  const head =
    'Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Assignee Username,Due Date,Created At (UTC),Weight,Labels,Time Spent'
  const row =
    'Fix it,"Line one\n\n- item",7,https://x.example/7,Closed,A,a,Wim,wim,2026-12-01,2026-01-02 10:00:00,3,"bug,ui",0'
  const found = await look(`${head}\n${row}\n`)
  expect(found).toMatchObject({ source: 'gitlab', people: [{ name: 'Wim' }] })
  const { board, card, text } = await read(`${head}\n${row}\n`)
  expect(board.columns).toMatchObject([{ name: 'Closed', done: true }])
  expect(card('Fix it')).toMatchObject({ due: '2026-12-01', estimate: 3 })
  expect(card('Fix it').createdAt).toMatch(/^2026-01-02/)
  expect(text('Fix it')).toMatch(/bulletList.*https:\/\/x\.example\/7/)
  expect(board.labels.map(({ name }) => name)).toEqual(['bug', 'ui'])
})

test('GitHub’s issues are known, with labels in whatever form', async () => {
  const file =
    'number,title,state,labels,assignees\n1,Fix,OPEN,"[""bug"",""help wanted""]",octo\n2,Two,CLOSED,"bug, ui",'
  expect(await look(file)).toMatchObject({ source: 'github', columns: ['OPEN', 'CLOSED'] })
  expect((await read(file)).board.labels.map(({ name }) => name)).toEqual([
    ...['bug', 'help wanted', 'ui'],
  ])
})

test('Jira’s issues keep what is part of what, and what blocks what', async () => {
  const head =
    'Summary,Issue key,Issue id,Issue Type,Status,Parent id,Labels,Labels,Outward issue link (Blocks),Comment,Sprint,Custom field (Story Points)'
  const rows = [
    'Whole,AB-1,100,Epic,To Do,,x,y,,,S1,',
    'Part,AB-2,101,Story,Done,100,,,AB-1,03/Mar/26 10:00 AM;Otto;Look here,S1,5.0',
  ]
  const { made, card } = await read([head, ...rows].join('\n'))
  expect(card('Part')).toMatchObject({ partOf: card('Whole').id, estimate: 5 })
  expect(card('Part').blocks).toEqual([card('Whole').id])
  expect(made.comments).toEqual([
    {
      ...{ card: card('Part').id, author: null, name: 'Otto' },
      ...{ at: '2026-03-03T12:00:00.000Z', text: 'Look here' },
    },
  ])
})

test('cards that would be part of themselves stand alone, and that is said', async () => {
  const { board, skipped } = await read('ID,Title,Parent\n1,a,2\n2,b,3\n3,c,1\n4,d,4')
  const wholes = [...board.cards.values()].filter(({ partOf }) => partOf !== null)
  expect(wholes).toHaveLength(2)
  expect(skipped.filter(({ why }) => why === 'circle')).toHaveLength(2)
})

test('checklists are a line for each item, with the names of lists between', async () => {
  const { card } = await read('Title,Checklist\na,"[x] one\n[ ] two\nAfter:\n- [X] three"\nb,x; y')
  const lists = (title: string) =>
    card(title).checklists.map(({ name, items }) => [
      name,
      items.map(({ text, done }) => `${text} ${done}`),
    ])
  expect(lists('a')).toEqual([
    ['', ['one true', 'two false']],
    ['After', ['three true']],
  ])
  expect(lists('b')).toEqual([['', ['x false', 'y false']]])
})

test('a table names outcomes in one cell or several, by name; too many and unknown ones stay in words', async () => {
  const many = Array.from({ length: mostContributions + 1 }, (_, nth) => `Outcome ${nth}`)
  const outcomes = [...many, 'Knows, and tells'].map((name, nth) => ({ id: `o${nth}`, name }))
  const { made, text } = await read(
    `Title,Outcomes,Lernziel\na,"OUTCOME 1 \nKnows, and tells\n",Outcome 1\nb,"${many.join(';')}",\nc,Of nobody,\n,Outcome 2,`,
    { outcomes },
  )
  const of = (nth: number) => made.cards[nth]?.outcomes.map(({ id }) => id)
  expect(of(0)).toEqual(['o1', `o${many.length}`])
  expect(of(1)).toHaveLength(mostContributions)
  expect(text('b')).toContain(many.at(-1))
  expect([of(2), of(3)]).toEqual([[], ['o2']])
  expect(text('c')).toContain('Of nobody')
})

test('a time of day beside a day is kept in words, and said; midnight is none', async () => {
  const rows = [
    'Title,Start date,Due date',
    'Iso,2026-12-01T10:30:00Z,2026-12-31T23:30:00Z',
    'Plain,2026-12-01,03.12.2026 14:05',
    'Midnight,2026-12-01T23:00:00Z,2026-12-03 00:00:00',
    'Half,01/Mar/26 12:00 AM,01/Mar/26 1:15 PM',
  ]
  const plan = { zone: 'Europe/Berlin', dates: 'dmy' as const }
  const { card, text, skipped } = await read(rows.join('\n'), { plan })
  expect(card('Iso')).toMatchObject({ start: '2026-12-01', due: '2027-01-01' })
  expect(text('Iso')).toMatch(/Starts at:.*2026-12-01T10:30:00Z.*Due at:.*2026-12-31T23:30:00Z/)
  expect(card('Plain').due).toBe('2026-12-03')
  expect(text('Plain')).toMatch(/Due at:.*03\.12\.2026 14:05/)
  expect(text('Plain')).not.toContain('Starts at')
  expect(card('Midnight').start).toBe('2026-12-02')
  expect(text('Midnight')).toBe('null')
  expect(text('Half')).toMatch(/Due at:.*1:15 PM/)
  expect(text('Half')).not.toContain('Starts at')
  const told = skipped.filter(({ why }) => why === 'times-left').map(({ name }) => name)
  expect(told).toEqual(['Iso', 'Plain', 'Half'])
})
