import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyFromMarkdown } from './body-from-markdown'
import { markdownFromBody } from './markdown-from-body'
import { docSchema } from './new-doc'
import { anyBody, files } from './testing-bodies'

/** As the editor would have it; throws on what is no doc. */
function asEditor(body: JSONContent): unknown {
  const node = Node.fromJSON(docSchema(), body)
  node.check()
  return node.toJSON()
}

const there = { fileAt: (id: string) => files.pathOf(id), nameOf: () => 'Amara' }
const back = { at: (address: string) => files.at(address) }

const codeIn = (text: string): JSONContent => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a ' },
        { type: 'text', text, marks: [{ type: 'code' }] },
        { type: 'text', text: ' b' },
      ],
    },
  ],
})
const textOfCode = (body: JSONContent) => body.content?.[0]?.content?.[1]?.text

describe('Markdown', () => {
  it('keeps every doc as it is, but for what README.md says it cannot', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const markdown = markdownFromBody(body, there)
        expect(asEditor(bodyFromMarkdown(markdown, back)), markdown).toEqual(asEditor(body))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the spaces at the edges of code, and the backticks in it', () => {
    for (const text of ['> ', ' x', '`', ' ` ', 'a `` b', ' `', '+ '])
      expect(textOfCode(bodyFromMarkdown(markdownFromBody(codeIn(text))))).toBe(text)
  })

  it('written, read and written again is the same', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const once = markdownFromBody(body, there)
        expect(markdownFromBody(bodyFromMarkdown(once, back), there)).toBe(once)
      }),
      { numRuns: 40 },
    )
  })
})
