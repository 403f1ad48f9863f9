/** The texts in which something is decided, and what is known of their marks before it is. */
import * as Y from 'yjs'
import { textOf } from './accept-edits'
import type { IdRange } from './id-ranges'
import { itemsOf, sameType, structAt } from './same-type'
import type { Spot, Suggestion } from './suggestion'

export type Attributes = Record<string, unknown>
export type Run = { id: Y.ID; offset: number; length: number; attributes: Attributes }

/** By letter. */
type Marks = Map<string, Attributes>

export type TextToSettle = {
  /** In the doc. */
  text: Y.Text
  /** What the fork has there. */
  before: Marks
  /** Letters whose marks stay suggested. */
  suggested: ReadonlySet<string>
}

/** `open` is what stays suggested. */
export function textsToSettle(
  doc: Y.Doc,
  suggested: Y.Doc,
  decided: readonly Spot[],
  open: readonly Suggestion[],
): TextToSettle[] {
  const texts = decided.flatMap((spot) =>
    spot.kind === 'formatting'
      ? (textOf(doc, spot.where, spot.on.type) ?? [])
      : [...spot.inserted.ids, ...spot.removed.ids].flatMap(
          (id) => textAround(suggested, doc, id) ?? [],
        ),
  )
  return [...new Set(texts)].map((text) => {
    const there = sameType(text, suggested)
    const before: Marks = there instanceof Y.Text ? marksOf(there) : new Map()
    return { text, before, suggested: markedIn(open, text) }
  })
}

function textAround(suggested: Y.Doc, doc: Y.Doc, { client, clock }: IdRange): Y.Text | null {
  const parent = structAt(suggested, Y.createID(client, clock))?.parent
  const theirs = parent instanceof Y.Text ? sameType(parent, doc) : null
  return theirs instanceof Y.Text ? theirs : null
}

/** The letters of a text whose marks are suggested. */
function markedIn(suggestions: readonly Suggestion[], text: Y.Text): Set<string> {
  const id = text._item?.id ?? null
  const spots = suggestions
    .flatMap((suggestion) => suggestion.spots)
    .filter(({ kind, on }) => kind === 'formatting' && Y.compareIDs(on.type, id))
  if (spots.length === 0) return new Set()
  const letters = [...marksOf(text).keys()]
  return new Set(
    spots.flatMap(({ on }) => {
      const from = letters.indexOf(`${on.first?.client}.${on.first?.clock}`)
      return from < 0 ? [] : letters.slice(from, from + on.length)
    }),
  )
}

/** The living letters of a text with their marks; `offset` is their place in it. */
export function runsOf(text: Y.Text): Run[] {
  const runs: Run[] = []
  const attributes: Attributes = {}
  let offset = 0
  for (const item of itemsOf(text)) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content
      if (value === null) delete attributes[key]
      else attributes[key] = value
    } else if (item.countable) {
      runs.push({ id: item.id, offset, length: item.length, attributes: { ...attributes } })
      offset += item.length
    }
  }
  return runs
}

export function marksOf(text: Y.Text): Marks {
  const marks: Marks = new Map()
  for (const { id, length, attributes } of runsOf(text)) {
    for (let at = 0; at < length; at++) marks.set(`${id.client}.${id.clock + at}`, attributes)
  }
  return marks
}
