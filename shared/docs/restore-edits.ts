/** To restore is a forward change: the live text is turned into an older one, block by block. */
import type { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { alignBlocks, type Pair } from './align-blocks'
import { docBody, docTitle } from './doc'
import { putBackInert } from './inert-edits'

/** `body` is of `docSchema`. */
export type DocState = { title: string; body: Node }

/**
 * In one transaction of `origin`. `live` is what the doc says now. What stayed the same is not touched, and
 * of what changed only the words that did: so others go on typing in it.
 */
export function restoreDoc(doc: Y.Doc, live: Node, then: DocState, origin: unknown): void {
  doc.transact((transaction) => {
    restoreTitle(docTitle(doc), then.title)
    restoreContent(doc, docBody(doc), live, then.body)
    putBackInert(transaction)
  }, origin)
}

function restoreTitle(title: Y.Text, then: string): void {
  const [before, after] = [[...title.toString()], [...then]]
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  const at = before.slice(0, start).join('').length
  title.delete(at, before.slice(start, before.length - end).join('').length)
  title.insert(at, after.slice(start, after.length - end).join(''))
}

function restoreContent(doc: Y.Doc, parent: Y.XmlFragment, live: Node, then: Node): void {
  if (live.content.eq(then.content)) return
  const isText = live.inlineContent || then.inlineContent
  if (isText || parent.length !== live.childCount) {
    updateYFragment(doc, parent, then, { mapping: new Map(), isOMark: new Map() })
    return
  }
  const pairs = alignBlocks(live.children, then.children).filter(
    ([a, b]) => live.child(a).type === then.child(b).type,
  )
  // From the end, so that the places before stay what they are.
  let next: Pair = [live.childCount, then.childCount]
  for (const pair of [...pairs.reverse(), [-1, -1] as const]) {
    replaceBetween(parent, then, pair, next)
    const [a, b] = pair
    if (a >= 0) restoreBlock(doc, parent.get(a), live.child(a), then.child(b))
    next = pair
  }
}

function replaceBetween(parent: Y.XmlFragment, then: Node, [a, b]: Pair, [nextA, nextB]: Pair) {
  const gone = nextA - a - 1
  if (gone > 0) parent.delete(a + 1, gone)
  const come = then.children.slice(b + 1, nextB)
  if (come.length > 0) parent.insert(a + 1, madeOf(then, come))
}

function madeOf(parent: Node, blocks: readonly Node[]): (Y.XmlElement | Y.XmlText)[] {
  const draft = new Y.Doc().getXmlFragment('draft')
  prosemirrorToYXmlFragment(parent.type.schema.topNodeType.create(null, blocks), draft)
  return draft.toArray().map((made) => made.clone() as Y.XmlElement)
}

function restoreBlock(doc: Y.Doc, block: unknown, live: Node, then: Node): void {
  if (!(block instanceof Y.XmlElement) || live.eq(then)) return
  if (!live.sameMarkup(then)) {
    for (const [name, value] of Object.entries(then.attrs)) {
      if (value === null) block.removeAttribute(name)
      else if (live.attrs[name] !== value) block.setAttribute(name, value)
    }
  }
  restoreContent(doc, block, live, then)
}
