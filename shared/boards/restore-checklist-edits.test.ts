import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import {
  addChecklist,
  addChecklistItem,
  checkItem,
  moveItem,
  removeChecklist,
  removeItem,
} from './checklist-edits'
import { restoreChecklist, restoreItem } from './restore-checklist-edits'
import { cardId, startingBoard } from './two-boards'

function card() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingBoard())
  const id = cardId(readBoard(doc), 'a')
  const lists = () =>
    readBoard(doc)
      .cards.get(id)
      ?.checklists.map(({ name, items }) => [name, ...items.map(({ text }) => text)])
  const list = (name: string, ...texts: string[]) => {
    const made = addChecklist(doc, id, name) ?? ''
    return [made, ...texts.map((text) => addChecklistItem(doc, id, made, { text }) ?? '')] as const
  }
  return { doc, id, list, lists }
}

test('an item that was removed comes back where it was, checked as somebody left it', () => {
  const { doc, id, list, lists } = card()
  const [, first = ''] = list('Safety', 'Gloves', 'Goggles')
  removeItem(doc, id, first)
  expect(lists()).toEqual([['Safety', 'Goggles']])
  checkItem(doc, id, first, true)
  expect(restoreItem(doc, id, first)).toBe(true)
  expect(lists()).toEqual([['Safety', 'Gloves', 'Goggles']])
  expect(readBoard(doc).cards.get(id)?.checklists[0]?.items[0]?.done).toBe(true)
})

test('an item brings a list back that went after it', () => {
  const { doc, id, list, lists } = card()
  const [safety, first = ''] = list('Safety', 'Gloves', 'Goggles')
  removeItem(doc, id, first)
  removeChecklist(doc, id, safety)
  expect(lists()).toEqual([])
  restoreItem(doc, id, first)
  expect(lists()).toEqual([['Safety', 'Gloves']])
})

test('a list comes back with what went with it, without what was removed before or has left it', () => {
  const { doc, id, list, lists } = card()
  const [safety, , second = '', third = ''] = list('Safety', 'Gloves', 'Goggles', 'Boots')
  const [later] = list('Later')
  removeItem(doc, id, second)
  moveItem(doc, id, third, { list: later, spot: 'end' })
  removeChecklist(doc, id, safety)
  expect(lists()).toEqual([['Later', 'Boots']])
  expect(restoreChecklist(doc, id, safety)).toBe(true)
  expect(lists()).toEqual([
    ['Safety', 'Gloves'],
    ['Later', 'Boots'],
  ])
})

test('what is not there, or was never removed, stays as it is', () => {
  const { doc, id, list } = card()
  const [safety] = list('Safety', 'Gloves')
  expect(restoreChecklist(doc, id, safety)).toBe(false)
  expect(restoreChecklist(doc, 'gone', safety)).toBe(false)
  expect(restoreItem(doc, id, 'gone')).toBe(false)
})
