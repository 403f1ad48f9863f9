import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { attachStored } from './attach-stored-edits'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { removeTemplate, restoreTemplate, saveAsTemplate } from './copy-edits'
import { detachFile, setCover } from './fact-edits'
import { restoreAttachment } from './restore-attachment-edits'
import { cardId, startingBoard } from './two-boards'

const stored = { id: 'f', name: 'burr.png', mime: 'image/png', size: 9, width: 1, height: 1 }

function card() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingBoard())
  const id = cardId(readBoard(doc), 'a')
  return { doc, id, read: () => readBoard(doc).cards.get(id) }
}

test('a file that was taken off a card comes back as it was, as the cover if it was that', () => {
  const { doc, id, read } = card()
  attachStored(doc, id, stored, '2026-11-27T08:00:00.000Z')
  setCover(doc, id, { file: 'f' })
  const before = read()
  const [file] = before?.attachments ?? []
  detachFile(doc, id, 'f')
  expect([read()?.attachments, read()?.cover]).toEqual([[], null])
  const undo = followBoardUndo(doc)
  if (file && before) restoreAttachment(doc, id, file, before.cover)
  expect(read()).toEqual(before)
  undo.undo()
  expect([read()?.attachments, read()?.cover]).toEqual([[], null])
})

test('a colour that was chosen since stays', () => {
  const { doc, id, read } = card()
  attachStored(doc, id, stored)
  setCover(doc, id, { colour: 'red' })
  const [file] = read()?.attachments ?? []
  detachFile(doc, id, 'f')
  if (file) restoreAttachment(doc, id, file, { colour: 'red' })
  expect(read()?.cover).toEqual({ colour: 'red' })
})

test('a file hangs on its card once, and on no card that is not there', () => {
  const { doc, id, read } = card()
  expect(attachStored(doc, id, stored, 'first')).toBe(true)
  expect(attachStored(doc, id, stored, 'second')).toBe(true)
  expect(read()?.attachments.map(({ addedAt }) => addedAt)).toEqual(['first'])
  expect(attachStored(doc, 'gone', stored)).toBe(false)
})

test('a template that was removed is one again', () => {
  const { doc, id } = card()
  const made = saveAsTemplate(doc, id) ?? ''
  removeTemplate(doc, made)
  expect(readBoard(doc).templates).toEqual([])
  expect(readBoard(doc).archive.map((one) => one.id)).toEqual([made])
  restoreTemplate(doc, made)
  expect(readBoard(doc).templates.map((one) => one.id)).toEqual([made])
  expect(readBoard(doc).archive).toEqual([])
})
