import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from '../docs/doc'
import { docSchema } from '../docs/new-doc'
import { readSuggestions } from './read-suggestions'
import { giveUpMarks } from './settle-marks-edits'
import { SuggestedDoc } from './suggested-doc-edits'
import { newDoc, write } from './two-authors'

const words = Array.from({ length: 40 }, (_, nth) => ({
  type: 'text',
  text: `word${nth} `,
  ...(nth % 2 === 0 && { marks: [{ type: 'bold' }] }),
}))

it('brings the limits of many marks back without making the text anew for each', () => {
  const doc = newDoc({ type: 'paragraph', content: words }, { type: 'paragraph', content: words })
  const fork = new Y.Doc()
  let remade = 0
  const live = new SuggestedDoc({ doc, fork, writes: true, onRemade: () => remade++ })
  write(live.current, (tr) => {
    const { bold } = docSchema().marks
    if (bold) tr.removeMark(0, tr.doc.content.size, bold)
  })
  expect(readSuggestions(doc, live.current, fork).length).toBeGreaterThan(30)
  const texts = docBody(doc)
    .toArray()
    .map((block) => (block as Y.XmlElement).get(0) as unknown as Y.Text)
  giveUpMarks(fork, live, texts)
  expect(remade).toBe(1)
  expect(readSuggestions(doc, live.current, fork)).toEqual([])
})
