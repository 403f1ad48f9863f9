import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { restoreColumn } from '@atelier/shared/boards/column-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { expect, test } from 'vitest'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'

const id = (n: number) => `5f4e3d2c${String(n).padStart(16, '0')}`

const board = {
  name: 'Milling line',
  lists: [
    { id: 'later', name: 'Later', pos: 300 },
    { id: 'now', name: 'Now', pos: 100, softLimit: 3 },
    { id: 'old', name: 'Old ideas', pos: 50, closed: true },
    { id: 'done', name: 'Done ✅', pos: 400 },
  ],
  labels: [
    { id: 'l1', name: 'Safety', color: 'red_dark' },
    { id: 'l2', name: '', color: 'sky' },
  ],
  members: [
    { id: 'm1', fullName: 'Wim Writer', username: 'wim77' },
    { id: 'm2', fullName: 'Otto Elsewhere', username: 'otto' },
  ],
  customFields: [
    { id: 'f1', name: 'Line', type: 'list', options: [{ id: 'o1', value: { text: 'Four' } }] },
    { id: 'f2', name: 'Checked', type: 'checkbox' },
  ],
  cards: [
    {
      id: id(2),
      name: 'Second',
      desc: '',
      idList: 'now',
      pos: 20,
    },
    {
      id: id(1),
      name: 'First',
      desc: '**Hot** after the shift',
      idList: 'now',
      pos: 10,
      due: '2026-12-31T23:30:00.000Z',
      start: '2026-12-01T10:00:00.000Z',
      dueComplete: true,
      idMembers: ['m1', 'm2'],
      idLabels: ['l1', 'l2'],
      cover: { color: 'purple' },
      attachments: [
        { name: 'Plan', url: 'https://files.example/plan.pdf' },
        { name: 'Trick', url: 'javascript:alert(1)' },
        { name: 'scan.pdf', url: 'https://files.example/1', bytes: 1_234_567, isUpload: true },
      ],
      customFieldItems: [
        { idCustomField: 'f1', idValue: 'o1' },
        { idCustomField: 'f2', value: { checked: 'true' } },
      ],
    },
    { id: id(3), name: 'Closed', idList: 'now', pos: 5, closed: true },
    { id: id(4), name: 'In a closed list', idList: 'old', pos: 1 },
    { id: id(5), name: 'To copy', idList: 'later', pos: 1, isTemplate: true },
  ],
  checklists: [
    {
      idCard: id(1),
      name: 'Before',
      pos: 1,
      checkItems: [
        { name: 'Call', state: 'incomplete', pos: 2 },
        { name: 'Find the number', state: 'complete', pos: 1 },
      ],
    },
  ],
  actions: [
    {
      type: 'commentCard',
      date: '2026-11-02T09:00:00.000Z',
      data: { card: { id: id(1) }, text: 'Later *said*' },
      memberCreator: { id: 'm2', fullName: 'Otto Elsewhere' },
    },
    {
      type: 'commentCard',
      date: '2026-11-01T09:00:00.000Z',
      data: { card: { id: id(1) }, text: 'First said' },
      memberCreator: { id: 'm1', username: 'wim77' },
    },
    { type: 'updateCard', data: {} },
  ],
}

const wim = { id: '11111111-1111-4111-8111-111111111111', name: 'Wim Writer', email: 'w@x.example' }

async function read(json: unknown, zone = 'UTC') {
  const job = boardJob({ file: JSON.stringify(json), members: [wim], plan: { zone } })
  const found = (await convert({ ...job, kind: 'read-board' })) as Found
  const made = must(found.boards?.[0], 'board')
  const doc = docOf(importedBoardUpdate(made, wim.id))
  const shown = readBoard(doc)
  const card = (title: string) =>
    must(
      [...shown.cards.values()].find((one) => one.title === title),
      title,
    )
  const text = (title: string) =>
    JSON.stringify(
      must(
        made.cards.find((one) => one.title === title),
        title,
      ).description,
    )
  return { made, doc, shown, card, text, skipped: found.skipped }
}

test('lists and cards stand in Trello’s order, with what hangs on them', async () => {
  const { shown, card } = await read(board)
  const { columns, labels } = shown
  expect(columns.map(({ name, limit, done }) => [name, limit, done])).toEqual([
    ['Now', 3, false],
    ['Later', null, false],
    ['Done ✅', null, true],
  ])
  expect(columns[0]?.cards.map(({ title }) => title)).toEqual(['First', 'Second'])
  expect(labels.map(({ name, colour }) => [name, colour])).toEqual([
    ['Safety', 'red'],
    ['Sky', 'cyan'],
  ])
  expect(card('First')).toMatchObject({
    start: '2026-12-01',
    due: '2026-12-31',
    assignees: [wim.id],
    cover: { colour: 'violet' },
    createdAt: '2020-09-01T12:23:08.000Z',
  })
  expect(card('First').labels).toHaveLength(2)
  expect(card('First').checklists).toMatchObject([
    { name: 'Before', items: [{ text: 'Find the number', done: true }, { text: 'Call' }] },
  ])
})

test('a time is a day where whoever brings it lives', async () => {
  expect((await read(board, 'Europe/Berlin')).card('First').due).toBe('2027-01-01')
  expect((await read(board, 'no such zone')).card('First').due).toBe('2026-12-31')
})

test('closed cards, closed lists and templates are put away, and come back', async () => {
  const { doc, shown, card } = await read(board)
  expect(shown.archive.map(({ title }) => title).sort()).toEqual(['Closed', 'In a closed list'])
  expect(shown.templates.map(({ title }) => title)).toEqual(['To copy'])
  restoreColumn(doc, card('In a closed list').column)
  const back = readBoard(doc).columns.find(({ name }) => name === 'Old ideas')
  expect(back?.cards.map(({ title }) => title)).toEqual(['In a closed list'])
})

test('what has no place here is at the end of the description, and that is said', async () => {
  const { text, skipped } = await read(board)
  const said = text('First')
  expect(said).toMatch(/"text":"Hot","marks":\[\{"type":"bold"\}\]/)
  expect(said).toMatch(/Assigned to:.*Otto Elsewhere/)
  expect(said).toMatch(/Marked as done:.*yes.*Line:.*Four.*Checked:.*yes/)
  expect(said).toMatch(/Starts at:.*10:00 \(UTC\).*Due at:.*23:30 \(UTC\)/)
  expect(said).toMatch(/scan\.pdf.*\(1\.2 MB\)/)
  expect(said).toMatch(/Attachments.*https:\/\/files\.example\/plan\.pdf/)
  expect(said).not.toContain('javascript:alert')
  expect(said).not.toContain('First said')
  const reasons = skipped.map(({ name, why }) => `${name}: ${why}`)
  expect(reasons).toEqual(
    expect.arrayContaining([
      'First: done-elsewhere',
      'Milling line: comments-signed',
      'First: files-as-links',
      'First: facts-as-text',
      'First: people-as-text',
      'Milling line: times-left',
    ]),
  )
})

test('comments stay comments: whose they are here, or else what they are called there, oldest first', async () => {
  const { made, card } = await read(board)
  const common = { card: card('First').id }
  expect(made.comments).toEqual([
    {
      ...common,
      author: wim.id,
      name: 'wim77',
      at: '2026-11-01T09:00:00.000Z',
      text: 'First said',
    },
    {
      ...{ ...common, author: null, name: 'Otto Elsewhere', at: '2026-11-02T09:00:00.000Z' },
      text: 'Later *said*',
    },
  ])
  expect(made.figures).toEqual({
    ...{ cards: 5, archived: 2, checklists: 1, comments: 2, links: 3 },
    people: { matched: 1, unmatched: 1 },
  })
})

test('what lies in a column for finished things needs no word that it is done', async () => {
  const { text, skipped } = await read({
    ...board,
    cards: [{ id: id(1), name: 'First', idList: 'done', dueComplete: true }],
  })
  expect(text('First')).not.toContain('Marked as done')
  expect(skipped.map(({ why }) => why)).not.toContain('done-elsewhere')
})

test('of very many comments the latest stay, and long ones are several: both is bounded, and said', async () => {
  const say = (n: number, text: string) => ({
    ...{ type: 'commentCard', memberCreator: { fullName: 'Otto' } },
    date: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
    data: { card: { id: id(1) }, text },
  })
  const actions = Array.from({ length: 1000 }, (_, n) => say(n, `said ${n}`))
  const { made, skipped } = await read({ ...board, actions })
  expect(made.comments).toHaveLength(400)
  expect(made.comments?.at(-1)?.text).toBe('said 999')
  expect(skipped).toContainEqual({ name: 'First', why: 'comments-left' })
  const long = `${'word '.repeat(1500)}end`
  const { made: one } = await read({ ...board, actions: [say(0, long)] })
  const pieces = must(one.comments, 'comments').map(({ text }) => text)
  expect(pieces.length).toBe(2)
  expect(pieces.join(' ')).toBe(long)
})

test('of what would be made of too many parts nothing is made, and that is said', async () => {
  const checkItems = Array.from({ length: 1_000 }, (_, n) => ({ name: `item ${n}` }))
  const cards = Array.from({ length: 301 }, (_, n) => ({ id: id(n), idList: 'now', name: `${n}` }))
  const checklists = cards.map((card) => ({ idCard: card.id, name: 'All', checkItems }))
  await expect(read({ ...board, cards, checklists })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { fields: [{ field: 'file', problem: 'too-many-parts' }] } },
  })
})

test('whose an item is and until when is said in its words, for an item here has neither', async () => {
  const checkItems = [
    { name: 'Call', idMember: 'm2', due: '2026-12-31T23:30:00.000Z' },
    { name: 'Wait', idMember: 'nobody', due: null },
  ]
  const checklists = [{ idCard: id(1), name: 'Before', checkItems }]
  const { card } = await read({ ...board, checklists }, 'Europe/Berlin')
  expect(card('First').checklists[0]?.items.map(({ text }) => text)).toEqual([
    'Call (Otto Elsewhere, 2027-01-01)',
    'Wait',
  ])
})

test('a copied card keeps what was said on it', async () => {
  const said = { ...board.actions[0], type: 'copyCommentCard' }
  const { made } = await read({ ...board, actions: [said] })
  expect(made.comments).toMatchObject([{ name: 'Otto Elsewhere', text: 'Later *said*' }])
})

test('votes, a place and a picture as cover are said in words', async () => {
  const cards = [
    {
      ...{ id: id(1), name: 'First', idList: 'now', idMembersVoted: ['m2'], badges: { votes: 3 } },
      ...{ locationName: 'Hall 4', address: '1 Mill Road' },
      coordinates: { latitude: 59.91, longitude: 10.75 },
      attachments: [{ id: 'a1', name: 'spindle.png', url: 'https://files.example/1' }],
      cover: { idAttachment: 'a1', color: null },
    },
    { id: id(2), name: 'Second', idList: 'now', badges: { votes: 0 }, coordinates: '1.5,2.5' },
  ]
  const { text, skipped } = await read({ ...board, cards })
  const said = text('First')
  expect(said).toMatch(/Votes:.*3 \(Otto Elsewhere\)/)
  expect(said).toMatch(/Place:.*Hall 4, 1 Mill Road \(59\.91, 10\.75\)/)
  expect(said).toMatch(/Cover picture:.*spindle\.png/)
  expect(text('Second')).toMatch(/Place:.*1\.5,2\.5/)
  expect(text('Second')).not.toContain('Votes')
  expect(skipped).toContainEqual({ name: 'First', why: 'facts-as-text' })
})

test('what a board says about itself is its first card, and that is said', async () => {
  const { shown, text, skipped, made } = await read({ ...board, desc: 'We mill **steel**.' })
  expect(shown.columns[0]?.cards.map(({ title }) => title)).toEqual([
    ...['About this board', 'First', 'Second'],
  ])
  expect(text('About this board')).toContain('We mill ')
  expect(skipped).toContainEqual({ name: 'Milling line', why: 'board-as-card' })
  expect(made.figures?.cards).toBe(6)
})
