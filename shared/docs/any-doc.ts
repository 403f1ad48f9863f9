/** Docs nobody would write, for tests: every kind of block and mark, and edits of all kinds. */
import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { docSchema } from './new-doc'

const word = fc.constantFrom('scrap', 'the', 'press', 'a', 'Wärme', '温度', '👩‍🏭', '12', ',', '.')
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
type MarkJson = NonNullable<JSONContent['marks']>[number]
const mark = fc.constantFrom<MarkJson>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org' } },
  { type: 'highlight', attrs: { colour: 'green' } },
)
const someText = fc.record({
  type: fc.constant('text'),
  text,
  marks: fc.uniqueArray(mark, { maxLength: 2, selector: ({ type }) => type }),
})
const id = fc.constantFrom(
  'aaaaaaaa-1111-4111-8111-111111111111',
  'bbbbbbbb-1111-4111-8111-111111111111',
)
const inlineAtom = fc.oneof(
  fc.constant<JSONContent>({ type: 'hardBreak' }),
  text.map((latex): JSONContent => ({ type: 'inlineMath', attrs: { latex } })),
  id.map(
    (it): JSONContent => ({ type: 'mention', attrs: { kind: 'person', id: it, label: 'Amara' } }),
  ),
)
const inline = fc.array(fc.oneof({ weight: 4, arbitrary: someText }, inlineAtom), { maxLength: 4 })
const paragraph = inline.map((content): JSONContent => ({ type: 'paragraph', content }))

const leaf = fc.oneof(
  fc.constant<JSONContent>({ type: 'horizontalRule' }),
  text.map((latex): JSONContent => ({ type: 'blockMath', attrs: { latex } })),
  fc.tuple(id, text).map(([file, alt]): JSONContent => ({ type: 'picture', attrs: { file, alt } })),
)
const textblock = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), inline)
    .map(([level, content]): JSONContent => ({ type: 'heading', attrs: { level }, content })),
  text.map((code): JSONContent => ({ type: 'codeBlock', content: [{ type: 'text', text: code }] })),
)

function blocks(depth: number): fc.Arbitrary<JSONContent[]> {
  const inner = depth === 0 ? paragraph.map((only) => [only]) : blocks(depth - 1)
  const item = fc.tuple(paragraph, inner).map(([first, rest]) => [first, ...rest.slice(1)])
  const listOf = (list: string, type: string) =>
    fc.array(item, { minLength: 1, maxLength: 3 }).map(
      (items): JSONContent => ({
        type: list,
        content: items.map((content) => ({ type, content })),
      }),
    )
  const row = (width: number) =>
    fc.array(inner, { minLength: width, maxLength: width }).map(
      (cells): JSONContent => ({
        type: 'tableRow',
        content: cells.map((content) => ({ type: 'tableCell', content })),
      }),
    )
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(row(width), { minLength: 1, maxLength: 3 }))
    .map((content): JSONContent => ({ type: 'table', content }))
  const details = fc.tuple(text, inner).map(
    ([summary, content]): JSONContent => ({
      type: 'details',
      content: [
        { type: 'detailsSummary', content: [{ type: 'text', text: summary }] },
        { type: 'detailsContent', content },
      ],
    }),
  )
  const nested = fc.oneof(
    inner.map((content): JSONContent => ({ type: 'blockquote', content })),
    inner.map((content): JSONContent => ({ type: 'callout', content })),
    listOf('bulletList', 'listItem'),
    listOf('orderedList', 'listItem'),
    listOf('taskList', 'taskItem'),
    details,
    table,
  )
  const block = fc.oneof({ weight: 4, arbitrary: textblock }, leaf, {
    weight: 2,
    arbitrary: nested,
  })
  return fc.array(block, { minLength: 1, maxLength: depth === 0 ? 2 : 5 })
}

export const anyDoc: fc.Arbitrary<Node> = blocks(2).map((content) =>
  Node.fromJSON(docSchema(), { type: 'doc', content }),
)

/** A doc, and one that somebody could have made of it; not always in ways our editor allows. */
export const docAndItsHeir: fc.Arbitrary<[Node, Node]> = fc
  .tuple(anyDoc, anyDoc, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }))
  .map(([doc, other, edits]) => [doc, edits.reduce((heir, edit) => edited(heir, other, edit), doc)])

function edited(doc: Node, other: Node, [where, what, length]: [number, number, number]): Node {
  const from = where % (doc.content.size + 1)
  const to = Math.min(doc.content.size, from + (length % 40))
  const start = what % (other.content.size + 1)
  const slice = other.slice(start, Math.min(other.content.size, start + (length % 25)))
  try {
    const made = doc.replace(from, to, slice)
    made.check()
    return made
  } catch {
    return withOneBlockChanged(doc, other, where, what)
  }
}

function withOneBlockChanged(doc: Node, other: Node, where: number, what: number): Node {
  const children = [...doc.children]
  const given = other.child(what % other.childCount)
  children.splice(
    where % (children.length + 1),
    what % 3 === 0 && children.length > 1 ? 1 : 0,
    given,
  )
  return doc.copy(
    doc.content.cut(0, 0).append(
      Node.fromJSON(doc.type.schema, {
        type: 'doc',
        content: children.map((child) => child.toJSON()),
      }).content,
    ),
  )
}
