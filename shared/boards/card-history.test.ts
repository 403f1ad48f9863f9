import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { outcomePass } from '../outcomes/outcome-pass'
import { readBoard } from './board'
import {
  addCard,
  archiveCard,
  cardDescription,
  moveCard,
  renameCard,
  restoreCard,
} from './card-edits'
import { cardHistory, type LogPiece } from './card-history'
import { addChecklist, addChecklistItem, changeItemText, checkItem } from './checklist-edits'
import { copyCard } from './copy-edits'
import { addAssignee, addLabel, addOutcome, setDue } from './fact-edits'
import { removeBoardLabel } from './label-edits'
import { writeLearned, writeLearningGoal } from './learning-edits'
import { cardParcel, receiveCards, sendCardsAway } from './transfer-edits'
import { cardId, columnId, startingBoard } from './two-boards'

type Scene = { doc: Y.Doc; card: string; log: LogPiece[]; by(person: string, minute: number): void }

function scene(): Scene {
  const start = startingBoard()
  const doc = new Y.Doc()
  const log: LogPiece[] = []
  let now = { person: 'ana', minute: 0 }
  doc.on('update', (update: Uint8Array) => {
    const at = new Date(Date.UTC(2026, 0, 1, 8, now.minute)).toISOString()
    log.push({ update, person: now.person, at })
  })
  Y.applyUpdate(doc, start)
  return {
    doc,
    log,
    card: cardId(readBoard(doc), 'a'),
    by: (person, minute) => {
      now = { person, minute }
    },
  }
}

const told = ({ log, card }: Scene, most = 100) => {
  const { events, hasMore } = cardHistory(log, card, most)
  return { hasMore, events: events.map(({ person, changes }) => ({ person, changes })) }
}

test('a card’s history says who did what, the newest first, by the names of then', () => {
  const at = scene()
  const { doc, card } = at
  const board = readBoard(doc)
  const urgent = board.labels[0]?.id ?? ''
  at.by('ben', 20)
  moveCard(doc, card, { column: columnId(board, 'Doing'), spot: 'end' })
  setDue(doc, card, '2026-02-01')
  at.by('cleo', 40)
  addLabel(doc, card, urgent)
  addAssignee(doc, card, 'ben')
  removeBoardLabel(doc, urgent)
  at.by('ben', 60)
  archiveCard(doc, card)
  at.by('ana', 80)
  restoreCard(doc, card)
  writeLearned(doc, card, 'ana', 'Feed slower')
  expect(told(at).events).toEqual([
    { person: 'ana', changes: [{ what: 'restored' }, { what: 'learned', person: 'ana' }] },
    { person: 'ben', changes: [{ what: 'archived' }] },
    {
      person: 'cleo',
      changes: [
        { what: 'labelled', name: 'Urgent' },
        { what: 'assigned', person: 'ben' },
      ],
    },
    {
      person: 'ben',
      changes: [
        { what: 'moved', from: 'To do', to: 'Doing' },
        { what: 'due', day: '2026-02-01' },
      ],
    },
    { person: 'ana', changes: [{ what: 'made' }] },
  ])
})

test('what somebody writes letter by letter is told once', () => {
  const at = scene()
  const { doc, card } = at
  at.by('ben', 20)
  for (const title of ['a1', 'a12', 'a123']) renameCard(doc, card, title)
  const text = new Y.XmlText()
  cardDescription(doc, card)?.insert(0, [text])
  for (const letter of 'words') text.insert(text.length, letter)
  expect(told(at).events[0]?.changes).toEqual([
    { what: 'renamed', from: 'a', to: 'a123' },
    { what: 'described' },
  ])
})

test('what somebody else writes as a person’s own is told as theirs who wrote it, also where both wrote', () => {
  const at = scene()
  const { doc, card } = at
  at.by('ben', 20)
  writeLearned(doc, card, 'ana', 'Ask Ben first')
  writeLearningGoal(doc, card, 'ana', 'To be on time')
  at.by('ana', 40)
  writeLearned(doc, card, 'ana', 'Feed slower')
  expect(told(at).events.slice(0, 2)).toEqual([
    { person: 'ana', changes: [{ what: 'learned', person: 'ana' }] },
    {
      person: 'ben',
      changes: [
        { what: 'learned', person: 'ana' },
        { what: 'goal', person: 'ana' },
      ],
    },
  ])
})

test('other cards, and moves within a column, are no part of it', () => {
  const at = scene()
  const { doc, card } = at
  const board = readBoard(doc)
  at.by('ben', 20)
  renameCard(doc, cardId(board, 'b'), 'other')
  moveCard(doc, card, { column: columnId(board, 'To do'), spot: 'end' })
  expect(told(at).events).toEqual([{ person: 'ana', changes: [{ what: 'made' }] }])
})

test('items of a checklist are told by their words, and a long history says that there is more', () => {
  const at = scene()
  const { doc, card } = at
  at.by('ben', 20)
  const list = addChecklist(doc, card, 'Steps') ?? ''
  const item = addChecklistItem(doc, card, list, { text: 'Clamp' }) ?? ''
  at.by('cleo', 40)
  checkItem(doc, card, item, true)
  expect(told(at, 1)).toEqual({
    hasMore: true,
    events: [{ person: 'cleo', changes: [{ what: 'item-done', text: 'Clamp' }] }],
  })
  expect(told(at).events[1]?.changes).toContainEqual({ what: 'item-added', text: 'Clamp' })
})

test('of two who word an item anew at once, the words of both are told, whoever’s stay', () => {
  for (const first of ['ben', 'cleo']) {
    const at = scene()
    const { doc, card } = at
    at.by('ana', 20)
    const list = addChecklist(doc, card, 'Steps') ?? ''
    const item = addChecklistItem(doc, card, list, { text: 'Clamp' }) ?? ''
    const start = Y.encodeStateAsUpdate(doc)
    const said = { ben: ['Clamp', 'Clamp twice', 'Clamp it twice'], cleo: ['Screw it down'] }
    const updates = Object.entries(said).map(([person, words], nth) => {
      const own = new Y.Doc()
      own.clientID = nth + 1
      Y.applyUpdate(own, start)
      for (const text of words) changeItemText(own, card, item, text)
      return { person, update: Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)) }
    })
    for (const piece of first === 'ben' ? updates : updates.reverse())
      at.log.push({ ...piece, at: '2026-01-01T08:40:00.000Z' })
    const [of = '', kept = ''] = ['Clamp it twice', 'Screw it down']
    const [last, before] = told(at).events
    const isBenFirst = first === 'ben'
    expect([before, last]).toEqual([
      {
        person: first,
        changes: [{ what: 'item-worded', from: 'Clamp', to: isBenFirst ? of : kept }],
      },
      {
        person: isBenFirst ? 'cleo' : 'ben',
        changes: [
          isBenFirst
            ? { what: 'item-worded', from: of, to: kept }
            : { what: 'item-words-lost', text: of, kept },
        ],
      },
    ])
  }
})

test('a new card is made, and nothing else', () => {
  const at = scene()
  at.by('ben', 20)
  const column = columnId(readBoard(at.doc), 'Doing')
  const made = addCard(at.doc, { title: 'New', column }) ?? ''
  expect(told({ ...at, card: made }).events).toEqual([
    { person: 'ben', changes: [{ what: 'made' }] },
  ])
})

test('what it contributed to elsewhere is named where it came to, once', () => {
  const at = scene()
  const away = new Y.Doc()
  Y.applyUpdate(away, startingBoard())
  const id = cardId(readBoard(away), 'b')
  for (const outcome of ['chart', 'same']) addOutcome(away, id, outcome)
  const outcomes = outcomePass({
    from: [{ id: 'chart', name: 'Reads a chart' }],
    to: [{ id: 'same', name: 'Of both' }],
  })
  const column = columnId(readBoard(at.doc), 'Doing')
  at.by('ben', 20)
  const parcel = cardParcel(away, [id], new Map([[id, 'came']]))
  receiveCards(at.doc, parcel, ['came'], {
    column,
    files: new Map(),
    mayRead: () => true,
    outcomes,
  })
  at.by('cleo', 40)
  renameCard(at.doc, 'came', 'Renamed')
  expect(told({ ...at, card: 'came' }).events).toEqual([
    { person: 'cleo', changes: [{ what: 'renamed', from: 'b', to: 'Renamed' }] },
    { person: 'ben', changes: [{ what: 'made' }, { what: 'outcome-left', name: 'Reads a chart' }] },
  ])
})

test('a card that goes to another board went, was not archived, and came back, whatever was done there', () => {
  const at = scene()
  const away = new Y.Doc()
  Y.applyUpdate(away, startingBoard())
  const plain = { files: new Map(), mayRead: () => true, outcomes: null }
  at.by('ben', 20)
  const parcel = cardParcel(at.doc, [at.card])
  const column = columnId(readBoard(away), 'Doing')
  receiveCards(away, parcel, [at.card], { ...plain, column, from: 'here' })
  sendCardsAway(at.doc, [at.card], 'there')
  renameCard(away, at.card, 'Renamed there')
  at.by('cleo', 40)
  const back = cardParcel(away, [at.card])
  receiveCards(at.doc, back, [at.card], { ...plain, column: null, from: 'there' })
  at.by('ben', 60)
  sendCardsAway(at.doc, [at.card], 'there')
  at.by('ana', 80)
  restoreCard(at.doc, at.card)
  expect(told(at).events.slice(0, 4)).toEqual([
    { person: 'ana', changes: [{ what: 'restored' }] },
    { person: 'ben', changes: [{ what: 'went', board: 'there' }] },
    { person: 'cleo', changes: [{ what: 'came', board: 'there' }] },
    { person: 'ben', changes: [{ what: 'went', board: 'there' }] },
  ])
  const log: LogPiece[] = []
  const other = new Y.Doc()
  other.on('update', (update: Uint8Array) =>
    log.push({ update, person: 'ben', at: new Date(Date.UTC(2026, 0, 1)).toISOString() }),
  )
  Y.applyUpdate(other, startingBoard())
  const goal = columnId(readBoard(other), 'Doing')
  receiveCards(other, cardParcel(at.doc, [at.card]), [at.card], {
    ...plain,
    column: goal,
    from: 'here',
  })
  expect(told({ ...at, log }).events).toEqual([
    { person: 'ben', changes: [{ what: 'came', board: 'here' }] },
  ])
  const copy = copyCard(other, at.card, { column: goal, spot: 'end' }) ?? ''
  expect(told({ ...at, log, card: copy }).events).toEqual([
    { person: 'ben', changes: [{ what: 'made' }] },
  ])
})

test('a card that never was has no history', () => {
  expect(cardHistory(scene().log, '__proto__', 10)).toEqual({ events: [], hasMore: false })
})
