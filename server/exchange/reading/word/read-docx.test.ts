import { markdownFromBody } from '@atelier/shared/docs/markdown-from-body'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { makePng } from '../../../testing/make-picture'
import { placeThreads } from '../../place-threads'
import { zipOf } from '../../zip-out'
import { readImport } from '../read-import'

const names = ['w', 'r', 'm', 'a', 'wp', 'pic', 'mc', 'wps', 'v', 'o', 'w14', 'w15']
const spaces: Record<string, string> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
}
const root = (name: string, inside: string) =>
  `<?xml version="1.0"?><${name} ${names.map((one) => `xmlns:${one}="${spaces[one]}"`).join(' ')}>${inside}</${name}>`

const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${spaces.r}/${type}" Target="${target}"${more}/>`
const relations = (...all: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

type Parts = { part?: string; more?: Record<string, string | Uint8Array>; links?: string[] }

async function wordOf(
  body: string,
  { part = 'word/document.xml', more = {}, links = [] }: Parts = {},
) {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', part)),
    [part]: root('w:document', `<w:body>${body}</w:body>`),
    [part.replace(/([^/]+)$/, '_rels/$1.rels')]: relations(
      relation('n', 'numbering', 'numbering.xml'),
      relation('s', 'styles', 'styles.xml'),
      ...links,
    ),
    ...more,
  }
  return zipOf(
    Object.entries(parts).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  )
}

async function read(body: string, parts?: Parts) {
  const bytes = await wordOf(body, parts)
  const found = await readImport({ kind: 'read', name: 'x.docx', bytes, untitled: 'U' })
  const [doc] = found.docs
  const markdown = markdownFromBody(doc?.body ?? {}, { fileAt: () => 'p.png' })
  return { found, doc, markdown, blocks: doc?.body.content ?? [] }
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inside: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
const item = (text: string, id: number, level = 0) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)

const levels = (format: string, start = 1) =>
  [0, 1]
    .map(
      (level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="${level === 0 ? start : 1}"/><w:numFmt w:val="${format}"/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
    )
    .join('')
const numbering = root(
  'w:numbering',
  `<w:abstractNum w:abstractNumId="1">${levels('decimal', 5)}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${levels('decimal')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
)
const lists = { more: { 'word/numbering.xml': numbering } }

describe('a list of Word', () => {
  it('begins with the number that Word shows, also where it goes on after a paragraph', async () => {
    const { markdown } = await read(
      item('five', 1) + item('six', 1) + p(run('between')) + item('seven', 1),
      lists,
    )
    expect(markdown).toBe('5. five\n6. six\n\nbetween\n\n7. seven\n')
  })

  it('begins anew where its numbers do', async () => {
    const { blocks } = await read(item('a', 3) + item('b', 3) + item('c', 4), lists)
    expect(blocks.map(({ type, attrs, content }) => [type, attrs?.start, content?.length])).toEqual(
      [
        ['orderedList', 1, 2],
        ['orderedList', 1, 1],
      ],
    )
  })

  it('keeps what goes on in an item, and is one list around it', async () => {
    const { markdown } = await read(
      item('one', 2) +
        item('in it', 2, 1) +
        p(run('more of it'), '<w:ind w:left="1440"/>') +
        item('next in it', 2, 1) +
        p(run('more of one'), '<w:ind w:left="720"/>') +
        item('two', 2) +
        p(run('outside')),
      lists,
    )
    expect(markdown).toBe(
      '- one\n\n  - in it\n\n    more of it\n\n  - next in it\n\n  more of one\n\n- two\n\noutside\n',
    )
  })
})

describe('of a Word document', () => {
  it('formulas come in, in a line and alone', async () => {
    const fraction =
      '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>b%</m:t></m:r></m:e></m:rad></m:den></m:f></m:oMath>'
    const sum =
      '<m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:nary></m:oMath>'
    const { markdown } = await read(
      p(run('so ') + fraction + run(' it is')) + p(`<m:oMathPara>${sum}</m:oMathPara>`),
    )
    expect(markdown).toBe('so $\\frac{a}{\\sqrt{b\\%}}$ it is\n\n$$\n\\sum_{i=1}^{n} x^{2}\n$$\n')
  })

  it('lines across the page come in', async () => {
    const { markdown } = await read(
      p(run('a')) +
        p('', '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>') +
        p(run('b')),
    )
    expect(markdown).toBe('a\n\n***\n\nb\n')
  })

  it('what a text box says comes in, whichever Word drew it', async () => {
    const box = (words: string) => `<w:txbxContent>${p(run(words))}</w:txbxContent>`
    const drawn = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('new')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
    const { markdown } = await read(
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice></mc:AlternateContent></w:r>`,
      ) + p(`<w:r>${drawn.replace('new', 'bare')}</w:r>`),
    )
    expect(markdown).toBe('new\n\nbare\n')
  })

  it('a picture has its width; of one that lies elsewhere a link comes in', async () => {
    const drawing = (link: string) =>
      `<w:r><w:drawing><wp:inline><wp:extent cx="${150 * 9525}" cy="9525"/><wp:docPr id="1" name="Picture 1" descr="Alt"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${link}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const { found, blocks, markdown } = await read(
      p(drawing('r:embed="p"')) + p(drawing('r:link="q"')),
      {
        more: { 'word/media/p.png': makePng(4, 4) },
        links: [
          relation('p', 'image', 'media/p.png'),
          relation('q', 'image', 'https://a.example/p.png', ' TargetMode="External"'),
        ],
      },
    )
    expect(blocks[0]).toMatchObject({ type: 'picture', attrs: { alt: 'Alt', width: 150 } })
    expect(markdown).toContain('[Alt](https://a.example/p.png)')
    expect(found.skipped).toEqual([])
  })

  it('tracked changes are taken as accepted, and that is said', async () => {
    const { markdown, found } = await read(
      p(
        `${run('was ')}<w:del><w:r><w:delText>bad</w:delText></w:r></w:del><w:ins>${run('good')}</w:ins>`,
      ),
    )
    expect(markdown).toBe('was good\n')
    expect(found.skipped).toEqual([{ name: 'x', why: 'changes-accepted' }])
  })

  it('the text is found wherever it lies in the zip', async () => {
    const { markdown } = await read(p(run('here')), { part: 'word/document2.xml' })
    expect(markdown).toBe('here\n')
  })

  it('that is nested thousands deep, or no XML at all, is refused as damaged', async () => {
    const deep = '<w:smartTag>'.repeat(20_000) + '</w:smartTag>'.repeat(20_000)
    for (const body of [p(deep), '<w:p>'])
      await expect(read(body)).rejects.toMatchObject({
        details: { fields: [{ field: 'file', problem: 'damaged' }] },
      })
  })
})

describe('comments of a Word document', () => {
  const range = (id: number, inside: string) =>
    `<w:commentRangeStart w:id="${id}"/>${inside}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  const comment = (id: number, author: string, words: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2026-11-2${id}T10:00:00Z"><w:p w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`
  const extended = (id: number, more: string) =>
    `<w15:commentEx w15:paraId="0000000${id}" ${more}/>`

  it('come in as threads about the same words, with replies and whether they are settled', async () => {
    const body = p(run('Ouch')) + p(run('We ') + range(1, run('ship')) + range(2, run(' on Ouch')))
    const { doc } = await read(body, {
      more: {
        'word/comments.xml': root(
          'w:comments',
          comment(1, 'Amara', 'When?') + comment(3, 'Ben', 'Friday') + comment(2, 'Ben', 'Why?'),
        ),
        'word/commentsExtended.xml': root(
          'w15:commentsEx',
          extended(1, 'w15:done="1"') +
            extended(3, 'w15:paraIdParent="00000001" w15:done="1"') +
            extended(2, 'w15:done="0"'),
        ),
      },
    })
    expect(doc?.comments).toMatchObject([
      {
        quote: 'ship',
        before: 'We ',
        after: ' on Ouch',
        isAnchored: true,
        resolved: true,
        comments: [
          { author: 'Amara', at: '2026-11-21T10:00:00Z', text: 'When?' },
          { author: 'Ben', text: 'Friday' },
        ],
      },
      { quote: 'on Ouch', resolved: false, comments: [{ author: 'Ben', text: 'Why?' }] },
    ])
    const update = newDocUpdate(doc as { title: string; body: JSONContent })
    const { placed, moved } = placeThreads(update, doc?.comments ?? [], 'me')
    expect(moved).toBe(0)
    expect(placed.every(({ anchor }) => anchor !== null)).toBe(true)
  })

  it('about the same words are one thread where the program knows no replies', async () => {
    const words = `<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>${run('this')}<w:commentRangeEnd w:id="1"/><w:commentRangeEnd w:id="2"/>`
    const { doc } = await read(p(words), {
      more: {
        'word/comments.xml': root('w:comments', comment(1, 'A', 'one') + comment(2, 'B', 'two')),
      },
    })
    expect(doc?.comments).toMatchObject([
      { quote: 'this', comments: [{ text: 'one' }, { text: 'two' }] },
    ])
  })
})
