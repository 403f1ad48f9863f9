import { docSchema } from '@atelier/shared/docs/new-doc'
import { describe, expect, it } from 'vitest'
import { currentHeading, outlineOf } from './outline'

const heading = (level: number, text: string) => ({
  type: 'heading',
  attrs: { level },
  content: text ? [{ type: 'text', text }] : [],
})
const outline = (...content: object[]) =>
  outlineOf(docSchema().nodeFromJSON({ type: 'doc', content }))

describe('the outline', () => {
  it('lists headings with their depth, and skips empty ones', () => {
    const found = outline(heading(2, 'A'), heading(3, 'B'), heading(2, ''), heading(2, 'C'))
    expect(found.map(({ text, depth }) => [text, depth])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 0],
    ])
  })

  it('is empty for a doc without headings', () => {
    expect(outline({ type: 'paragraph' })).toEqual([])
  })

  it('marks the section being read', () => {
    expect(currentHeading([200, 900], 140)).toBe(0)
    expect(currentHeading([-300, 100, 900], 140)).toBe(1)
    expect(currentHeading([-900, -300], 140)).toBe(1)
  })
})
