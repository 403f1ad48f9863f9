/** Tables in the shapes in which other programs write them. */
import { must } from '@atelier/shared/basics/must'
import { boardOf } from '@atelier/shared/boards/new-board'
import type { BoardLook } from '@atelier/shared/exchange/board-import'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { expect, test } from 'vitest'
import { evilZip } from '../../../testing/evil-zips'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'
import type { Member } from '../../match-people'

const wim = { id: '11111111-1111-4111-8111-111111111111', name: 'Wim Writer', email: 'w@x.example' }

async function read(lines: readonly string[] | Uint8Array, members: readonly Member[] = []) {
  const file = lines instanceof Uint8Array ? lines : lines.join('\n')
  const job = boardJob({ file, members })
  const look = (await convert({ ...job, kind: 'look-board' })) as BoardLook
  const found = (await convert({ ...job, kind: 'read-board' })) as Found
  const made = must(found.boards?.[0], 'board')
  const board = boardOf(importedBoardUpdate(made, 'me'))
  const card = (title: string) =>
    must(
      [...board.cards.values()].find((one) => one.title === title),
      title,
    )
  const words = (title: string) =>
    JSON.stringify(made.cards.find((one) => one.title === title)?.description ?? null)
  const fields = new Map(look.table?.columns.map(({ name, field }) => [name, field]))
  return { look, made, board, card, words, fields, skipped: found.skipped }
}

const linear = [
  'ID,Team,Title,Description,Status,Estimate,Priority,Project ID,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Updated,Started,Triaged,Completed,Canceled,Archived,Due Date,Parent issue,Initiatives,SLA Status,UUID,Time in status (minutes),Related to,Blocked by,Duplicate of',
  'MIL-1,Mill,Whole,Words,In Progress,5,High,p1,Line,w@x.example,w@x.example,Safety,1,First,Mon Feb 06 2023 05:00:00 GMT+0000 (GMT),,Tue Aug 23 2022 13:54:01 GMT+0000 (GMT),,,,,,,Wed Mar 01 2023 00:00:00 GMT+0000 (GMT),,,,u1,900,,,',
  'MIL-2,Mill,Part,,Todo,,Low,,,w@x.example,,,,,,,2022-08-24T14:06:02.000Z,,,,,,Sat Feb 11 2023 01:51:53 GMT+0000 (GMT),,MIL-1,,,u2,10,MIL-9,"MIL-1, MIL-8",',
]

test('Linear’s issues are known: whole moments are days, whoever waits is blocked, and numbers stay', async () => {
  const { look, card, words, fields, skipped } = await read(linear, [wim])
  expect([look.source, fields.get('UUID'), fields.get('Cycle Start')]).toEqual([
    ...['linear', 'none', 'none'],
  ])
  expect(card('Whole')).toMatchObject({ due: '2023-03-01', estimate: 5, assignees: [wim.id] })
  expect(card('Whole').createdAt).toMatch(/^2022-08-23/)
  expect(card('Whole').blocks).toEqual([card('Part').id])
  expect(card('Part')).toMatchObject({ partOf: card('Whole').id })
  expect(card('Part').archivedAt).toMatch(/^2023-02-11/)
  // What is not in the table stays words, and so does the number people know a card by.
  expect(words('Part')).toMatch(/"ID:".*MIL-2.*"Related to:".*MIL-9.*"Blocked by:".*MIL-8/)
  expect(words('Part')).not.toContain('MIL-1"')
  expect(skipped.map(({ why }) => why)).not.toContain('bad-date')
})

test('Asana’s tasks are known: people by their address, wholes by their title', async () => {
  const { look, card, words } = await read(
    [
      'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies)',
      '1,2026-09-01,,2026-09-02,Launch,Build,W.,W@x.example,2026-09-20,2026-10-15,"Design,Q4","Not *bold*",Site,,',
      '2,2026-09-01,2026-09-08,2026-09-08,Buy paper,Build,W.,W@x.example,,,,,Site,Launch,Launch',
    ],
    [wim],
  )
  expect([look.source, look.people]).toMatchObject([
    'asana',
    [{ name: 'W.', cards: 2, person: wim.id }],
  ])
  expect(card('Launch')).toMatchObject({ start: '2026-09-20', due: '2026-10-15' })
  expect(card('Buy paper')).toMatchObject({ partOf: card('Launch').id, assignees: [wim.id] })
  expect(card('Launch').blocks).toEqual([card('Buy paper').id])
  expect(words('Launch')).toContain('Not *bold*')
  expect(words('Buy paper')).toContain('2026-09-08')
})

const jira =
  'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Assignee Id,Reporter,Reporter Id,Created,Watchers,Watchers,Watchers Id,Watchers Id,Comment,Custom field (Rank),Custom field (Start date),Outward issue link (Cloners),Parent,Parent key,Custom field (Epic Link)'

test('people of Jira are called by their names, though it calls them by numbers where they said something', async () => {
  const { look, made, fields } = await read([
    jira,
    'One,AB-1,1,Task,To Do,Otto,o:1,Rita,r:2,22/Sep/25 9:26 AM,Rita,Karl,r:2,k:3,22/Sep/25 9:30 AM;k:3;Here,0|i001,,,,,',
    'Two,AB-2,2,Task,To Do,,,Rita,r:2,22/Sep/25 9:26 AM,Rita,,r:2,,22/Sep/25 9:31 AM;r:2;There,0|i002,2025-09-30,AB-7,,,',
  ])
  expect(look.people.map(({ name, cards, comments }) => [name, cards, comments])).toEqual([
    ['Otto', 1, 0],
    ['Karl', 0, 1],
    ['Rita', 0, 1],
  ])
  expect(made.comments?.map(({ name, text }) => [name, text])).toEqual([
    ['Karl', 'Here'],
    ['Rita', 'There'],
  ])
  expect([fields.get('Custom field (Rank)'), fields.get('Custom field (Start date)')]).toEqual([
    ...['none', 'start'],
  ])
})

test('an issue of Jira is part of what any of its columns says, and other links are words', async () => {
  const { card, words } = await read([
    jira,
    'Epic,AB-1,10,Epic,To Do,,,,,,,,,,,,,,,,',
    'Story,AB-2,11,Story,To Do,,,,,,,,,,,,,AB-1,10,AB-1,',
    'Older,AB-3,12,Story,To Do,,,,,,,,,,,,,,,,AB-1',
    'Stray,AB-4,13,Story,To Do,,,,,,,,,,,,,,99,,',
  ])
  expect([card('Story').partOf, card('Older').partOf]).toEqual([card('Epic').id, card('Epic').id])
  expect(words('Story')).toMatch(/Outward issue link \(Cloners\):.*AB-1/)
  expect(card('Stray').partOf).toBeNull()
  expect(words('Stray')).toMatch(/"Parent:".* 99"/)
})

test('on which side the month stands is told by when things were made, too', async () => {
  const { card } = await read(['Title,Created', 'a,6/21/2025 16:14', 'b,7/2/2025 9:00'])
  expect(card('a').createdAt).toMatch(/^2025-06-21/)
  expect(card('b').createdAt).toMatch(/^2025-07-02/)
})

test('rows that somebody numbered keep no number, and a column without a name says what it says', async () => {
  const { look, words } = await read([',Title,', '0,a,left over', '1,b,'])
  expect(look.table?.columns.map(({ field }) => field)).toEqual(['none', 'title', 'text'])
  expect(words('a')).toContain('"left over"')
  expect(words('a')).not.toContain('"text":":"')
})

test('headings that all objects have are headings like any other', async () => {
  const { look } = await read(['number,title,state,constructor,toString', '1,a,open,b,c'])
  expect(look.table?.columns.map(({ field }) => field)).toEqual([
    ...['id', 'title', 'column', 'text', 'text'],
  ])
})

const planeHead =
  'ID,Project Identifier,Project,Project ID,Sequence ID,Name,Description,Priority,Start Date,Target Date,State,Created At,Updated At,Completed At,Archived At,Module Name,Created By,Labels,Comments,Estimate,Link,Assignees,Subscribers Count,Attachment Count,Attachment Links,Cycle Name,Cycle Start Date,Cycle End Date,Parent,Relations'
const planeSaid = JSON.stringify([
  { comment: 'Looks, right', created_at: 'Tue, 22 Apr 2025', created_by: 'Wim Writer' },
  { comment: 'So be it', created_at: '', created_by: '' },
])
const planeRow = [
  ...['MIL-1', 'MIL', 'Mill', 'p1', '1', 'Whole', 'Words', 'high', 'Mon, 21 Apr 2025'],
  ...['Thu, 24 Apr 2025', 'In Progress', 'Sun, 20 Apr 2025 10:17:06 UTC+0000', '', '', ''],
  ...['Spindle', 'Otto Elsewhere', 'Safety, Oil', planeSaid, '5', 'https://x.example/a'],
  ...['Wim Writer', '3', '0', '', 'First cycle', '', '', ''],
  JSON.stringify({ blocked_by: 'MIL-2', relates_to: 'MIL-9' }),
]
const planeOther = planeHead
  .split(',')
  .map((name) => ({ ID: 'MIL-2', Name: 'Part', Parent: 'MIL-1' })[name] ?? '')
const quoted = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
const planeTable = [planeHead, quoted(planeRow), quoted(planeOther)]
/** The same as JSON, where lists are lists. */
const planeJson = () => {
  const names = planeHead.split(',')
  const record = (cells: readonly string[]) =>
    Object.fromEntries(names.map((name, nth) => [name, cells[nth] ?? ''] as [string, unknown]))
  const whole = {
    ...record(planeRow),
    ...{ Labels: ['Safety', 'Oil'], Assignees: ['Wim Writer'], Comments: JSON.parse(planeSaid) },
    ...{ 'Sequence ID': 1, Relations: { blocked_by: 'MIL-2', relates_to: 'MIL-9' }, Parent: null },
  }
  return JSON.stringify([whole, record(planeOther)])
}

test.each([
  ['as CSV', planeTable],
  ['as JSON', [planeJson()]],
  ['in the zip it packs', evilZip([{ name: 'mill.csv', content: planeTable.join('\n') }])],
])(
  'Plane’s work items are known, %s: comments and relations are what they are',
  async (_, file) => {
    const { look, made, card, words, fields, skipped } = await read(file, [wim])
    expect([look.source, look.comments, fields.get('Target Date')]).toEqual(['plane', 2, 'due'])
    const whole = card('Whole')
    expect(whole).toMatchObject({ start: '2025-04-21', due: '2025-04-24', estimate: 5 })
    expect(whole.assignees).toEqual([wim.id])
    expect(whole.labels).toHaveLength(2)
    expect(whole.createdAt).toMatch(/^2025-04-20/)
    expect(card('Part')).toMatchObject({ partOf: whole.id, blocks: [whole.id] })
    expect(made.comments?.map(({ author, at, text }) => [author, at?.slice(0, 10), text])).toEqual(
      expect.arrayContaining([
        [wim.id, '2025-04-22', 'Looks, right'],
        [null, undefined, 'So be it'],
      ]),
    )
    expect(words('Whole')).toMatch(/Priority:.*high.*Module Name:.*Spindle.*First cycle/)
    expect(words('Whole')).toMatch(/relates to: MIL-9/)
    expect(words('Whole')).toContain('https://x.example/a')
    const why = skipped.map(({ why }) => why)
    expect(why).not.toContain('bad-date')
    expect(why).toContain('facts-as-text')
  },
)

test('what Plane wrote before is known, too; a list of records that nobody knows is a table', async () => {
  const old =
    'ID,Project,Name,Description,State,Start Date,Target Date,Priority,Created By,Assignee,Labels,Cycle Name,Cycle Start Date,Cycle End Date,Module Name,Module Start Date,Module Target Date,Created At,Updated At,Completed At,Archived At'
  const row =
    'MIL-7,Mill,Smooth,Words,In Progress,"Mon, 21 Apr 2025 10:17:06 UTC+0000",,none,W,Wim Writer,Fast,,,,,,,,,,'
  const { look, card } = await read([old, row], [wim])
  expect(look.source).toBe('plane')
  expect(card('Smooth')).toMatchObject({ start: '2025-04-21', assignees: [wim.id] })
  const records = JSON.stringify([
    { Title: 'Ask', Status: 'Open' },
    { Title: 'Tell', Extra: { a: 1 } },
    7,
  ])
  const other = await read([records])
  expect([other.look.source, other.look.cards]).toEqual(['csv', 2])
  expect(other.words('Tell')).toContain('{\\"a\\":1}')
})
