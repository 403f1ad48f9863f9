import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { readRelations } from '@atelier/shared/boards/relations'
import { docOf } from '@atelier/shared/docs/new-doc'
import type { BoardLook } from '@atelier/shared/exchange/board-import'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { expect, test } from 'vitest'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'

const picture = Buffer.from('what a picture is made of')

const board = {
  _format: 'wekan-board-1.0.0',
  ...{ _id: 'b1', title: 'Milling line', archived: false, color: 'belize', permission: 'private' },
  members: [{ userId: 'u1', isActive: true }],
  users: [
    { _id: 'u1', username: 'wim77', profile: { fullname: 'Wim Writer' } },
    { _id: 'u2', username: 'otto', profile: {} },
  ],
  labels: [
    { _id: 'l1', name: 'Safety', color: 'crimson' },
    { _id: 'l2', color: 'sky' },
  ],
  swimlanes: [
    { _id: 's2', title: 'Night', sort: 2, color: 'navy' },
    { _id: 's1', title: 'Day', sort: 1 },
    { _id: 's3', title: 'Nobody here', sort: 3 },
  ],
  lists: [
    { _id: 'done', title: 'Done', sort: 3, archived: false, swimlaneId: 's1' },
    {
      ...{ _id: 'now', title: 'Now', sort: 1, archived: false, swimlaneId: 's1' },
      wipLimit: { enabled: true, value: 3, soft: true },
    },
    { _id: 'now2', title: 'Now', sort: 1.5, archived: false, swimlaneId: 's2' },
    { _id: 'old', title: 'Old', sort: 0, archived: true, wipLimit: { enabled: false, value: 1 } },
  ],
  customFields: [
    {
      ...{ _id: 'f1', name: 'Line', type: 'dropdown' },
      settings: { dropdownItems: [{ _id: 'o1', name: 'Four' }] },
    },
    { _id: 'f2', name: 'Checked', type: 'checkbox', settings: {} },
    { _id: 'f3', name: 'Since', type: 'date', settings: {} },
  ],
  cards: [
    {
      ...{ _id: 'c3', title: 'By night', listId: 'now2', swimlaneId: 's2', sort: 0 },
      ...{ parentId: 'c1', archived: false, members: [], labelIds: [] },
    },
    {
      ...{ _id: 'c2', title: 'Second', listId: 'now', swimlaneId: 's1', sort: 5, archived: false },
      coverId: 'elsewhere',
    },
    {
      ...{ _id: 'c1', title: 'First', listId: 'now', swimlaneId: 's1', sort: 1, archived: false },
      ...{ description: '**Hot** after the shift', labelIds: ['l1', 'l2'], members: ['u1'] },
      ...{ assignees: ['u1', 'u2'], color: 'purple', coverId: 'a1' },
      ...{ createdAt: '2026-01-02T03:04:05.000Z', startAt: '2026-12-01T10:00:00.000Z' },
      ...{ dueAt: '2026-12-31T23:30:00.000Z', endAt: '2027-01-02T10:00:00.000Z', spentTime: 2.5 },
      ...{ requestedBy: 'The foreman', assignedBy: '', receivedAt: null },
      customFields: [
        { _id: 'f1', value: 'o1' },
        { _id: 'f2', value: true },
        { _id: 'f3', value: '2026-03-04T00:00:00.000Z' },
        { _id: 'gone', value: 'x' },
      ],
      vote: { question: 'Stop it?', positive: ['u1', 'u2'], negative: [] },
    },
    {
      ...{ _id: 'c4', title: 'Closed', listId: 'now', swimlaneId: 's1', sort: 9, archived: true },
      archivedAt: '2026-05-06T07:08:09.000Z',
    },
    { _id: 'c5', title: 'In a closed list', listId: 'old', swimlaneId: 's1', sort: 1 },
  ],
  checklists: [
    { _id: 'k2', cardId: 'c1', title: 'After', sort: 2, items: [{ title: 'Sweep' }] },
    { _id: 'k1', cardId: 'c1', title: 'Before', sort: 1 },
  ],
  checklistItems: [
    { _id: 'i2', cardId: 'c1', checklistId: 'k1', title: 'Call', sort: 2, isFinished: false },
    { _id: 'i1', cardId: 'c1', checklistId: 'k1', title: 'Look up', sort: 1, isFinished: true },
  ],
  subtaskItems: [
    { _id: 'c3', title: 'By night', parentId: 'c1' },
    { _id: 'x1', title: 'Order oil', parentId: 'c1', archived: true },
  ],
  comments: [
    { cardId: 'c1', userId: 'u2', text: 'Later *said*', createdAt: '2026-11-02T09:00:00.000Z' },
    { cardId: 'c1', userId: 'u1', text: 'First said', createdAt: '2026-11-01T09:00:00.000Z' },
  ],
  attachments: [
    {
      ...{ _id: 'a1', cardId: 'c1', name: 'spindle.png', type: 'image/png' },
      file: picture.toString('base64'),
    },
    { _id: 'a2', cardId: 'c1', name: 'left-out.pdf', type: 'application/pdf' },
    { _id: 'a3', cardId: 'c2', name: 'old.pdf', url: 'https://wekan.example/cfs/a3/old.pdf' },
  ],
  activities: [{ activityType: 'createCard', cardId: 'c1' }],
  rules: [{ _id: 'r1', title: 'Tidy up' }],
}

const wim = { id: '11111111-1111-4111-8111-111111111111', name: 'Wim Writer', email: 'w@x.example' }

const jobOf = (json: unknown, zone = 'UTC') =>
  boardJob({ file: JSON.stringify(json), members: [wim], plan: { zone } })

async function read(json: unknown, zone?: string) {
  const found = (await convert({ ...jobOf(json, zone), kind: 'read-board' })) as Found
  const made = must(found.boards?.[0], 'board')
  const doc = docOf(importedBoardUpdate(made, wim.id))
  const shown = readBoard(doc)
  const card = (title: string) =>
    must(
      [...shown.cards.values()].find((one) => one.title === title),
      title,
    )
  const whole = (title: string) =>
    must(
      made.cards.find((one) => one.title === title),
      title,
    )
  const text = (title: string) => JSON.stringify(whole(title).description)
  const told = found.skipped.map(({ name, why }) => `${name}: ${why}`)
  return { found, made, shown, card, whole, text, told }
}

test('lists and cards stand in WeKan’s order, lists of one name in several lanes are one column', async () => {
  const { shown, card } = await read(board)
  expect(shown.title).toBe('Milling line')
  expect(shown.columns.map(({ name, limit, done }) => [name, limit, done])).toEqual([
    ['Now', 3, false],
    ['Done', null, true],
  ])
  expect(shown.columns[0]?.cards.map(({ title }) => title)).toEqual(['First', 'Second', 'By night'])
  expect(shown.archive.map(({ title }) => title).sort()).toEqual(['Closed', 'In a closed list'])
  expect(card('Closed').archivedAt).toBe('2026-05-06T07:08:09.000Z')
  expect(card('First')).toMatchObject({
    ...{ start: '2026-12-01', due: '2026-12-31', assignees: [wim.id] },
    createdAt: '2026-01-02T03:04:05.000Z',
    checklists: [
      {
        name: 'Before',
        items: [
          { text: 'Look up', done: true },
          { text: 'Call', done: false },
        ],
      },
      { name: 'After', items: [{ text: 'Sweep' }] },
      { name: 'Subtasks', items: [{ text: 'Order oil', done: true }] },
    ],
  })
})

test('a subtask on the same board is part of its card', async () => {
  const { shown, card } = await read(board)
  const { wholeOf } = readRelations(shown.cards)
  expect(wholeOf.get(card('By night').id)).toBe(card('First').id)
})

test('lanes that hold something are labels, and one lane alone is none', async () => {
  const { shown, card, told } = await read(board)
  const names = (title: string) =>
    card(title).labels.map((id) => shown.labels.find((label) => label.id === id)?.name)
  expect(names('First').sort()).toEqual(['Day', 'Label', 'Safety'])
  expect(names('By night')).toEqual(['Night'])
  expect(shown.labels.find(({ name }) => name === 'Safety')?.colour).toBe('red')
  expect(shown.labels.find(({ name }) => name === 'Night')?.colour).toBe('indigo')
  expect(shown.labels.map(({ name }) => name)).not.toContain('Nobody here')
  expect(told).toContain('Milling line: lanes-as-labels')

  const cards = board.cards.filter(({ swimlaneId }) => swimlaneId === 's1')
  const alone = await read({ ...board, cards })
  expect(alone.shown.labels.map(({ name }) => name)).not.toContain('Day')
  expect(alone.told).not.toContain('Milling line: lanes-as-labels')
})

test('the cards of a lane that was put away are put away', async () => {
  const swimlanes = board.swimlanes.map((lane) => ({ ...lane, archived: lane._id === 's2' }))
  const { shown } = await read({ ...board, swimlanes })
  expect(shown.archive.map(({ title }) => title)).toContain('By night')
})

test('files come along with their bytes, and a picture stays the cover', async () => {
  const { found, made, whole, text, told } = await read(board)
  const first = whole('First')
  expect(found.files).toMatchObject([{ docId: made.id, name: 'spindle.png' }])
  const [file] = found.files
  expect(Buffer.from(must(file, 'file').bytes).equals(picture)).toBe(true)
  expect(first.attachments).toMatchObject([
    { id: file?.id, name: 'spindle.png', mime: 'image/png', size: picture.length },
  ])
  expect(first.cover).toEqual({ file: file?.id })
  expect(whole('Second').cover).toBeNull()
  expect(text('First')).toContain('left-out.pdf')
  expect(text('Second')).toContain('https://wekan.example/cfs/a3/old.pdf')
  expect(told).toEqual(expect.arrayContaining(['First: files-as-links', 'Second: files-as-links']))
})

test('what has no place here is at the end of the description, and that is said', async () => {
  const { text, told } = await read({ ...board, description: 'All about milling' })
  const said = text('First')
  expect(said).toMatch(/"text":"Hot","marks":\[\{"type":"bold"\}\]/)
  expect(said).toMatch(/Assigned to:.*otto/)
  expect(said).toMatch(/Starts at:.*10:00 \(UTC\).*Due at:.*23:30 \(UTC\)/)
  expect(said).toMatch(/Requested by:.*The foreman.*Ended:.*2027-01-02.*Hours spent:.*2\.5/)
  expect(said).toMatch(/Stop it\?:.*yes 2, no 0/)
  expect(said).toMatch(/Line:.*Four.*Checked:.*yes.*Since:.*2026-03-04/)
  expect(said).not.toContain('Assigned by')
  expect(text('About this board')).toContain('All about milling')
  expect(told).toEqual(
    expect.arrayContaining([
      ...['First: facts-as-text', 'First: people-as-text', 'Milling line: times-left'],
      ...['Milling line: rules-left', 'Milling line: board-as-card'],
    ]),
  )
})

test('comments stay comments, with their times and names, oldest first', async () => {
  const { made, card } = await read(board)
  const at = card('First').id
  expect(made.comments).toMatchObject([
    { card: at, author: wim.id, text: 'First said', at: '2026-11-01T09:00:00.000Z' },
    { card: at, author: null, name: 'otto', text: 'Later *said*' },
  ])
})

test('it is told by what it says it is, and by its ids where it says nothing', async () => {
  const look = async (json: unknown) =>
    (await convert({ ...jobOf(json), kind: 'look-board' })) as BoardLook
  const { _format: _, ...older } = board
  for (const json of [board, older])
    expect(await look(json)).toMatchObject({ source: 'wekan', cards: 5, archived: 2, comments: 2 })
})

test('whatever is spoiled in it costs nobody the rest', async () => {
  const spoiled = {
    ...board,
    ...{ swimlanes: 7, users: [null, { _id: 3 }], customFields: 'x', checklists: [{}], rules: {} },
    attachments: [
      { cardId: 'c1', file: 5 },
      { cardId: 'c1', name: 'bad.bin', file: '%%%' },
    ],
    cards: [
      ...board.cards,
      { _id: 'c9', title: 9, listId: 'nowhere', sort: 'x', vote: 3, dueAt: 'soon', labelIds: {} },
    ],
  }
  const { shown, text, told } = await read(spoiled)
  expect(shown.cards.size).toBe(6)
  expect(text('9')).toMatch(/Due:.*soon/)
  expect(told).toContain('9: bad-date')
})

test('files are called what files are called here, and many cards of one id do not multiply what is on it', async () => {
  const name = `../in\u202evoice\n${'x'.repeat(5000)}.png`
  const file = { _id: 'a1', cardId: 'c1', name, file: picture.toString('base64') }
  const twins = Array.from({ length: 3 }, (_, nth) => ({ ...board.cards[0], title: `Twin ${nth}` }))
  const { found, made } = await read({
    ...{ ...board, attachments: [file] },
    cards: [...board.cards, ...twins],
  })
  const [kept] = made.cards.flatMap(({ attachments }) => attachments)
  expect(must(kept, 'file').name).toMatch(/^invoicex+\.png$/)
  expect(must(kept, 'file').name.length).toBeLessThan(300)
  expect(found.files).toHaveLength(1)
  expect(made.cards.flatMap(({ checklists }) => checklists)).toHaveLength(
    (await read(board)).made.cards.flatMap(({ checklists }) => checklists).length,
  )
})
