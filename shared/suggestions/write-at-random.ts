/** For tests: whatever somebody may do in an editor, as a seed decides. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { canJoin, canSplit, type Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { docSchema } from '../docs/new-doc'
import { bodyOf, write } from './two-authors'

export type Chance = { below(end: number): number; pick<T>(from: readonly T[]): T }

/** Answers what was done. */
export function writeAtRandom(doc: Y.Doc, chance: Chance): string {
  for (let tries = 0; tries < 20; tries++) {
    const name = chance.pick(hat)
    let done = false
    try {
      write(doc, (tr) => {
        actions[name]?.act(tr, chance)
        done = tr.docChanged
      })
    } catch (error) {
      // What the schema does not allow, an editor does not do either.
      const isRefused = error instanceof RangeError || (error as Error).name === 'TransformError'
      if (!isRefused) throw error
    }
    if (done) return name
  }
  return 'nothing'
}

type Action = { often: number; act(tr: Transform, chance: Chance): unknown }

const words = ['alpha ', 'beta', ' gamma', 'δ', '👩‍🏫', 'x']

const actions: Record<string, Action> = {
  type: {
    often: 10,
    act(tr, chance) {
      const { node, start } = textblock(tr.doc, chance)
      tr.insert(start + placeIn(node, chance), docSchema().text(chance.pick(words)))
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
      const line = paragraph?.create(null, docSchema().text(chance.pick(words)))
      const item = line && listItem?.create(null, line)
      const block = chance.pick([line, horizontalRule?.create(), bulletList?.create(null, item)])
      if (block) tr.insert(blockBoundary(tr.doc, chance), block)
    },
  },
  deleteBlock: {
    often: 3,
    act(tr, chance) {
      if (tr.doc.childCount < 2) return
      const index = chance.below(tr.doc.childCount)
      let from = 0
      for (let at = 0; at < index; at++) from += tr.doc.child(at).nodeSize
      tr.replace(from, from + tr.doc.child(index).nodeSize, Slice.empty)
    },
  },
  pasteTwice: {
    often: 1,
    act(tr, chance) {
      const block = tr.doc.child(chance.below(tr.doc.childCount))
      tr.insert(blockBoundary(tr.doc, chance), Fragment.from([block, block]))
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

function blockBoundary(doc: Node, chance: Chance): number {
  let at = 0
  for (let index = chance.below(doc.childCount + 1); index > 0; index--) {
    at += doc.child(index - 1).nodeSize
  }
  return at
}

export const saysOf = (doc: Y.Doc): string => JSON.stringify(bodyOf(doc).toJSON())
