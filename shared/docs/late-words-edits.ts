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
import {
  idAfter,
  lastOf,
  type Moved,
  type Moves,
  movedBeside,
  noteMove,
  noteMoves,
  noteTextBeside,
  type Pair,
} from './moved-words'
import { unforgotten } from './unforgotten'

/** For one person's own moves, which are written with `origin`. Ends with what it answers. */
export function rescueLateWords(doc: Y.Doc, root: Y.XmlFragment, origin: unknown): () => void {
  const moves: Moves = { texts: new Map(), blocks: new Map(), held: new Set() }
  const look = (transaction: Y.Transaction) => {
    if (transaction.origin === origin) noteMoves(transaction, root, moves)
    else if (!transaction.local && moves.held.size > 0) rescue(transaction, moves)
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

type Late = { item: Y.Item; words: string; from: Y.XmlText }

/** Words that came for a text that was moved: they are in it, and deleted with it. */
function rescue(transaction: Y.Transaction, moves: Moves): void {
  const late: Late[] = []
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    if (clock <= before) continue
    for (const item of structsFrom(transaction.doc, client, before)) {
      const { content, parent } = item
      if (!(content instanceof Y.ContentString && parent instanceof Y.XmlText)) continue
      if (wasMoved(parent, moves)) late.push({ item, words: content.str, from: parent })
    }
  }
  if (late.length === 0) return
  transaction.doc.transact(() => {
    for (const one of late) write(one, moves)
  }, rescueLateWords)
}

const wasMoved = (text: Y.XmlText, moves: Moves): boolean =>
  moves.texts.has(text) ||
  (text.parent instanceof Y.XmlElement && moves.blocks.has(text.parent)) ||
  (text._item?.deleted === true && movedBeside(text, moves) !== null)

function structsFrom(doc: Y.Doc, client: number, clock: number): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  const first = structs.findLastIndex((struct) => struct.id.clock <= clock)
  return structs.slice(first).filter((struct) => struct instanceof Y.Item)
}

function write({ item, words, from }: Late, moves: Moves): void {
  const way = wayOf(from, moves)
  const to = way.at(-1)?.to
  const doc = to?.doc
  const isKnown = way[0] && letterNow(item.id, way[0].pairs)
  if (!to || !doc || isKnown) return
  const now = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  if (to._item?.deleted) insertIntoGone(to, letterBefore(item, way), words)
  else {
    const position = placeOf(item, way)
    const place = position && Y.createAbsolutePositionFromRelativePosition(position, doc)
    const isThere = place?.type === to
    to.insert(isThere ? place.index : 0, words)
  }
  // What is typed on behind these words finds its place by them, wherever they go.
  for (const step of way.slice(0, -1))
    step.pairs.push({ old: item.id, now: item.id, length: item.length })
  way.at(-1)?.pairs.push({ old: item.id, now, length: item.length })
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
  const made = { to, pairs: [], behind: lastOf(to) }
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
  const first = way.at(-1)?.pairs[0]?.now
  return first ? new Y.RelativePosition(null, null, first, 0) : null
}

const letterBefore = ({ left }: Y.Item, way: readonly Moved[]): Y.ID | null => letterUpTo(left, way)

function letterUpTo(last: Y.Item | null, way: readonly Moved[]): Y.ID | null {
  for (let left = last; left !== null; left = left.left) {
    const now = way.reduce<Y.ID | null>((id, { pairs }) => id && letterNow(id, pairs), left.lastId)
    if (now) return now
  }
  const [first, ...rest] = way
  return first?.behind ? letterUpTo(first.behind, rest) : null
}

function letterNow({ client, clock }: Y.ID, pairs: readonly Pair[]): Y.ID | null {
  for (const { old, now, length } of pairs) {
    const count = clock - old.clock
    if (client === old.client && count >= 0 && count < length) return idAfter(now, count)
  }
  return null
}
