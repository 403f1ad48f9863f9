/** For tests: whatever somebody may do in an editor, as a seed decides. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { canJoin, canSplit, type Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { docSchema } from '../docs/new-doc'
import { bodyOf, write } from './two-authors'

export type Chance = {
  below(end: number): number
  pick<T>(from: readonly T[]): T
  /** What is typed next; left out, one of a few words. */
  word?(): string
}

/** Answers what was done. */
export const writeAtRandom = (doc: Y.Doc, chance: Chance): string =>
  tryAtRandom(chance, (change) => {
    let done = false
    write(doc, (tr) => {
      change(tr)
      done = tr.docChanged
    })
    return done
  })

/** `attempt` says whether the change it is given changed anything; what the schema forbids it refuses. */
export function tryAtRandom(
  chance: Chance,
  attempt: (change: (tr: Transform) => void) => boolean,
): string {
  for (let tries = 0; tries < 20; tries++) {
    const name = chance.pick(hat)
    try {
      if (attempt((tr) => void actions[name]?.act(tr, chance))) return name
    } catch (error) {
      // What the schema does not allow, an editor does not do either.
      const isRefused = error instanceof RangeError || (error as Error).name === 'TransformError'
      if (!isRefused) throw error
    }
  }
  return 'nothing'
}

type Action = { often: number; act(tr: Transform, chance: Chance): unknown }

const words = ['alpha ', 'beta', ' gamma', 'δ', '👩‍🏫', 'x']

const wordBy = (chance: Chance): string => chance.word?.() ?? chance.pick(words)

const actions: Record<string, Action> = {
  type: {
    often: 10,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      tr.insert(start + placeIn(node, chance), docSchema().text(wordBy(chance)))
    },
  },
  erase: {
    often: 8,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const from = placeIn(node, chance)
      const to = wholeLetters(node, Math.min(node.content.size, from + 1 + chance.below(6)))
      tr.delete(start + from, start + to)
    },
  },
  mark: {
    often: 4,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const mark = docSchema().marks[chance.pick(['bold', 'italic'])]?.create()
      const from = placeIn(node, chance)
      const to = wholeLetters(node, Math.min(node.content.size, from + 1 + chance.below(9)))
      if (mark && chance.below(2)) tr.addMark(start + from, start + to, mark)
      else if (mark) tr.removeMark(start + from, start + to, mark)
    },
  },
  split: {
    often: 4,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const at = start + placeIn(node, chance)
      if (canSplit(tr.doc, at)) tr.split(at)
    },
  },
  join: {
    often: 3,
    act(tr, chance) {
      const { start } = textblock(tr.doc, chance)
      if (start > 1 && canJoin(tr.doc, start - 1)) tr.join(start - 1)
    },
  },
  turnInto: {
    often: 3,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const { heading, paragraph } = docSchema().nodes
      const type = chance.below(2) ? heading : paragraph
      const attrs = type === heading ? { level: 1 + chance.below(3) } : null
      if (type) tr.setBlockType(start, start + node.content.size, type, attrs)
    },
  },
  lineBreak: {
    often: 2,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const { hardBreak } = docSchema().nodes
      if (hardBreak) tr.insert(start + placeIn(node, chance), hardBreak.create())
    },
  },
  insertBlock: {
    often: 3,
    act(tr, chance) {
      const { paragraph, horizontalRule, bulletList, listItem } = docSchema().nodes
      const line = paragraph?.create(null, docSchema().text(wordBy(chance)))
      const item = line && listItem?.create(null, line)
      const block = chance.pick([line, horizontalRule?.create(), bulletList?.create(null, item)])
      if (block) tr.insert(blockBoundary(tr.doc, chance), block)
    },
  },
  insertTable: {
    often: 1,
    act(tr, chance) {
      const { table, tableRow, tableCell, paragraph } = docSchema().nodes
      const cell = () =>
        tableCell?.create(null, paragraph?.create(null, docSchema().text(wordBy(chance))))
      const row = () => tableRow?.create(null, [cell(), cell()] as Node[])
      const made = table?.create(null, [row(), row()] as Node[])
      if (made) tr.insert(blockBoundary(tr.doc, chance), made)
    },
  },
  deleteRow: {
    often: 2,
    act(tr, chance) {
      const rows: { at: number; node: Node }[] = []
      tr.doc.descendants((node, at, parent) => {
        const isOneOfMany = ['tableRow', 'listItem'].includes(node.type.name)
        if (isOneOfMany && (parent?.childCount ?? 0) > 1) rows.push({ at, node })
      })
      if (rows.length === 0) return
      const { at, node } = chance.pick(rows)
      tr.delete(at, at + node.nodeSize)
    },
  },
  moveBlock: {
    often: 4,
    act(tr, chance) {
      if (tr.doc.childCount < 2) return
      const index = chance.below(tr.doc.childCount)
      const block = tr.doc.child(index)
      const from = placeOfChild(tr.doc, index)
      const to = blockBoundary(tr.doc, chance)
      if (to === from || to === from + block.nodeSize) return
      tr.delete(from, from + block.nodeSize).insert(tr.mapping.map(to), block)
    },
  },
  wrap: {
    often: 2,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      const { blockquote, callout } = docSchema().nodes
      const range = tr.doc.resolve(start).blockRange(tr.doc.resolve(start + node.content.size))
      const type = chance.pick([blockquote, callout])
      if (range && type) tr.wrap(range, [{ type }])
    },
  },
  deleteBlock: {
    often: 3,
    act(tr, chance) {
      if (tr.doc.childCount < 2) return
      const index = chance.below(tr.doc.childCount)
      const from = placeOfChild(tr.doc, index)
      tr.replace(from, from + tr.doc.child(index).nodeSize, Slice.empty)
    },
  },
  pasteTwice: {
    often: 1,
    act(tr, chance) {
      const block = tr.doc.child(chance.below(tr.doc.childCount))
      // The binding takes one and the same object twice for a move that never ends.
      const copies = [block, block].map((one) => docSchema().nodeFromJSON(one.toJSON()))
      tr.insert(blockBoundary(tr.doc, chance), Fragment.from(copies))
    },
  },
}

const hat = Object.entries(actions).flatMap(([name, { often }]) => Array<string>(often).fill(name))

function textblock(doc: Node, chance: Chance): { node: Node; start: number } {
  const found: { node: Node; start: number }[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, start: at + 1 })
  })
  if (found.length === 0) throw new RangeError('no text')
  return chance.pick(found)
}

const placeIn = (node: Node, chance: Chance) =>
  wholeLetters(node, chance.below(node.content.size + 1))

/** Editors never cut one in half, and Yjs could not heal it. */
function wholeLetters(node: Node, place: number): number {
  const text = node.textBetween(0, node.content.size, '\n', '\n')
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place + 1 : place
}

const blockBoundary = (doc: Node, chance: Chance): number =>
  placeOfChild(doc, chance.below(doc.childCount + 1))

function placeOfChild(doc: Node, index: number): number {
  let at = 0
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize
  return at
}

export const saysOf = (doc: Y.Doc): string => JSON.stringify(bodyOf(doc).toJSON())
