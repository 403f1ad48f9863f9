import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Board, readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addChecklist, addChecklistItem, moveItem, removeChecklist } from './checklist-edits'
import { addOutcome, removeOutcome } from './fact-edits'
import {
  beginLearned,
  beginLearningGoal,
  learnedTexts,
  stopAsking,
  writeLearned,
} from './learning-edits'
import { addBlock, removeBlock, setPartOf } from './relation-edits'
import { readRelations } from './relations'
import { bothOrders, cardId, meet, type Person } from './two-boards'

const cardOf = (board: Board, title: string) => board.cards.get(cardId(board, title))
const idIn = ({ doc }: Person, title: string) => cardId(readBoard(doc), title)

test('an item that somebody moves to another list while its own is removed stays', () =>
  bothOrders(({ ana, ben }) => {
    const card = idIn(ana, 'a')
    const [first, second] = ['First', 'Second'].map((n) => addChecklist(ana.doc, card, n) ?? '')
    const item = addChecklistItem(ana.doc, card, first ?? '', { text: 'Ask Ben' }) ?? ''
    addChecklistItem(ana.doc, card, first ?? '', { text: 'Ask Clara' })
    meet(ana, ben)
    removeChecklist(ana.doc, card, first ?? '')
    moveItem(ben.doc, card, item, { list: second ?? '', spot: 'end' })
    const lists = cardOf(meet(ana, ben), 'a')?.checklists
    expect(lists).toMatchObject([{ name: 'Second', items: [{ text: 'Ask Ben' }] }])
  }))

test('a card that two people let contribute to different outcomes at once contributes to both', () =>
  bothOrders(({ ana, ben }) => {
    const card = idIn(ana, 'a')
    addOutcome(ana.doc, card, 'measures')
    addOutcome(ben.doc, card, 'explains')
    expect(cardOf(meet(ana, ben), 'a')?.outcomes).toEqual(['explains', 'measures'])
    removeOutcome(ana.doc, card, 'measures')
    addOutcome(ben.doc, card, 'unknown to ana')
    expect(cardOf(meet(ana, ben), 'a')?.outcomes).toEqual(['explains', 'unknown to ana'])
  }))

test('what one person learned, begun at two devices, is all there', () =>
  bothOrders(({ ana, ben: herPhone }) => {
    const card = idIn(ana, 'a')
    beginLearned(ana.doc, card, 'ana')?.insert(0, 'Ask first.')
    beginLearned(herPhone.doc, card, 'ana')?.insert(0, 'Then measure.')
    const [note] = cardOf(meet(ana, herPhone), 'a')?.learning.learned ?? []
    expect(note?.text.split('\n').sort()).toEqual(['Ask first.', 'Then measure.'])
    expect(learnedTexts(ana.doc, card, 'ana')).toHaveLength(2)
    writeLearned(ana.doc, card, 'ana', 'Both.')
    expect(cardOf(meet(ana, herPhone), 'a')?.learning.learned).toEqual([
      { person: 'ana', text: 'Both.' },
    ])
  }))

test('undo never takes a goal away, for others may have written into it', () =>
  bothOrders(({ ana, ben }) => {
    const card = idIn(ana, 'a')
    const undo = followBoardUndo(ana.doc)
    beginLearningGoal(ana.doc, card, 'ana')?.insert(0, 'To weld')
    meet(ana, ben)
    undo.undo()
    expect(cardOf(meet(ana, ben), 'a')?.learning.goals).toEqual([
      { person: 'ana', text: 'To weld', helpers: [] },
    ])
  }))

test('who has said what they learned is asked no more', () =>
  bothOrders(({ ana, ben }) => {
    const card = idIn(ana, 'a')
    writeLearned(ana.doc, card, 'ana', 'A lot')
    stopAsking(ben.doc, card, 'ana')
    expect(cardOf(meet(ana, ben), 'a')?.learning).toMatchObject({ asked: [] })
  }))

test('cards that two people made wait for each other are told by name, and neither waits', () =>
  bothOrders(({ ana, ben }) => {
    const [a, b] = [idIn(ana, 'a'), idIn(ana, 'b')]
    addBlock(ana.doc, a, b)
    addBlock(ben.doc, b, a)
    const found = readRelations(meet(ana, ben).cards)
    expect(found.circles).toEqual([[a, b].sort()])
    expect(found.blocks.size).toBe(0)
    removeBlock(ana.doc, b, a)
    expect(readRelations(meet(ana, ben).cards)).toMatchObject({
      circles: [],
      blocks: new Map([[a, [b]]]),
    })
  }))

test('of two cards that became part of each other, one is the whole', () =>
  bothOrders(({ ana, ben }) => {
    const [a, b] = [idIn(ana, 'a'), idIn(ana, 'b')]
    setPartOf(ana.doc, a, b)
    setPartOf(ben.doc, b, a)
    expect(readRelations(meet(ana, ben).cards).wholeOf.size).toBe(1)
  }))

test('an item whose list is not there is shown in one without a name', () =>
  bothOrders(({ ana, ben }) => {
    const card = idIn(ana, 'a')
    const list = addChecklist(ana.doc, card, 'First') ?? ''
    addChecklistItem(ana.doc, card, list, { text: 'Ask Ben' })
    ana.doc.getMap<Y.Map<unknown>>('cards').get(card)?.delete(`list:${list}`)
    const lists = cardOf(meet(ana, ben), 'a')?.checklists
    expect(lists).toMatchObject([{ name: '', items: [{ text: 'Ask Ben' }] }])
  }))
