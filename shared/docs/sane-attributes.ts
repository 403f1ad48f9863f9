/**
 * Anything may stand in a room's document. So whoever makes a node or a mark (the binding, a paste,
 * an import) gives it only attributes that mean something; the rest become what they are by
 * default. What is in the room stays as it is until somebody edits that block.
 */
import { Extension } from '@tiptap/core'
import type { Attrs, Fragment, MarkType, NodeType, Schema } from '@tiptap/pm/model'
import { readOneOf, readText, readWhole } from './attributes'
import { inertSchema } from './inert-schema'
import { isObject } from './loose-node'
import { isSafeLink } from './safe-link'
import {
  mostColumns,
  mostPlaces,
  readColumnSpan,
  readColumnWidth,
  readRowSpan,
} from './table-limits'

/** Null means: nothing sensible. */
type Read = (value: unknown) => unknown

const longestText = 5000

const readColumnWidths: Read = (value) =>
  Array.isArray(value) && value.length <= mostColumns
    ? value.map((width) => readColumnWidth(width) ?? 0)
    : null

const cell: Record<string, Read> = {
  colspan: readColumnSpan,
  rowspan: readRowSpan,
  colwidth: readColumnWidths,
  align: readOneOf(['left', 'center', 'right']),
}
const textAlign = readOneOf(['start', 'center', 'end'])

/** Read only where what it stands for is written or shown. */
const inert: Record<string, Read> = { source: (value) => (isObject(value) ? value : null) }

/** Of what others' extensions bring; our own nodes read theirs wherever they use them. */
const readers: Record<string, Record<string, Read>> = {
  paragraph: { textAlign },
  heading: { textAlign, level: readWhole(1, 6) },
  orderedList: { start: readWhole(0, 1_000_000), type: readOneOf(['1', 'a', 'A', 'i', 'I']) },
  codeBlock: {
    language: (value) =>
      typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value) ? value : null,
  },
  taskItem: { checked: (value) => value === true || null },
  tableCell: cell,
  tableHeader: cell,
  link: {
    href: (value) => (isSafeLink(value) ? readText(longestText)(value) : null),
    target: () => null,
    rel: () => null,
    class: () => null,
    title: readText(500),
  },
  inertBlock: inert,
  inertInline: inert,
}

const readPlain: Read = (value) => {
  if (typeof value === 'string') return value.slice(0, longestText)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'boolean' ? value : null
}

function sane(type: NodeType | MarkType, given: Attrs | null | undefined): Attrs | null {
  if (!given) return null
  const read = readers[type.name]
  const attributes: Record<string, unknown> = {}
  for (const name in type.spec.attrs) {
    const value = (read?.[name] ?? readPlain)(given[name])
    if (value !== null) attributes[name] = value
  }
  return attributes
}

/** What ProseMirror has, and gives no types for. */
type Made = {
  computeAttrs: (attrs: Attrs | null) => Attrs
  /** Throws where it may not be inside. */
  checkContent: (content: Fragment) => void
}
const madeBy = (type: NodeType) => type as unknown as Made

export function saneSchema(schema: Schema): Schema {
  for (const type of Object.values(schema.nodes)) {
    const made = madeBy(type)
    const compute = made.computeAttrs.bind(type)
    made.computeAttrs = (attrs) => compute(sane(type, attrs))
  }
  for (const type of Object.values(schema.marks)) {
    const create = type.create.bind(type)
    type.create = (attrs) => create(sane(type, attrs))
  }
  if (schema.nodes.table) checkTable(schema.nodes.table)
  const text = schema.text.bind(schema)
  // An object where letters should be would give the node a size that is no number.
  schema.text = (words, marks) => text(typeof words === 'string' ? words : '\ufffc', marks)
  return schema
}

function checkTable(type: NodeType): void {
  const made = madeBy(type)
  const check = made.checkContent.bind(type)
  made.checkContent = (rows) => {
    check(rows)
    if (rows.childCount * widthOf(rows) > mostPlaces) throw new RangeError('too large a table')
  }
}

function widthOf(rows: Fragment): number {
  let widest = 0
  rows.forEach((row) => {
    let width = 0
    row.forEach((cell) => {
      width += cell.attrs.colspan
    })
    widest = Math.max(widest, width)
  })
  return widest
}

export const SaneAttributes = Extension.create({
  name: 'saneAttributes',
  onBeforeCreate() {
    inertSchema(saneSchema(this.editor.schema), { learns: true })
  },
})
