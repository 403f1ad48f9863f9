/**
 * A shared document cannot move a block: it is deleted in one place and made anew in another, and
 * what somebody typed into it at that moment would fall into the deleted one. So whoever moved it
 * looks out for such words, and writes them where they belong.
 *
 * What it cannot save: a change of attributes or of formatting, a block made inside of the moved
 * one, words written without a network before a reload, and words that come after whoever moved the
 * block has left the page.
 */
import * as Y from 'yjs'

/** Letters in one piece: the first of them as it was, and as it is now. */
type Pair = { old: Y.ID; now: Y.ID; length: number }
type Moved = { to: Y.XmlText; pairs: Pair[] }
type Letters = { id: Y.ID; length: number; words: string }

/** For one person's own moves, which are written with `origin`. Ends with what it answers. */
export function rescueLateWords(doc: Y.Doc, root: Y.XmlFragment, origin: unknown): () => void {
  const moved = new Map<Y.XmlText, Moved>()
  const look = (transaction: Y.Transaction) => {
    if (transaction.origin === origin) noteMoves(transaction, root, moved)
    else if (!transaction.local && moved.size > 0) rescue(transaction, moved)
  }
  doc.on('afterTransaction', look)
  const mayForget = doc.gcFilter
  doc.gcFilter = (item) => mayForget(item) && !holdsLettersOf(item, doc.clientID)
  return () => {
    doc.off('afterTransaction', look)
    doc.gcFilter = mayForget
  }
}

/** Words that wait to be sent must not be forgotten when the block around them is taken away. */
function holdsLettersOf(item: Y.Item, client: number): boolean {
  if (item.content instanceof Y.ContentString) return item.id.client === client
  if (!(item.content instanceof Y.ContentType)) return false
  for (let inside = item.content.type._start; inside !== null; inside = inside.right) {
    if (holdsLettersOf(inside, client)) return true
  }
  return false
}

/** A block that is gone, and one that has come, with the same words. */
function noteMoves(
  transaction: Y.Transaction,
  root: Y.XmlFragment,
  moved: Map<Y.XmlText, Moved>,
): void {
  const gone: Y.XmlElement[] = []
  const come: Y.XmlElement[] = []
  for (const type of transaction.changed.keys()) {
    if (!(type instanceof Y.XmlElement) && !Object.is(type, root)) continue
    for (let item = type._start; item !== null; item = item.right) {
      const element = item.content instanceof Y.ContentType ? item.content.type : null
      if (!(element instanceof Y.XmlElement)) continue
      if (item.deleted && Y.isDeleted(transaction.deleteSet, item.id)) gone.push(element)
      else if (!item.deleted && isNew(item, transaction)) come.push(element)
    }
  }
  if (gone.length === 0 || come.length === 0 || gone.length > 50) return
  for (const element of gone) {
    const before = textsOf(element, transaction)
    const match = come.findIndex((one) => isSame(before, textsOf(one, transaction)))
    const [copy] = match < 0 ? [] : come.splice(match, 1)
    for (const [place, now] of (copy ? textsOf(copy, transaction) : []).entries()) {
      const old = before[place]
      if (old) moved.set(old.type, { to: now.type, pairs: pairUp(old.letters, now.letters) })
    }
  }
}

type Text = { type: Y.XmlText; words: string; letters: Letters[] }

const isSame = (some: Text[], others: Text[]) =>
  some.length > 0 &&
  some.length === others.length &&
  some.every(({ words }, place) => words === others[place]?.words) &&
  some.some(({ words }) => words !== '')

function textsOf(element: Y.XmlElement, transaction: Y.Transaction): Text[] {
  const found: Text[] = []
  for (let item = element._start; item !== null; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (!wasThere(item, transaction)) continue
    if (type instanceof Y.XmlText) {
      const letters = lettersOf(type, transaction)
      found.push({ type, letters, words: letters.map(({ words }) => words).join('') })
    } else if (type instanceof Y.XmlElement) found.push(...textsOf(type, transaction))
  }
  return found
}

/** Is there still, or was until this transaction. */
const wasThere = (item: Y.Item, transaction: Y.Transaction) =>
  !item.deleted || Y.isDeleted(transaction.deleteSet, item.id)

const isNew = ({ id }: Y.Item, { beforeState }: Y.Transaction) =>
  id.clock >= (beforeState.get(id.client) ?? 0)

function lettersOf(text: Y.XmlText, transaction: Y.Transaction): Letters[] {
  const found: Letters[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentString && wasThere(item, transaction)) {
      found.push({ id: item.id, length: item.length, words: item.content.str })
    }
  }
  return found
}

/** Both say the same, cut into pieces in other places. */
function pairUp(old: Letters[], now: Letters[]): Pair[] {
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  for (let [place, other] = [0, 0]; place < old.length && other < now.length; ) {
    const [one, two] = [old[place] as Letters, now[other] as Letters]
    const length = Math.min(one.length - from, two.length - to)
    pairs.push({ old: idAfter(one.id, from), now: idAfter(two.id, to), length })
    from += length
    to += length
    if (from === one.length) [place, from] = [place + 1, 0]
    if (to === two.length) [other, to] = [other + 1, 0]
  }
  return pairs
}

const idAfter = ({ client, clock }: Y.ID, count: number): Y.ID => Y.createID(client, clock + count)

/** Words that came for a text that was moved: they are in it, and deleted with it. */
function rescue(transaction: Y.Transaction, moved: Map<Y.XmlText, Moved>): void {
  const late: { item: Y.Item; words: string; into: Moved }[] = []
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    if (clock <= before) continue
    for (const item of structsFrom(transaction.doc, client, before)) {
      const into = item.parent instanceof Y.XmlText ? moved.get(item.parent) : undefined
      if (into && item.content instanceof Y.ContentString) {
        late.push({ item, words: item.content.str, into })
      }
    }
  }
  if (late.length === 0) return
  transaction.doc.transact(() => {
    for (const { item, words, into } of late) write(item, words, into)
  }, rescueLateWords)
}

function structsFrom(doc: Y.Doc, client: number, clock: number): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  const first = structs.findLastIndex((struct) => struct.id.clock <= clock)
  return structs.slice(first).filter((struct) => struct instanceof Y.Item)
}

function write(item: Y.Item, words: string, { to, pairs }: Moved): void {
  const { doc } = to
  if (!doc || to._item?.deleted) return
  const before = letterBefore(item, pairs)
  const position = before && new Y.RelativePosition(null, null, before, -1)
  const place = position && Y.createAbsolutePositionFromRelativePosition(position, doc)
  const now = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  to.insert(place?.type === to ? place.index : 0, words)
  // What is typed on behind these words finds its place by them.
  pairs.push({ old: item.id, now, length: item.length })
}

/** The letter that the late words stand behind, as it is now; null where they stand first. */
function letterBefore(item: Y.Item, pairs: Pair[]): Y.ID | null {
  for (let { left } = item; left !== null; left = left.left) {
    const { client, clock } = left.lastId
    for (const { old, now, length } of pairs) {
      const count = clock - old.clock
      if (client === old.client && count >= 0 && count < length) return idAfter(now, count)
    }
  }
  return null
}
