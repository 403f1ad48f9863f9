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
import { type Attributes, marksOf, type Run, runsOf, type TextToSettle } from './texts-to-settle'

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
  const inDoc = marksOf(text)
  const wanted = (letter: string) =>
    (open.has(letter) ? before : inDoc).get(letter) ?? before.get(letter) ?? {}
  for (const { place, length, marks } of changesTo(runsOf(there), wanted)) {
    there.format(place, length, marks)
  }
}

type Change = { place: number; length: number; marks: Attributes }

function changesTo(runs: readonly Run[], wanted: (letter: string) => Attributes): Change[] {
  const changes: Change[] = []
  for (const { id, offset, length, attributes } of runs) {
    for (let at = 0; at < length; at++) {
      const marks = changesBetween(attributes, wanted(`${id.client}.${id.clock + at}`))
      if (Object.keys(marks).length === 0) continue
      const last = changes.at(-1)
      const isNext = last && last.place + last.length === offset + at
      if (isNext && JSON.stringify(last.marks) === JSON.stringify(marks)) last.length++
      else changes.push({ place: offset + at, length: 1, marks })
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
