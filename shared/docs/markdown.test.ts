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
