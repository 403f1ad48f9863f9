import * as Y from 'yjs'
import { type Entry, entryOf, partsOf, rootOf } from './board-shape'
import { type Card, readCard } from './card'
import { type CardChange, type CardEvent, type CardHistory, changesBetween } from './card-change'
import type { Label } from './label'
import { type LostWords, lostWords } from './lost-words'
import { boardFromLog } from './new-board'
import { asRecord, asText } from './plain-values'

/**
 * A piece of a board's log, in the order it was written: what one person did in one go, of which only the
 * outcome can be told. `at` is ISO time.
 */
export type LogPiece = { update: Uint8Array; person: string | null; at: string }

/** What somebody goes on doing within so long is one event. */
const togetherMs = 10 * 60_000

/** Plays a board's log again, and tells what became of one of its cards: at most `most` events, the newest first. */
export function cardHistory(log: readonly LogPiece[], card: string, most: number): CardHistory {
  const { doc, add: play } = boardFromLog()
  const cards = rootOf(doc, 'cards')
  let isTouched = false
  let isDescribed = false
  let lost: LostWords[] = []
  cards?.observeDeep((events) => {
    for (const event of events) {
      const [id, part] = event.path
      const isOurs = id === card || (event instanceof Y.YMapEvent && event.keysChanged.has(card))
      if (id !== undefined ? id !== card : !isOurs) continue
      isTouched = true
      isDescribed ||= part === 'description'
      if (event instanceof Y.YMapEvent && String(part).startsWith('item:'))
        lost.push(...[lostWords(event, 'text') ?? []].flat())
    }
  })
  const events: CardEvent[] = []
  let before: Card | null = null
  let left: ReadonlyMap<string, string> = new Map()
  let came = ''
  for (const { update, person, at } of log) {
    isTouched = false
    isDescribed = false
    lost = []
    play(update)
    const entry = isTouched ? entryOf(doc, 'cards', card) : null
    if (!entry) continue
    const now = readCard(card, entry, labelsIn(doc))
    const cameNow = JSON.stringify(entry.get('cameFrom') ?? '')
    const hasCome = cameNow !== came && entry.has('cameFrom')
    const changes: CardChange[] = hasCome
      ? [{ what: 'came', board: asText(asRecord(entry.get('cameFrom'))?.board) }]
      : whileHere(before, now, changesBetween(before, now, namesIn(doc)))
    if (isDescribed && before && !hasCome) changes.push({ what: 'described' })
    if (!hasCome) for (const words of lost) changes.push({ what: 'item-words-lost', ...words })
    came = cameNow
    const leftNow = leftOutcomes(entry)
    for (const [id, name] of leftNow)
      if (!left.has(id)) changes.push({ what: 'outcome-left', name })
    left = leftNow
    before = now
    if (changes.length > 0) add(events, { person, at, changes })
  }
  doc.destroy()
  return { events: events.slice(-most).reverse(), hasMore: events.length > most }
}

/** What went to another board lies in the archive here, but nobody archived it. */
function whileHere(before: Card | null, now: Card, changes: CardChange[]): CardChange[] {
  if (now.movedTo === null || now.movedTo === before?.movedTo) return changes
  const others = changes.filter(({ what }) => what !== 'archived')
  return [...others, { what: 'went', board: now.movedTo }]
}

function add(events: CardEvent[], event: CardEvent): void {
  const last = events.at(-1)
  const isNear = last && Date.parse(event.at) - Date.parse(last.at) < togetherMs
  if (!last || !isNear || last.person !== event.person) {
    events.push(event)
    return
  }
  last.at = event.at
  for (const change of event.changes) join(last.changes, change)
}

/** Somebody who types a title writes it once; what is new comes as if out of the archive (`bringIn`). */
function join(changes: CardChange[], change: CardChange): void {
  const last = changes.findLast(({ what }) => what !== 'outcome-left')
  const isNew = last?.what === 'made' || last?.what === 'came'
  const isBirth = isNew && change.what === 'restored'
  if (isBirth) return
  const at = changes.findIndex((known) => isSameKind(known, change))
  const known = changes[at]
  if (!known) {
    changes.push(change)
    return
  }
  if (known.what === 'renamed' && change.what === 'renamed')
    changes[at] = { ...change, from: known.from }
  else changes[at] = change
}

/** Of these only the last in one go is told. */
const oncePerEvent = ['described', 'renamed', 'start', 'due', 'estimate', 'covered']
const oncePerPerson = ['goal', 'learned']

const isSameKind = (known: CardChange, change: CardChange): boolean =>
  known.what === change.what &&
  (oncePerEvent.includes(change.what) ||
    (oncePerPerson.includes(change.what) &&
      'person' in known &&
      'person' in change &&
      known.person === change.person))

/** By their ids, the names of outcomes that are not of the project it was moved to. */
export const leftOutcomes = (entry: Entry): ReadonlyMap<string, string> =>
  new Map(
    partsOf(entry)
      .get('leftOutcome')
      ?.map(([id, name]) => [id, asText(name)]),
  )

/** Also labels that were removed: they were on it. */
function labelsIn(doc: Y.Doc): Label[] {
  const found: Label[] = []
  for (const [id, entry] of rootOf(doc, 'labels')?.entries() ?? [])
    if (entry instanceof Y.Map)
      found.push({ id, name: asText(entry.get('name')), colour: 'blue', order: '' })
  return found
}

const namesIn = (doc: Y.Doc) => ({
  column: (id: string) => asText(entryOf(doc, 'columns', id)?.get('name')),
  label: (id: string) => asText(entryOf(doc, 'labels', id)?.get('name')),
})
