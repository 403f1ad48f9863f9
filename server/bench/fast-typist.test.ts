import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { FastTypist } from './fast-typist'

it('writes the very bytes Yjs would', () => {
  const typist = new FastTypist()
  const doc = new Y.Doc()
  doc.clientID = typist.client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const paragraph = doc.getText(typist.paragraph)
  const typed = Array.from({ length: 300 }, () => typist.next())
  for (const letter of typist.text) paragraph.insert(paragraph.length, letter)
  expect(typed).toEqual(updates)
})
