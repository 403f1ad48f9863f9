/** The texts in which something is decided, and what is known of their marks before it is. */
import * as Y from 'yjs'
import { textOf } from './accept-edits'
import { type IdRange, type IdSet, idSetOf } from './id-ranges'
import { itemsOf, sameType, structAt } from './same-type'
import type { Spot, Suggestion } from './suggestion'

export type Attributes = Record<string, unknown>
export type Run = { id: Y.ID; offset: number; length: number; attributes: Attributes }

export type TextToSettle = {
  /** In the doc. */
  text: Y.Text
  /** What the fork has there. */
  before: Marks
  /** Letters whose marks stay suggested. */
  suggested: IdSet
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
  return [...new Set(texts)].flatMap((text) => {
    const there = sameType(text, suggested)
    if (!(there instanceof Y.Text) || ![text, there].some(hasLimits)) return []
    return { text, before: new Marks(there), suggested: markedIn(open, text) }
  })
}

function textAround(suggested: Y.Doc, doc: Y.Doc, { client, clock }: IdRange): Y.Text | null {
  const parent = structAt(suggested, Y.createID(client, clock))?.parent
  const theirs = parent instanceof Y.Text ? sameType(parent, doc) : null
  return theirs instanceof Y.Text ? theirs : null
}

const hasLimits = (text: Y.Text) =>
  [...itemsOf(text)].some(({ content }) => content instanceof Y.ContentFormat)

/** The letters of a text whose marks are suggested. */
function markedIn(suggestions: readonly Suggestion[], text: Y.Text): IdSet {
  const id = text._item?.id ?? null
  const spots = suggestions
    .flatMap((suggestion) => suggestion.spots)
    .filter(({ kind, on }) => kind === 'formatting' && Y.compareIDs(on.type, id))
  const runs = spots.length > 0 ? runsOf(text) : []
  return idSetOf(
    spots.flatMap(({ on }) => (on.first ? lettersFrom(runs, on.first, on.length) : [])),
  )
}

function lettersFrom(runs: readonly Run[], first: Y.ID, length: number): IdRange[] {
  const begin = runs.find((run) => isIn(run, first))
  if (!begin) return []
  const from = begin.offset + first.clock - begin.id.clock
  return runs.flatMap(({ id, offset, length: all }) => {
    const [start, end] = [Math.max(offset, from), Math.min(offset + all, from + length)]
    const clock = id.clock + start - offset
    return end > start ? { client: id.client, clock, length: end - start } : []
  })
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

const isIn = ({ id, length }: Run, { client, clock }: Y.ID) =>
  id.client === client && clock >= id.clock && clock < id.clock + length

/** What marks the letters of a text have, by their ids. */
export class Marks {
  readonly #runs = new Map<number, Run[]>()

  constructor(text: Y.Text) {
    for (const run of runsOf(text)) {
      const runs = this.#runs.get(run.id.client)
      if (runs) runs.push(run)
      else this.#runs.set(run.id.client, [run])
    }
    for (const runs of this.#runs.values()) runs.sort((one, other) => one.id.clock - other.id.clock)
  }

  /** Those of one letter, and of how many behind it; null where there is no such letter. */
  at(id: Y.ID): { attributes: Attributes; length: number } | null {
    const runs = this.#runs.get(id.client) ?? []
    let [low, high] = [0, runs.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = runs[middle] as Run
      if (isIn(run, id)) {
        return { attributes: run.attributes, length: run.id.clock + run.length - id.clock }
      }
      if (run.id.clock > id.clock) high = middle - 1
      else low = middle + 1
    }
    return null
  }
}
