import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docSchema } from '../docs/new-doc'
import { readSuggestions } from './read-suggestions'
import { giveUpMarks } from './settle-marks-edits'
import { SuggestedDoc } from './suggested-doc-edits'
import { textsToSettle } from './texts-to-settle'
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
  const suggested = readSuggestions(doc, live.current, fork)
  expect(suggested.length).toBeGreaterThan(30)
  const spots = suggested.flatMap((suggestion) => suggestion.spots)
  giveUpMarks(fork, live, textsToSettle(doc, live.current, spots, []))
  expect(remade).toBe(1)
  expect(readSuggestions(doc, live.current, fork)).toEqual([])
})
