/**
 * Marks are limits between letters, and whose limit makes a word bold is hard to say afterwards. So
 * where a suggestion is decided, the fork gives up all of its own limits in that text, has the doc's
 * again, and then sets anew what it still suggests.
 */
import * as Y from 'yjs'
import { deleteIds } from './accept-edits'
import { keepInFork } from './fork-edits'
import { type IdRange, idSetOf } from './id-ranges'
import { changesBetween } from './make-alike-edits'
import { itemsOf, sameType, stretchesOf } from './same-type'
import type { SuggestedDoc } from './suggested-doc-edits'
import { type Attributes, Marks, type Run, runsOf, type TextToSettle } from './texts-to-settle'

/**
 * The doc's limits only. To be done before the doc is written: where two limits say the same, Yjs
 * sweeps one away, and it may be the doc's. All at once: what the fork keeps makes its text anew.
 */
export function giveUpMarks(fork: Y.Doc, live: SuggestedDoc, texts: readonly TextToSettle[]): void {
  const limits = texts.map(({ text }) => limitsOf(text, live.current))
  keepInFork(fork, idSetOf(limits.flatMap(({ given }) => given)))
  deleteIds(
    live.current,
    limits.flatMap(({ own }) => own),
  )
}

export function setMarksAnew(live: SuggestedDoc, texts: readonly TextToSettle[]): void {
  live.current.transact(() => {
    for (const text of texts) setMarksIn(live.current, text)
  })
}

function setMarksIn(suggested: Y.Doc, { text, before, suggested: open }: TextToSettle): void {
  const there = sameType(text, suggested)
  if (!(there instanceof Y.Text)) return
  const inDoc = new Marks(text)
  /** Letter by letter where some are still suggested and others are not. */
  const wanted = (id: Y.ID): Wanted => {
    const isOpen = open.clients.size > 0
    const [one, other] = isOpen && Y.isDeleted(open, id) ? [before, inDoc] : [inDoc, before]
    const { attributes, length } = one.at(id) ?? other.at(id) ?? { attributes: {}, length: 1 }
    return { attributes, length: isOpen || !one.at(id) ? 1 : length }
  }
  for (const { place, length, marks } of changesTo(runsOf(there), wanted)) {
    there.format(place, length, marks)
  }
}

type Wanted = { attributes: Attributes; length: number }
type Change = { place: number; length: number; marks: Attributes }

function changesTo(runs: readonly Run[], wanted: (id: Y.ID) => Wanted): Change[] {
  const changes: Change[] = []
  for (const run of runs) {
    for (let at = 0; at < run.length; ) {
      const goal = wanted(Y.createID(run.id.client, run.id.clock + at))
      const length = Math.min(goal.length, run.length - at)
      const place = run.offset + at
      const marks = changesBetween(run.attributes, goal.attributes)
      at += length
      if (Object.keys(marks).length === 0) continue
      const last = changes.at(-1)
      const isNext = last && last.place + last.length === place
      if (isNext && JSON.stringify(last.marks) === JSON.stringify(marks)) last.length += length
      else changes.push({ place, length, marks })
    }
  }
  return changes
}

type Limits = { given: IdRange[]; own: IdRange[] }

/** Those of the doc that the fork has deleted, and those of the fork's own. */
function limitsOf(text: Y.Text, suggested: Y.Doc): Limits {
  const found: Limits = { given: [], own: [] }
  const there = sameType(text, suggested)
  if (!(there instanceof Y.Text) || !text.doc) return found
  for (const item of itemsOf(there)) {
    for (const { id, length, other } of stretchesOf(item, text.doc)) {
      const range = { client: id.client, clock: id.clock, length }
      if (item.deleted && other?.content instanceof Y.ContentFormat) found.given.push(range)
      const isOwn = !other && !item.deleted && item.content instanceof Y.ContentFormat
      if (isOwn) found.own.push(range)
    }
  }
  return found
}
