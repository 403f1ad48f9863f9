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
