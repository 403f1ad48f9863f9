/**
 * What becomes of relations when cards go to another board. One holds there once both of its cards are there. On the
 * board they leave it stays with what they leave behind: so those to cards that stay hold again when they come back.
 */
import * as Y from 'yjs'
import { type Entry, edit, entryOf, rootOf } from './board-shape'
import { setOrDelete } from './change-card-edits'
import { isOfBoard } from './moved-keys'
import { asText } from './plain-values'

const single = ['partOf', 'duplicates']
const blocks = 'blocks:'

/** What a card says of others: the key, and the card that is meant. */
function relationsOf(card: Entry): [key: string, other: string][] {
  const found: [string, string][] = []
  for (const key of card.keys()) {
    if (!isOfBoard(key)) continue
    const other = single.includes(key) ? asText(card.get(key)) : blockedBy(card, key)
    if (other !== '') found.push([key, other])
  }
  return found
}

const blockedBy = (card: Entry, key: string): string =>
  key.startsWith(blocks) && card.get(key) === true ? key.slice(blocks.length) : ''

/** Of cards under new ids: only what they say of each other. */
export function renameRelations(card: Entry, ids: ReadonlyMap<string, string>): void {
  for (const [key, other] of relationsOf(card)) {
    const there = ids.get(other)
    card.delete(key)
    if (there !== undefined) setRelation(card, key, there)
  }
}

function setRelation(card: Entry, key: string, other: string): void {
  if (single.includes(key)) setOrDelete(card, key, other)
  else setOrDelete(card, `${blocks}${other}`, true)
}

/** What a card that was never here brings: its relations to cards that come along or are here. */
export const relationsBrought = (
  doc: Y.Doc,
  source: Entry,
  together: ReadonlySet<string>,
): [key: string, value: unknown][] =>
  relationsOf(source)
    .filter(([, other]) => together.has(other) || isHere(doc, other))
    .map(([key]) => [key, source.get(key)])

/** Of a card that is here again: those to cards that come along are as it brings them, the others as they were here. */
export function bringRelations(
  card: Entry,
  { source, together }: { source: Entry; together: ReadonlySet<string> },
): void {
  const brought = new Map(relationsOf(source).filter(([, other]) => together.has(other)))
  for (const [key, other] of relationsOf(card))
    if (together.has(other) && !brought.has(key)) card.delete(key)
  for (const [key, other] of brought) setRelation(card, key, other)
}

/** What a card said of another, which went there before it. */
export type LateRelation = { card: string; key: string; other: string }

/** Of cards that are on the board `to` by now, what they said here of those in `going`. */
export function lateRelations(doc: Y.Doc, going: ReadonlySet<string>, to: string): LateRelation[] {
  const late: LateRelation[] = []
  for (const [card, entry] of cardEntries(doc)) {
    if (entry.get('movedTo') !== to) continue
    for (const [key, other] of relationsOf(entry))
      if (going.has(other)) late.push({ card, key, other })
  }
  return late
}

/** Where the one says nothing else by now, and both are here. */
export function writeLateRelations(doc: Y.Doc, late: readonly LateRelation[]): void {
  edit(doc, () => {
    for (const { card, key, other } of late) {
      const entry = entryOf(doc, 'cards', card)
      if (entry && isHere(doc, card) && isHere(doc, other) && !entry.has(key))
        setRelation(entry, key, other)
    }
  })
}

function isHere(doc: Y.Doc, id: string): boolean {
  const card = entryOf(doc, 'cards', id)
  return card !== null && asText(card.get('movedTo')) === ''
}

/** How many relations there are between `going` and cards that stay, each once. */
export function countTorn(doc: Y.Doc, going: ReadonlySet<string>): number {
  let torn = 0
  for (const [id, card] of cardEntries(doc))
    for (const [, other] of relationsOf(card)) {
      const staying = going.has(id) ? other : id
      if (going.has(id) !== going.has(other) && isHere(doc, staying)) torn++
    }
  return torn
}

/** How many of what these say of others that are not among them. */
export const countTornFrom = (doc: Y.Doc, copied: ReadonlySet<string>): number =>
  [...copied].reduce((torn, id) => {
    const card = entryOf(doc, 'cards', id)
    const others = card ? relationsOf(card).map(([, other]) => other) : []
    return torn + others.filter((other) => !copied.has(other) && isHere(doc, other)).length
  }, 0)

const cardEntries = (doc: Y.Doc): [string, Entry][] =>
  [...(rootOf(doc, 'cards')?.entries() ?? [])].filter(
    (pair): pair is [string, Entry] => pair[1] instanceof Y.Map,
  )
