import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { markdownFromBody } from '@atelier/shared/docs/markdown-from-body'
import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { makePng } from '../../testing/make-picture'
import { makeWriteJob } from '../../testing/make-write-job'
import { readImport } from '../reading/read-import'
import { unzip } from '../reading/unzip'
import { writeDocx } from './docx-file'

const pictureId = '00000000-0000-4000-8000-000000000001'

async function thereAndBack(body: JSONContent) {
  const bytes = await writeDocx(
    makeWriteJob({
      title: 'A title',
      body,
      files: [
        {
          id: pictureId,
          name: 'p.png',
          mime: 'image/png',
          bytes: makePng(40, 20),
          isPicture: true,
        },
      ],
    }),
  )
  const found = await readImport({ kind: 'read', name: 'x.docx', bytes, untitled: 'Untitled' })
  return {
    bytes,
    found,
    markdown: markdownFromBody(found.docs[0]?.body ?? {}, { fileAt: () => 'p.png' }),
  }
}

const whole = `# One

Words **bold** *italic* ~~gone~~ \`code\` <u>under</u> H<sub>2</sub>O x<sup>2</sup> [link](https://a.example/?b=1) Ελληνικά Привет

## Two

- a
  - b
    1. c
    2. d
- e

5. five
6. six

***

| Name | N |
| - | - |
| x | 1 |
| y | 2 |

\`\`\`
x = 1

  y = 2
\`\`\`

> Quoted

> [!WARNING]
> Mind this

- [ ] open
- [x] done

$$
x^2
$$
`

describe('a Word document', () => {
  it('has the structure of the doc, and gives it back', async () => {
    const { markdown, found } = await thereAndBack(bodyFromMarkdown(whole))
    expect(found.docs[0]?.title).toBe('A title')
    expect(markdown).toBe(whole)
  })

  it('has its pictures in it, as large as in the doc', async () => {
    const picture = {
      type: 'picture',
      attrs: { file: pictureId, alt: 'Alt', caption: 'Words', width: 200, align: 'center' },
    }
    const { bytes, found } = await thereAndBack({ type: 'doc', content: [picture] })
    expect(found.docs[0]?.body.content).toMatchObject([
      { type: 'picture', attrs: { alt: 'Alt', caption: 'Words', width: 200, align: 'center' } },
    ])
    expect(Buffer.from(found.files[0]?.bytes ?? [])).toEqual(makePng(40, 20))
    const { files } = await unzip(bytes)
    const xml = new TextDecoder().decode(files.get('word/document.xml'))
    expect(xml).toContain(`cx="${200 * 9525}" cy="${100 * 9525}"`)
  })

  it('has headings by style, numbered pages, header rows, and no name of anybody', async () => {
    const { bytes } = await thereAndBack(bodyFromMarkdown(whole))
    const { files } = await unzip(bytes)
    const read = (name: string) => new TextDecoder().decode(files.get(name))
    expect(read('word/document.xml')).toMatch(/w:pStyle w:val="Heading2"/)
    expect(read('word/document.xml')).toContain('<w:tblHeader/>')
    expect(
      [...files.keys()]
        .filter((name) => /footer\d/.test(name))
        .map(read)
        .join(),
    ).toContain('NUMPAGES')
    expect(read('docProps/core.xml')).toContain('<dc:creator>Atelier')
  })

  it('has toggles, callouts, quotes and code of several blocks, also in a list, and gives them back', async () => {
    const body = bodyFromMarkdown(
      '> [!TIP]\n> One\n>\n> - a\n> - b\n\n> [!TIP]\n> Two\n\n> Quoted\n>\n> 3. three\n\n<details>\n<summary>More</summary>\n\nInside\n\n```js\nf()\n```\n\n</details>\n\n```py\na\n```\n\n```\nb\n```\n\n- item\n\n  goes on\n\n  ```js\n  g()\n  ```\n\n  1. deep\n\n     deep goes on\n  2. deeper\n- last\n\nafter\n',
    )
    const { found } = await thereAndBack(body)
    expect(found.docs[0]?.body).toEqual(body)
  })

  it('has header cells, merged ones and widths, and two tables beside each other', async () => {
    const cell = (type: string, text: string, attrs: object = {}) => ({
      type,
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const wide = (...widths: number[]) => ({ colwidth: widths })
    const row = (...content: JSONContent[]) => ({ type: 'tableRow', content })
    const table = {
      type: 'table',
      content: [
        row(cell('tableHeader', 'a', wide(120)), cell('tableHeader', 'b', wide(300))),
        row(cell('tableHeader', 'c', wide(120)), cell('tableCell', 'd', wide(300))),
        row(cell('tableCell', 'e', { colspan: 2, ...wide(120, 300) })),
      ],
    }
    const body = { type: 'doc', content: [table, table] }
    const { found } = await thereAndBack(body)
    expect(found.docs[0]?.body).toEqual(body)
  })

  it('ends itself and every cell with a paragraph, as Word wants it', async () => {
    const { bytes, found } = await thereAndBack(
      bodyFromMarkdown('<table><tr><td><pre>x</pre></td></tr></table>\n\n> [!NOTE]\n> The end\n'),
    )
    const { files } = await unzip(bytes)
    const xml = new TextDecoder().decode(files.get('word/document.xml'))
    expect(xml).not.toMatch(/<\/w:(sdt|tbl)>(<\/w:tc>|<w:sectPr)/)
    expect(found.docs[0]?.body.content?.map(({ type }) => type)).toEqual(['table', 'callout'])
  })

  it('has what is said about it in its margin, and gives it back', async () => {
    const comment = (author: string, text: string) => ({
      author,
      at: '2026-11-20T10:00:00.000Z',
      text,
    })
    const threads = [
      {
        anchor: { quote: 'ship it', before: 'We ', after: ' on Friday' },
        quote: 'ship it',
        resolved: true,
        comments: [comment('Amara Okafor', 'Sure?\nReally?'), comment('Ben', 'Yes')],
      },
      { anchor: null, quote: '', resolved: false, comments: [comment('Ben', 'Good')] },
    ]
    const body = bodyFromMarkdown('We **ship** it on Friday\n\n- [ ] We ship it later')
    const bytes = await writeDocx(makeWriteJob({ title: 'A title', body, threads }))
    const found = await readImport({ kind: 'read', name: 'x.docx', bytes, untitled: 'U' })
    expect(found.docs[0]?.body).toEqual(body)
    expect(found.docs[0]?.comments).toMatchObject([
      {
        quote: 'ship it',
        before: 'We ',
        after: ' on Friday',
        resolved: true,
        comments: [
          { author: 'Amara Okafor', text: 'Sure?\nReally?', at: '2026-11-20T10:00:00.000Z' },
          { author: 'Ben', text: 'Yes' },
        ],
      },
      { isAnchored: false, comments: [{ author: 'Ben', text: 'Good' }] },
    ])
  })

  it('of an Arabic doc is written from the right', async () => {
    const { bytes } = await thereAndBack(bodyFromMarkdown('مرحبا بالعالم'))
    const { files } = await unzip(bytes)
    expect(new TextDecoder().decode(files.get('word/document.xml'))).toMatch(
      /<w:bidi\/>.*<w:rtl\/>/s,
    )
  })

  it('that holds a bomb is refused', async () => {
    const { zipOf } = await import('../zip-out')
    const bomb = await zipOf([
      { name: 'word/document.xml', bytes: new Uint8Array(300_000_000) },
      { name: '[Content_Types].xml', bytes: new Uint8Array(10) },
    ])
    const found = await readImport({ kind: 'read', name: 'x.docx', bytes: bomb, untitled: 'U' })
    expect(found.docs).toEqual([])
    expect(found.skipped).toEqual([{ name: 'word/document.xml', why: 'bomb' }])
  })

  it('whose styles or pictures are bombs is read without them', async () => {
    const { zipOf } = await import('../zip-out')
    const body = bodyFromMarkdown(whole)
    const picture = { type: 'picture', attrs: { file: pictureId } }
    const honest = await thereAndBack({ ...body, content: [...(body.content ?? []), picture] })
    const { files } = await unzip(honest.bytes)
    const media = [...files.keys()].filter((name) => name.startsWith('word/media/'))
    expect(media).toHaveLength(1)
    const bombs = ['word/styles.xml', ...media]
    const evil = [...files].map(([name, bytes]) => ({
      name,
      bytes: bombs.includes(name) ? new Uint8Array(3_000_000) : bytes,
    }))
    const bytes = await zipOf(evil)
    const found = await readImport({ kind: 'read', name: 'x.docx', bytes, untitled: 'U' })
    expect(markdownFromBody(found.docs[0]?.body ?? {})).toContain('Words **bold**')
    expect(found.files).toEqual([])
    expect(found.skipped).toEqual(
      expect.arrayContaining(bombs.map((name) => ({ name, why: 'bomb' }))),
    )
  })
})
