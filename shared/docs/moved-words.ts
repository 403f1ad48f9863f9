/**
 * Where words went that an editor took away in one place and wrote anew in another: a block that was
 * moved, turned into another kind or joined with the one before it.
 */
import * as Y from 'yjs'
import { idAfter, LetterPairs, pairUp } from './letter-pairs'
import { docSchema } from './new-doc'

export type Moved = {
  to: Y.XmlText
  pairs: LetterPairs
  /** For words that stand behind none of these letters: what they stand behind. */
  behind?: Y.Item | null
}
export type Moves = {
  texts: Map<Y.XmlText, Moved>
  /** Blocks, for what comes into one that had no text; to itself where one has lost a text. */
  blocks: Map<Y.XmlElement, Y.XmlElement>
  /** Both ends of all of these: what comes late may have to go through any of them. */
  held: Set<unknown>
  /** What was written into a text that is gone itself, and behind which letter. */
  sentOn: Map<Y.XmlText, Set<string>>
}

type Letters = { id: Y.ID; length: number; words: string; isNew: boolean }
type Text = { type: Y.XmlText; words: string; letters: Letters[] }

/** Where more is gone at once, nobody moved it. */
const mostBlocks = 50

export function noteMoves(transaction: Y.Transaction, root: Y.XmlFragment, moves: Moves): void {
  const { gone, come, goneTexts, comeTexts } = changesIn(transaction, root)
  if (gone.length + goneTexts.length === 0 || gone.length > mostBlocks) return
  const left: Text[] = [...goneTexts]
  for (const element of gone) {
    const before = textsOf(element, transaction)
    const match = come.findIndex((one) => isSame(before, textsOf(one, transaction)))
    const [copy] = match < 0 ? [] : come.splice(match, 1)
    if (copy) noteBlock(transaction, element, copy, moves)
    else if (before.length === 0) noteEmptyLine(transaction, element, moves)
    else left.push(...before)
  }
  const runs = [...comeTexts, ...come.flatMap((element) => textsOf(element, transaction))]
  const joined = new Set(runs.filter((run) => isAllOf(run, left)).map(({ type }) => type))
  for (const text of left) {
    if (!noteText(text, runs, joined, moves)) noteTextAlone(text.type, moves)
  }
}

/** Letters that do not stand anywhere by chance. */
const enoughLetters = 12

/** Nothing is new there but what is gone somewhere else. */
function isAllOf({ letters, words }: Text, gone: readonly Text[]): boolean {
  const isHere = (text: Text) => text.words !== '' && words.includes(text.words)
  const most = gone.filter(isHere).reduce((sum, text) => sum + text.words.length, 0)
  return newBetween(letters, 0, words.length) <= most
}

function noteBlock(tr: Y.Transaction, block: Y.XmlElement, copy: Y.XmlElement, moves: Moves) {
  const inside = [block, copy].map((one) => textBlocksIn(one, tr))
  for (const [place, old] of (inside[0] ?? []).entries()) {
    const now = inside[1]?.[place]
    if (!now || inside[0]?.length !== inside[1]?.length) continue
    moves.blocks.set(old, now)
    moves.held.add(old).add(now)
  }
  const before = textsOf(block, tr)
  for (const [place, now] of textsOf(copy, tr).entries()) {
    const old = before[place]
    if (old) noteMove(moves, old.type, { to: now.type, pairs: pairUp(old.letters, now.letters) })
  }
}

/** Taken out, it joined the line before it. */
function noteEmptyLine(transaction: Y.Transaction, line: Y.XmlElement, moves: Moves): void {
  if (textBlocksIn(line, transaction)[0] !== line) return
  let item = line._item?.left ?? null
  while (item?.deleted) item = item.left
  const before = item?.content instanceof Y.ContentType ? item.content.type : null
  const to = before instanceof Y.XmlElement ? textBlocksIn(before, transaction).at(-1) : null
  if (!to) return
  moves.blocks.set(line, to)
  moves.held.add(line).add(to)
}

export function noteMove({ texts, held }: Moves, from: Y.XmlText, moved: Moved): void {
  texts.set(from, moved)
  held.add(from).add(moved.to)
}

/**
 * A text that somebody else made in a moved block, as with a line break: it holds what stood behind
 * that, and perhaps more. Null where no text beside it was moved.
 */
export function noteTextBeside(text: Y.XmlText, moves: Moves): Moved | null {
  const to = movedBeside(text, moves)
  if (!to) return null
  const [ours, theirs] = [text, to].map((one) =>
    textOf(
      one,
      lettersOf(one, () => true),
    ),
  ) as [Text, Text]
  const at = theirs.words.lastIndexOf(ours.words)
  const [, now] = splitLetters(theirs.letters, at)
  const moved = {
    to,
    pairs: at < 0 ? new LetterPairs() : pairUp(ours.letters, now),
    behind: lastOf(to),
  }
  noteMove(moves, text, moved)
  return moved
}

export function movedBeside(text: Y.XmlText, { texts }: Moves): Y.XmlText | null {
  for (const side of ['left', 'right'] as const) {
    for (let item = text._item?.[side] ?? null; item !== null; item = item[side]) {
      const type = item.content instanceof Y.ContentType ? item.content.type : null
      if (type instanceof Y.XmlText && texts.has(type)) return type
    }
  }
  return null
}

export function lastOf({ _start }: Y.XmlText): Y.Item | null {
  let item = _start
  while (item?.right) item = item.right
  return item
}

/** Something that is no text stands in its place, as a line break in an empty line does. */
function noteTextAlone(text: Y.XmlText, { blocks, held }: Moves): void {
  const block = text.parent
  if (!(block instanceof Y.XmlElement) || block._item?.deleted) return
  blocks.set(block, block)
  held.add(text).add(block)
}

/** Its words stand in what has come somewhere else, perhaps among others. */
function noteText(
  { type, words, letters }: Text,
  runs: Text[],
  joined: ReadonlySet<Y.XmlText>,
  moves: Moves,
): boolean {
  const isLong = words.length >= enoughLetters
  const here = isLong ? runs : runs.filter((run) => joined.has(run.type))
  const found = words === '' ? null : newestOf(words, here)
  if (!found) return false
  const { run, at } = found
  const [head, rest] = splitLetters(run.letters, at)
  const [now, tail] = splitLetters(rest, words.length)
  noteMove(moves, type, { to: run.type, pairs: pairUp(letters, now) })
  // The same words may be gone in two places.
  runs.splice(runs.indexOf(run), 1, textOf(run.type, head), textOf(run.type, tail))
  return true
}

/**
 * Where most of them are new. Some may not be: where two lines that begin alike are joined, an
 * editor takes the beginning of the second for that of the first.
 */
function newestOf(words: string, runs: readonly Text[]): { run: Text; at: number } | null {
  let best: { run: Text; at: number } | null = null
  let most = 0
  for (const run of runs) {
    for (let at = run.words.indexOf(words); at >= 0; at = run.words.indexOf(words, at + 1)) {
      const fresh = newBetween(run.letters, at, at + words.length)
      if (fresh > most) [best, most] = [{ run, at }, fresh]
      if (most === words.length) return best
    }
  }
  return best
}

function newBetween(letters: readonly Letters[], from: number, to: number): number {
  let [count, place] = [0, 0]
  for (const { length, isNew } of letters) {
    if (isNew) count += Math.max(0, Math.min(place + length, to) - Math.max(place, from))
    place += length
  }
  return count
}

const textOf = (type: Y.XmlText, letters: Letters[]): Text => ({
  type,
  letters,
  words: letters.map(({ words }) => words).join(''),
})

function splitLetters(letters: readonly Letters[], at: number): [Letters[], Letters[]] {
  const [head, tail]: [Letters[], Letters[]] = [[], []]
  let before = 0
  for (const piece of letters) {
    const cut = Math.max(0, Math.min(piece.length, at - before))
    if (cut > 0) head.push(cutOut(piece, 0, cut))
    if (cut < piece.length) tail.push(cutOut(piece, cut, piece.length))
    before += piece.length
  }
  return [head, tail]
}

const cutOut = ({ id, words, isNew }: Letters, from: number, to: number): Letters => ({
  isNew,
  id: idAfter(id, from),
  length: to - from,
  words: words.slice(from, to),
})

function isWithin(type: unknown, root: Y.XmlFragment): type is Y.XmlFragment | Y.XmlText {
  for (let up = type; up instanceof Y.AbstractType; up = up.parent) {
    if (Object.is(up, root)) return type instanceof Y.XmlFragment || type instanceof Y.XmlText
  }
  return false
}

function changesIn(transaction: Y.Transaction, root: Y.XmlFragment) {
  const gone: Y.XmlElement[] = []
  const come: Y.XmlElement[] = []
  const goneTexts: Text[] = []
  const comeTexts: Text[] = []
  for (const type of transaction.changed.keys()) {
    if (!isWithin(type, root)) continue
    if (type instanceof Y.XmlText) {
      const letters = lettersOf(type, (item) => !item.deleted, transaction)
      const hasGrown = letters.some((each) => each.isNew) && !type._item?.deleted
      if (hasGrown) comeTexts.push(textOf(type, letters))
      continue
    }
    for (let item = type._start; item !== null; item = item.right) {
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      const isGone = item.deleted && wasThere(item, transaction) && !isNew(item, transaction)
      const isCome = !item.deleted && isNew(item, transaction)
      if (child instanceof Y.XmlElement) (isGone ? gone : isCome ? come : []).push(child)
      if (child instanceof Y.XmlText) {
        const text = textIn(child, transaction)
        if (isGone) goneTexts.push(text)
        else if (isCome) comeTexts.push(text)
      }
    }
  }
  return { gone, come, goneTexts, comeTexts }
}

/** Blocks without words are known again only by being as many. */
const isSame = (some: Text[], others: Text[]) =>
  some.length === others.length && some.every(({ words }, place) => words === others[place]?.words)

function textsOf(element: Y.XmlElement, transaction: Y.Transaction): Text[] {
  const found: Text[] = []
  for (let item = element._start; item !== null; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (!wasThere(item, transaction)) continue
    if (type instanceof Y.XmlText) found.push(textIn(type, transaction))
    else if (type instanceof Y.XmlElement) found.push(...textsOf(type, transaction))
  }
  // Where all is deleted a text is left over, of which no editor makes a copy.
  return found.filter(({ words }) => words !== '')
}

function textBlocksIn(element: Y.XmlElement, transaction: Y.Transaction): Y.XmlElement[] {
  if (docSchema().nodes[element.nodeName]?.inlineContent) return [element]
  const found: Y.XmlElement[] = []
  for (let item = element._start; item !== null; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.XmlElement && wasThere(item, transaction)) {
      found.push(...textBlocksIn(type, transaction))
    }
  }
  return found
}

const textIn = (type: Y.XmlText, transaction: Y.Transaction): Text =>
  textOf(
    type,
    lettersOf(type, (item) => wasThere(item, transaction), transaction),
  )

/** Is there still, or was until this transaction. */
const wasThere = (item: Y.Item, transaction: Y.Transaction) =>
  !item.deleted || Y.isDeleted(transaction.deleteSet, item.id)

const isNew = ({ id }: Pick<Y.Item, 'id'>, { beforeState }: Y.Transaction) =>
  id.clock >= (beforeState.get(id.client) ?? 0)

function lettersOf(
  text: Y.XmlText,
  isMeant: (item: Y.Item) => boolean,
  transaction?: Y.Transaction,
): Letters[] {
  const found: Letters[] = []
  for (let item = text._start; item !== null; item = item.right) {
    const { content, id, length } = item
    if (!(content instanceof Y.ContentString) || !isMeant(item)) continue
    const isFresh = transaction !== undefined && isNew(item, transaction)
    found.push({ id, length, words: content.str, isNew: isFresh })
  }
  return found
}
