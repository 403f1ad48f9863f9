import { sectionExtensions } from '@atelier/shared/journals/section-extensions'
import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { heldBy } from './held-by'

const schema = getSchema(sectionExtensions())
const line = (...content: object[]) => ({ type: 'paragraph', content })
const text = (words: string) => ({ type: 'text', text: words })
const cell = (words: string) => ({ type: 'tableCell', content: [line(text(words))] })

it('of what a text cannot hold, the words stay', () => {
  const held = heldBy(schema, [
    line(text('With '), { type: 'mention', attrs: { kind: 'person', label: 'Ben' } }),
    { type: 'picture', attrs: { file: null } },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('one'), cell('two')] }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [line(text('kept'))] }] },
  ])
  expect(held).toEqual([
    line(text('With '), text('Ben')),
    line(text('one')),
    line(text('two')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [line(text('kept'))] }] },
  ])
  expect(() => schema.nodeFromJSON({ type: 'doc', content: held }).check()).not.toThrow()
})
