/** Random docs in which is all that a doc can contain. */
import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { tidyBody } from './tidy-body'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A picture and a file that are there. */
export const files = {
  picture: { file: id(1), pixelWidth: 640, pixelHeight: 480 },
  attachment: { file: id(2), name: 'Plan [v2] (final).pdf', mime: 'application/pdf', size: 1234 },
  pathOf: (file: string) => (file === id(1) ? 'files/a picture (1).png' : 'files/plan.pdf'),
  at(address: string) {
    const path = decodeURIComponent(address)
    if (path === files.pathOf(id(1))) return { picture: files.picture }
    return path === files.pathOf(id(2)) ? { attachment: files.attachment } : undefined
  },
}

/** Much that means something to Markdown or HTML, and the letters of several scripts. */
const scraps =
  'a word Ὀδυσσεύς Привет שלום مرحبا 你好 é 1 1. 2) - + * ** _ __ ~ ~~ ` `` # ## > | \\ / ! ( ) [ ] [x] [!NOTE] : :-- = == ==x== $ $5 $$ & &amp; &lt; < <b> </p> <!-- @ a@b.example www.a.example https://a.example/?q=1&r="2" {{x}} ^ ^1 [^1] … 👩‍🔬 --- *** 📅'.split(
    ' ',
  )
const words = fc
  .array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 5 })
  .chain((parts) => fc.constantFrom(' ', '', ' ').map((gap) => parts.join(gap)))

const mark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'underline' },
  { type: 'subscript' },
  { type: 'superscript' },
  { type: 'code' },
  { type: 'highlight', attrs: { colour: 'yellow' } },
  { type: 'highlight', attrs: { colour: 'green' } },
  { type: 'link', attrs: { href: 'https://example.org/a_(b)?c=d&e#f' } },
  { type: 'link', attrs: { href: `/docs/${id(9)}` } },
)
const text = fc
  .record({ text: words, marks: fc.array(mark, { maxLength: 3 }) })
  .map((node) => ({ type: 'text', ...node }))
const node = (type: string, attrs: Record<string, unknown>): JSONContent => ({ type, attrs })
const mention = fc.constantFrom(
  node('mention', { kind: 'person', id: id(3), label: 'Amara [Okafor] *' }),
  node('mention', { kind: 'doc', id: id(4), label: 'Plan | “B”' }),
  node('mention', { kind: 'card', id: 'c_1-x', boardId: id(5), label: 'Card' }),
  node('mention', { kind: 'date', id: '2026-11-26' }),
)
const formula = fc.constantFrom('x^2', 'a_{1} < b', '\\frac{1}{2}', '5 \\$', '|x|')
const inline = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: mention },
  { weight: 1, arbitrary: formula.map((latex) => node('inlineMath', { latex })) },
)
/** A break has words on both sides: at an edge Markdown has none. */
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 })
const line = fc
  .tuple(inlines, fc.option(inlines, { freq: 4 }))
  .map(([before, after]) => (after ? [...before, { type: 'hardBreak' }, ...after] : before))

const paragraph = line.map((content) => ({ type: 'paragraph', content }))
const aligned = fc
  .tuple(paragraph, fc.constantFrom('start', 'center', 'end'))
  .map(([block, textAlign]) => ({ ...block, attrs: { textAlign } }))
const heading = fc
  .tuple(line, fc.integer({ min: 1, max: 6 }))
  .map(([content, level]) => ({ type: 'heading', attrs: { level }, content }))
const code = fc
  .tuple(
    fc.constantFrom(null, 'ts', 'c++'),
    fc.constantFrom('x()', '```\n\n~~~', '\n  <b>\n', '', '$$\n`'),
  )
  .map(([language, value]) => ({
    type: 'codeBlock',
    attrs: { language },
    content: [{ type: 'text', text: value }],
  }))
const cell = (type: string) =>
  fc
    .oneof({ weight: 6, arbitrary: paragraph }, { weight: 1, arbitrary: code })
    .map((block) => ({ type, content: [block] }))
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([columns, rows, hasHead]) => {
    const row = (type: string) =>
      fc
        .array(cell(type), { minLength: columns, maxLength: columns })
        .map((content) => ({ type: 'tableRow', content }))
    return fc
      .tuple(
        row(hasHead ? 'tableHeader' : 'tableCell'),
        fc.array(row('tableCell'), { minLength: rows, maxLength: rows }),
      )
      .map(([head, rest]) => ({ type: 'table', content: [head, ...rest] }))
  })
const merged = fc.tuple(paragraph, paragraph).map(([a, b]) => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [{ type: 'tableCell', attrs: { colspan: 2, colwidth: [120, 80] }, content: [a] }],
    },
    {
      type: 'tableRow',
      content: [
        { type: 'tableCell', content: [b] },
        { type: 'tableCell', content: [{ type: 'paragraph' }] },
      ],
    },
  ],
}))
const leaf = fc.constantFrom(
  node('horizontalRule', {}),
  node('blockMath', { latex: '\\sum_{i}\n  x_i' }),
  node('picture', { ...files.picture, alt: 'A [picture]', caption: 'It’s “so” big' }),
  node('picture', { ...files.picture, alt: '', caption: '', width: 300, align: 'wide' }),
  node('attachment', files.attachment),
  node('embed', { kind: 'board', roomId: id(6), label: 'Board *' }),
  node('embed', { kind: 'column', roomId: id(6), partId: 'col-1', label: 'To do' }),
)

const { block } = fc.letrec<{ block: JSONContent; blocks: JSONContent[]; item: JSONContent[] }>(
  (tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    item: fc
      .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: paragraph },
      { weight: 1, arbitrary: aligned },
      { weight: 2, arbitrary: heading },
      { weight: 2, arbitrary: code },
      { weight: 2, arbitrary: table },
      { weight: 1, arbitrary: merged },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: tie('blocks').map((content) => ({ type: 'blockquote', content })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('blocks'), fc.constantFrom('info', 'tip', 'warning', 'danger'))
          .map(([content, tone]) => ({ type: 'callout', attrs: { tone }, content })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(text, { maxLength: 2 }), tie('blocks'))
          .map(([summary, content]) => ({
            type: 'details',
            content: [
              { type: 'detailsSummary', content: summary },
              { type: 'detailsContent', content },
            ],
          })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.constantFrom(null, 1, 7))
          .map(([items, start]) => ({
            type: start === null ? 'bulletList' : 'orderedList',
            ...(start !== null && { attrs: { start } }),
            content: items.map((content) => ({ type: 'listItem', content })),
          })),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(
            fc.tuple(
              tie('item'),
              fc.boolean(),
              fc.constantFrom(null, id(3)),
              fc.constantFrom(null, '2026-12-01'),
            ),
            {
              minLength: 1,
              maxLength: 3,
            },
          )
          .map((items) => ({
            type: 'taskList',
            content: items.map(([content, checked, assignee, due]) => ({
              type: 'taskItem',
              attrs: { checked, assignee, due },
              content,
            })),
          })),
      },
    ),
  }),
)

export const anyBody: fc.Arbitrary<JSONContent> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => tidyBody({ content }))
