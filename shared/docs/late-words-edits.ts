/**
 * A shared document cannot move a block: it is deleted in one place and made anew in another, and
 * what somebody typed into it at that moment would fall into the deleted one. So whoever moved it,
 * turned it into another kind or joined it with another looks out for such words, and writes them
 * where they belong.
 *
 * What it cannot save: a change of attributes or of formatting, a block made inside of the moved
 * one, words written without a network before a reload, and words that come after whoever moved the
 * block has left the page.
 */
import * as Y from 'yjs'
import { idAfter, LetterPairs } from './letter-pairs'
import {
  lastOf,
  type Moved,
  type Moves,
  movedBeside,
  noteMove,
  noteMoves,
  noteTextBeside,
} from './moved-words'
import { standInFor } from './stand-in'
import { unforgotten } from './unforgotten'

/** For one person's own moves, which are written with `origin`. Ends with what it answers. */
export function rescueLateWords(doc: Y.Doc, root: Y.XmlFragment, origin: unknown): () => void {
  const moves: Moves = {
    ...{ texts: new Map(), blocks: new Map() },
    ...{ held: new Set(), sentOn: new Map() },
  }
  const look = (transaction: Y.Transaction) => {
    if (transaction.origin === origin) noteMoves(transaction, root, moves)
    else if (!transaction.local && moves.held.size > 0) rescue(transaction, root, moves)
  }
  doc.on('afterTransaction', look)
  const isOwn = (item: Y.Item) =>
    item.content instanceof Y.ContentString && item.id.client === doc.clientID
  const isMoved = ({ content, parent }: Y.Item) =>
    moves.texts.has(parent as Y.XmlText) ||
    (content instanceof Y.ContentType && moves.held.has(content.type))
  // Words that wait to be sent, with the block around them; and blocks that words may still come into.
  const forget = unforgotten(doc, (item) => holds(item, (one) => isOwn(one) || isMoved(one)))
  return () => {
    doc.off('afterTransaction', look)
    forget()
  }
}

function holds(item: Y.Item, isMeant: (item: Y.Item) => boolean): boolean {
  if (isMeant(item)) return true
  if (!(item.content instanceof Y.ContentType)) return false
  for (let inside = item.content.type._start; inside !== null; inside = inside.right) {
    if (holds(inside, isMeant)) return true
  }
  return false
}

/** Nobody types in more places of a text, or into more texts, before they are sent. */
const mostAtOnce = 500

/** Words that came for a text that was moved: they are in it, and deleted with it. */
function rescue(transaction: Y.Transaction, root: Y.XmlFragment, moves: Moves): void {
  const late = new Map<Y.XmlText, Set<Y.Item>>()
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    if (clock <= before) continue
    for (const item of structsFrom(transaction.doc, client, before)) {
      const { content, parent } = item
      if (!(content instanceof Y.ContentString && parent instanceof Y.XmlText)) continue
      late.set(parent, (late.get(parent) ?? new Set()).add(item))
    }
  }
  const meant = [...late].filter(([text]) => wasMoved(text, moves)).slice(0, mostAtOnce)
  if (meant.length === 0) return
  transaction.doc.transact(() => {
    for (const [text, items] of meant) writeAll(text, items, root, moves)
  }, rescueLateWords)
}

const wasMoved = (text: Y.XmlText, moves: Moves): boolean =>
  moves.texts.has(text) ||
  (text._item?.deleted === true &&
    ((text.parent instanceof Y.XmlElement && moves.blocks.has(text.parent)) ||
      movedBeside(text, moves) !== null))

function structsFrom(doc: Y.Doc, client: number, clock: number): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  const first = structs.findLastIndex((struct) => struct.id.clock <= clock)
  return structs.slice(first).filter((struct) => struct instanceof Y.Item)
}

function writeAll(
  from: Y.XmlText,
  late: ReadonlySet<Y.Item>,
  root: Y.XmlFragment,
  moves: Moves,
): void {
  let way = wayOf(from, moves)
  const runs = runsOf(from, late, way)
  const all = runs.length > mostAtOnce ? [runs.flat()] : runs
  for (const run of all) {
    if (hasComeBack(run, way, moves) && makeStandIn(way, root, moves)) way = wayOf(from, moves)
    write(run, way)
  }
}

/**
 * Two people took away the same two lines, each to join them the other way round: both would send
 * the words on to the other for ever.
 */
function hasComeBack(run: readonly Y.Item[], way: readonly Moved[], { sentOn }: Moves): boolean {
  const to = way.at(-1)?.to
  const [first] = run
  if (!to?._item?.deleted || !first) return false
  const { client, clock } = letterBefore(first, way) ?? {}
  const words = `${client}.${clock} ${wordsOf(run)}`
  const sent = sentOn.get(to) ?? new Set()
  const isBack = sent.has(words) || sent.size >= mostAtOnce
  sentOn.set(to, sent.add(words))
  return isBack
}

const wordsOf = (run: readonly Y.Item[]): string =>
  run.map(({ content }) => (content as Y.ContentString).str).join('')

/** No place is left for them: they stand in a line of their own. */
function makeStandIn(way: readonly Moved[], root: Y.XmlFragment, moves: Moves): boolean {
  const last = way.at(-1)?.to
  const to = last?._item ? standInFor(last._item, root) : null
  if (!last || !to) return false
  noteMove(moves, last, { to, pairs: new LetterPairs() })
  return true
}

/** What stands behind the same letter is written at once. */
function runsOf(from: Y.XmlText, late: ReadonlySet<Y.Item>, way: readonly Moved[]): Y.Item[][] {
  const runs: Y.Item[][] = []
  let isBroken = true
  for (let item = from._start; item !== null; item = item.right) {
    const isLate = late.has(item) && !way[0]?.pairs.now(item.id)
    if (!isLate) {
      isBroken ||= nowOf(item, way) !== null
      continue
    }
    if (isBroken) runs.push([])
    runs.at(-1)?.push(item)
    isBroken = false
  }
  return runs
}

function write(run: readonly Y.Item[], way: readonly Moved[]): void {
  const [first, last] = [run[0], way.at(-1)]
  const doc = last?.to.doc
  if (!first || !last || !doc) return
  const { to } = last
  const words = wordsOf(run)
  const now = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  if (to._item?.deleted) insertIntoGone(to, letterBefore(first, way), words)
  else {
    const position = placeOf(first, way)
    const place = position && Y.createAbsolutePositionFromRelativePosition(position, doc)
    const isThere = place?.type === to
    to.insert(isThere ? place.index : 0, words)
  }
  noteWritten(run, way, now)
}

/** What is typed on behind these words finds its place by them, wherever they go. */
function noteWritten(run: readonly Y.Item[], way: readonly Moved[], now: Y.ID): void {
  let count = 0
  for (const { id, length } of run) {
    for (const { pairs } of way.slice(0, -1)) pairs.add({ old: id, now: id, length })
    way.at(-1)?.pairs.add({ old: id, now: idAfter(now, count), length })
    count += length
  }
}

/**
 * They go with it, and are late words once more for whoever took it away: somebody who moved it on,
 * or restored a version without it, writes them where they belong. Yjs itself would put all of them
 * at the beginning.
 */
function insertIntoGone(to: Y.XmlText, before: Y.ID | null, words: string): void {
  const doc = to.doc as Y.Doc
  doc.transact((transaction) => {
    const found = before && Y.getItemCleanEnd(transaction, doc.store, before)
    const left = found instanceof Y.Item && found.parent === to ? found : null
    const right = left ? left.right : to._start
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    const content = new Y.ContentString(words)
    const ends = [left?.lastId ?? null, right, right?.id ?? null] as const
    new Y.Item(id, left, ...ends, to, null, content).integrate(transaction, 0)
  })
}

/** Where its words are now: what was moved may have been moved on since. */
function wayOf(from: Y.XmlText, moves: Moves): Moved[] {
  const way: Moved[] = []
  for (let at: Moved | null = stepFrom(from, moves); at && !way.includes(at); ) {
    way.push(at)
    at = at.to._item?.deleted ? stepFrom(at.to, moves) : null
  }
  return way
}

function stepFrom(text: Y.XmlText, moves: Moves): Moved | null {
  const { texts, blocks } = moves
  const known = texts.get(text) ?? noteTextBeside(text, moves)
  if (known) return known
  const block = text.parent instanceof Y.XmlElement ? blocks.get(text.parent) : undefined
  if (!block?.doc) return null
  const to = textIn(block)
  const made = { to, pairs: new LetterPairs(), behind: lastOf(to) }
  noteMove(moves, text, made)
  return made
}

/** It had none when it was moved. Where the block is gone, its text is, too. */
function textIn(block: Y.XmlElement): Y.XmlText {
  const isGone = block._item?.deleted ?? false
  for (let item = block._start; item !== null; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.XmlText && item.deleted === isGone) return type
  }
  const made = new Y.XmlText()
  block.insert(0, [made])
  return made
}

/** Behind the letter they stand behind, as it is now; else before the first that was moved there. */
function placeOf(item: Y.Item, way: readonly Moved[]): Y.RelativePosition | null {
  const before = letterBefore(item, way)
  if (before) return new Y.RelativePosition(null, null, before, -1)
  const first = way.at(-1)?.pairs.first
  return first ? new Y.RelativePosition(null, null, first, 0) : null
}

const letterBefore = ({ left }: Y.Item, way: readonly Moved[]): Y.ID | null => letterUpTo(left, way)

function letterUpTo(last: Y.Item | null, way: readonly Moved[]): Y.ID | null {
  for (let left = last; left !== null; left = left.left) {
    const now = nowOf(left, way)
    if (now) return now
  }
  const [first, ...rest] = way
  return first?.behind ? letterUpTo(first.behind, rest) : null
}

const nowOf = ({ lastId }: Y.Item, way: readonly Moved[]): Y.ID | null =>
  way.reduce<Y.ID | null>((id, { pairs }) => id && pairs.now(id), lastId)
