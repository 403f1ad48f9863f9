import { bodyFromHtml } from '@atelier/shared/docs/body-from-html'
import { describe, expect, it } from 'vitest'
import { packed, read, tree, written } from '../../testing/read-packs'

describe('a folder', () => {
  it('in which a text is attached to another has it as a file', async () => {
    const found = await read(
      await packed({ 'A.md': 'See\n\n[n.md](files/n.md "attachment")', 'files/n.md': '# Notes' }),
    )
    expect(tree(found)).toEqual(['A'])
    expect(found.files.map(({ name }) => name)).toEqual(['n.md'])
  })

  it('of tables alone has them as docs', async () => {
    const found = await read(await packed({ 'a.csv': 'x,y\n1,2' }))
    expect(written(found, 'a')).toBe('| x | y |\n| - | - |\n| 1 | 2 |')
  })
})

describe('a line of a page', () => {
  it('ends before a break behind which only spaces stand', () => {
    const body = bodyFromHtml('<p>\n<br/>\n</p><p>a <br/>\n</p>')
    expect(body.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }])
  })
})
