import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { docSchema } from './new-doc'
import { tidyBody } from './tidy-body'

const cell = (text: string, attrs: object = {}) => ({
  type: 'tableCell',
  attrs,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const row = (...content: object[]) => ({ type: 'tableRow', content })
const tidy = (...content: object[]) => tidyBody({ content: [{ type: 'table', content }] })

function words(body: JSONContent): string[] {
  if (body.text !== undefined) return [body.text]
  return (body.content ?? []).flatMap(words)
}
/** As the editor takes it; throws on a table that it would not. */
const sizes = (body: JSONContent) => {
  const doc = Node.fromJSON(docSchema(), body)
  doc.check()
  return doc.children.map((block) => [block.childCount, block.firstChild?.childCount])
}

describe('a table', () => {
  it('with more rows than fit goes on in another one, and nothing is lost', () => {
    const rows = Array.from({ length: 2300 }, (_, n) => row(cell(`a${n}`), cell(`b${n}`)))
    const body = tidy(...rows)
    expect(sizes(body)).toEqual([
      [1000, 2],
      [1000, 2],
      [300, 2],
    ])
    expect(words(body)).toHaveLength(4600)
  })

  it('with more columns than fit goes on in another one', () => {
    const cells = Array.from({ length: 130 }, (_, n) => cell(`${n}`))
    const body = tidy(row(...cells), row(cell('x')))
    expect(sizes(body)).toEqual([
      [2, 100],
      [1, 30],
    ])
    expect(words(body)).toHaveLength(131)
  })

  it('keeps what stands in it outside of any row', () => {
    const body = tidy(row(cell('in')), cell('beside'), { type: 'paragraph', content: [] })
    expect(words(body)).toEqual(['in', 'beside'])
  })

  it('of one endless row and many empty ones is no larger than what was written', () => {
    const long = Array.from({ length: 500 }, () => cell('x', { colspan: 100 }))
    const body = tidy(row(...long), ...Array.from({ length: 500 }, () => row()))
    const [first, ...further] = sizes(body)
    expect(first?.[0]).toBe(501)
    expect(further).toEqual(Array.from({ length: 499 }, () => [1, 1]))
  })

  it('of cells that reach over each other stays as small as any', () => {
    const wide = { colspan: 100, rowspan: 1000 }
    const body = tidy(...Array.from({ length: 1000 }, () => row(cell('x', wide))))
    expect(sizes(body)).toEqual([[1000, 1]])
    const crossed = tidy(row(cell('a', { rowspan: 3 }), cell('b')), row(cell('c')), row(cell('d')))
    expect(sizes(crossed)).toEqual([[3, 2]])
  })
})
