/**
 * An editor who moves a block, turns it into another kind or joins it with the one before deletes it
 * in one place and makes it anew in another. What somebody suggests in its text would be gone with it,
 * so whoever takes in the doc looks where its words are now, and suggests the same there.
 *
 * Words written and removed come along. Looks, attributes and new blocks do not, nor does anything
 * where no word of the doc is left to know the text by.
 */
import * as Y from 'yjs'
import { deleteIds } from './accept-edits'
import type { CarriedWords } from './carried-edits'
import { type IdRange, idSetOf, idsOf } from './id-ranges'
import { keptIds } from './kept'
import { type Line, placeIn, type Unit } from './moved-text'
import { itemsOf, structAt, typeIn } from './same-type'

type Insertion = { behind: Y.ID | null; words: string; attributes: Record<string, unknown> }
/** From which text into which text of the doc, and what its author wrote and removed there. */
export type Carried = { from: Y.ID; text: Y.ID; inserted: Insertion[]; removed: IdRange[] }

/** Longer ones are no lines that somebody moves. */
const mostLetters = 20_000

/** `transaction` is the one in which the fork took in the doc, before anything is forgotten. */
export function suggestedInMoved(doc: Y.Doc, transaction: Y.Transaction): Carried[] {
  const reader = new GoneText(doc, transaction)
  const gone = goneTexts(transaction).flatMap((text) => reader.units(text) ?? [])
  if (gone.length === 0) return []
  const come = comeTexts(transaction).map((text) => lineOf(text, transaction))
  return gone.flatMap(({ from, units }) => {
    for (const [nth, line] of come.entries()) {
      const places = placeIn(units, line)
      if (!places) continue
      // Two lines that say the same are two.
      if (places.isWhole) come.splice(nth, 1)
      return carriedTo(line, units, places.at).map((each) => ({ ...each, from }))
    }
    return []
  })
}

/** `made` is the doc as the fork would have it. Answers which words it wrote there. */
export function carryOn(made: Y.Doc, carried: readonly Carried[]): CarriedWords[] {
  const written: CarriedWords[] = []
  made.transact(() => {
    for (const each of carried) {
      const [client, clock] = [made.clientID, Y.getState(made.store, made.clientID)]
      write(made, each)
      const length = Y.getState(made.store, client) - clock
      if (length > 0) written.push({ from: each.from, words: { client, clock, length } })
    }
  })
  return written
}

function write(made: Y.Doc, { text: id, inserted, removed }: Carried): void {
  const text = typeIn(structAt(made, id))
  if (!(text instanceof Y.XmlText)) return
  // From the end: each stands behind a letter of the doc, and those in one place in their order.
  for (const { behind, words, attributes } of [...inserted].reverse()) {
    text.insert(behind ? placeBehind(text, behind) : 0, words, attributes)
  }
  deleteIds(made, removed)
}

function placeBehind(text: Y.XmlText, { client, clock }: Y.ID): number {
  let place = 0
  for (const { id, length, deleted, countable } of itemsOf(text)) {
    const isIt = id.client === client && id.clock <= clock && clock < id.clock + length
    if (isIt) return deleted ? place : place + clock - id.clock + 1
    if (!deleted && countable) place += length
  }
  return 0
}

function goneTexts(transaction: Y.Transaction): Y.XmlText[] {
  const gone: Y.XmlText[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    const type = struct instanceof Y.Item ? textOf(struct) : null
    if (type && !isNew(type._item, transaction)) gone.push(type)
  })
  return gone
}

function comeTexts(transaction: Y.Transaction): Y.XmlText[] {
  const come = new Set<Y.XmlText>()
  for (const type of transaction.changed.keys()) collect(type, transaction, come)
  return [...come]
}

/** Texts with something new. */
function collect(type: unknown, transaction: Y.Transaction, come: Set<Y.XmlText>): void {
  if (!(type instanceof Y.AbstractType) || type._item?.deleted) return
  if (type instanceof Y.XmlText) come.add(type)
  for (const item of itemsOf(type)) {
    if (item.deleted || !isNew(item, transaction)) continue
    if (item.content instanceof Y.ContentType) collect(item.content.type, transaction, come)
  }
}

const textOf = ({ content }: Y.Item): Y.XmlText | null =>
  content instanceof Y.ContentType && content.type instanceof Y.XmlText ? content.type : null

const isNew = (item: Y.Item | null, { beforeState }: Y.Transaction) =>
  item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)

type TextLine = Line & { id: Y.ID | null }

function lineOf(text: Y.XmlText, transaction: Y.Transaction): TextLine {
  const letters = [...itemsOf(text)].flatMap((item) => {
    const { content, id, deleted } = item
    if (deleted || !(content instanceof Y.ContentString)) return []
    const isFresh = isNew(item, transaction)
    return content.str
      .split('')
      .map((letter, at) => ({ id: Y.createID(id.client, id.clock + at), letter, isNew: isFresh }))
  })
  const words = letters.map(({ letter }) => letter).join('')
  return { id: text._item?.id ?? null, letters, words }
}

class GoneText {
  readonly #doc: Y.Doc
  readonly #transaction: Y.Transaction
  readonly #kept: ReturnType<typeof keptIds>

  constructor(doc: Y.Doc, transaction: Y.Transaction) {
    this.#doc = doc
    this.#transaction = transaction
    this.#kept = keptIds(transaction.doc)
  }

  /** Null where nothing is suggested, or it is no text of the doc. */
  units(text: Y.XmlText): { from: Y.ID; units: Unit[] } | null {
    if (!text._item || !this.#isDocs(text._item.id) || text._item.length > mostLetters) return null
    const units: Unit[] = []
    const attributes: Record<string, unknown> = {}
    for (const item of itemsOf(text)) {
      if (units.length > mostLetters) return null
      if (item.content instanceof Y.ContentFormat) {
        const { key, value } = item.content
        if (this.#wasThere(item) && key !== '__proto__') attributes[key] = value
      } else units.push(...this.#unitsOf(item, attributes))
    }
    const isSuggested = ({ kind }: Unit) => kind === 'inserted' || kind === 'removed'
    return units.some(isSuggested) ? { from: text._item.id, units } : null
  }

  #unitsOf(item: Y.Item, attributes: Record<string, unknown>): Unit[] {
    const { content, id, length } = item
    const isThere = this.#wasThere(item)
    const letters = isThere && content instanceof Y.ContentString ? content.str.split('') : null
    if (letters && !this.#isDocs(id)) {
      return letters.map((letter) => ({ kind: 'inserted', letter, attributes: { ...attributes } }))
    }
    if (letters) return letters.map((letter) => ({ kind: 'known', letter }))
    // Loaded from bytes, deleted letters do not count, nor can they be told from limits of marks.
    const wasLetters = item.countable || content instanceof Y.ContentDeleted
    if (isThere || !wasLetters || !this.#isDocs(id)) return []
    return Array.from({ length }, (_, at) => {
      const isKept = Y.isDeleted(this.#kept, Y.createID(id.client, id.clock + at))
      return { kind: isKept ? 'kept' : 'removed' }
    })
  }

  #isDocs = ({ client, clock }: Y.ID) => clock < Y.getState(this.#doc.store, client)

  #wasThere = ({ deleted, id }: Y.Item) => !deleted || Y.isDeleted(this.#transaction.deleteSet, id)
}

function carriedTo(
  { id: text, letters }: TextLine,
  units: readonly Unit[],
  at: readonly (number | null)[],
): Omit<Carried, 'from'>[] {
  if (!text) return []
  const inserted: Insertion[] = []
  const removed: IdRange[] = []
  const first = at.find((place) => place !== null) ?? 0
  let behind = letters[first - 1]?.id ?? null
  for (const [nth, unit] of units.entries()) {
    const letter = letters[at[nth] ?? -1]
    if (unit.kind === 'inserted') {
      const last = inserted.at(-1)
      const isOne =
        last?.behind === behind &&
        JSON.stringify(last.attributes) === JSON.stringify(unit.attributes)
      if (isOne) last.words += unit.letter
      else inserted.push({ behind, words: unit.letter, attributes: unit.attributes })
    } else if (letter) {
      behind = letter.id
      if (unit.kind === 'removed') removed.push({ ...letter.id, length: 1 })
    }
  }
  return [{ text, inserted, removed: idsOf(idSetOf(removed)) }]
}
