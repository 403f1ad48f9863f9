/** Puts together what stands between two things that doc and fork have in common. */
import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import type { IdRange } from './id-ranges'
import { wordsOf } from './node-content'
import type { Differences, Piece, Spot, SpotKind } from './suggestion'
import { trimmed } from './trimmed'

export type Side = 'removed' | 'inserted'

const emptyPiece = (): Piece => ({ ids: [], content: [] })

export class SpotBuilder {
  readonly spots: Spot[] = []
  /** Where the fork has written anew what the doc says, as after an undo: nobody sees a difference. */
  readonly echoes: Spot[] = []
  #doc = 0
  #fork = 0
  #where: Spot['where'] = 'body'
  #open: Spot | null = null
  /**
   * Letters of one word that both have, after the open spot: whoever writes “front” before “the”
   * may turn out to have written “fron” before its t and “t” behind it.
   */
  readonly #between: JSONContent[] = []
  /** The letters of a word that both have, up to here. */
  #lead = ''
  /** The blocks around, the innermost last. */
  readonly #within: string[] = []

  begin(where: Spot['where']): void {
    this.end()
    this.#where = where
    this.#doc = 0
    this.#fork = 0
  }

  enter(block: string): void {
    this.end()
    this.#within.push(block)
    this.#step(1)
  }

  leave(): void {
    this.end()
    this.#within.pop()
    this.#step(1)
  }

  /** So much is the same, but for `differences` of its marks; `letters`, if it is text. */
  common(size: number, differences: Differences, on: Spot['on'], letters?: JSONContent): void {
    if (size === 0) return
    const open = this.#open
    if (Object.keys(differences).length === 0) {
      if (letters && open?.kind === 'words' && isInsideWord(letters)) this.#between.push(letters)
      else this.end(letters)
    } else if (!open || !isSameFormatting(open, differences, on)) {
      this.#begin('formatting', { differences, on: { ...on, length: 0 } })
    }
    this.#step(size)
    this.#lead = letters?.text ? endOfWord(this.#lead + letters.text) : ''
    if (this.#open?.kind !== 'formatting') return
    this.#stretch(this.#open)
    this.#open.on.length += size
    this.#open.words += letters?.text ?? ''
  }

  /** The block that comes next is the same, but for these attributes. */
  attributes(differences: Differences, on: Spot['on']): void {
    this.end()
    if (Object.keys(differences).length === 0) return
    const spot = this.#begin('attributes', { differences, on })
    spot.doc.to++
    spot.fork.to++
    this.end()
  }

  oneSided(side: Side, kind: SpotKind, size: number, piece: Piece): void {
    if (this.#open?.kind === 'formatting' || kind === 'blocks') this.#endUnless(kind)
    const spot = this.#open ?? this.#begin(kind, {})
    if (kind === 'blocks') spot.kind = kind
    for (const each of [spot.removed, spot.inserted]) joinContent(each.content, this.#between)
    this.#between.length = 0
    this.#lead = ''
    spot[side].ids.push(...piece.ids)
    joinContent(spot[side].content, piece.content)
    if (side === 'removed') this.#doc += size
    else this.#fork += size
    this.#stretch(spot)
  }

  /** `next` is the text that follows, and that both have. */
  end(next?: JSONContent): void {
    const spot = this.#open
    const letters = [...this.#between, next].map((each) => each?.text ?? '').join('')
    this.#open = null
    this.#between.length = 0
    if (!next) this.#lead = ''
    if (!spot) return
    if (spot.kind === 'words') spot.after = startOfWord(letters)
    const left = spot.kind === 'words' || spot.kind === 'blocks' ? trimmed(spot) : spot
    if (left) this.spots.push(withinWord(left))
    else this.echoes.push(spot)
  }

  #begin(kind: SpotKind, more: Partial<Spot>): Spot {
    const lead = this.#lead
    if (this.#open) this.end()
    const spot: Spot = {
      kind,
      where: this.#where,
      doc: { from: this.#doc, to: this.#doc },
      fork: { from: this.#fork, to: this.#fork },
      removed: emptyPiece(),
      inserted: emptyPiece(),
      differences: {},
      on: { type: null, first: null, length: 0 },
      words: '',
      within: this.#within.at(-1) ?? '',
      before: kind === 'words' ? lead : '',
      after: '',
      ...more,
    }
    this.#open = spot
    return spot
  }

  /** Blocks go on with blocks only where nothing is between them. */
  #endUnless(kind: SpotKind): void {
    const goesOn = kind === 'blocks' && this.#open?.kind !== 'formatting'
    if (!goesOn || this.#between.length > 0) this.end()
  }

  #step(size: number): void {
    this.#doc += size
    this.#fork += size
  }

  #stretch(spot: Spot): void {
    spot.doc.to = this.#doc
    spot.fork.to = this.#fork
  }
}

const isSameFormatting = (open: Spot, differences: Differences, on: Spot['on']) =>
  open.kind === 'formatting' &&
  sameId(open.on.type, on.type) &&
  JSON.stringify(open.differences) === JSON.stringify(differences)

const sameId = (one: Y.ID | null, other: Y.ID | null) =>
  one?.client === other?.client && one?.clock === other?.clock

const isInsideWord = ({ text = '' }: JSONContent) => /^[\p{L}\p{N}]{1,12}$/u.test(text)

/** What stays of a word is told only where what comes or goes is of that word, too. */
function withinWord(spot: Spot): Spot {
  const words = [spot.removed, spot.inserted]
    .map(({ content }) => wordsOf(content))
    .filter((each) => each !== '')
  const { before, after } = spot
  return {
    ...spot,
    before: words.some((each) => startOfWord(each) !== '') ? before : '',
    after: words.some((each) => endOfWord(each) !== '') ? after : '',
  }
}

const startOfWord = (text: string) => /^[\p{L}\p{N}]{1,40}/u.exec(text)?.[0] ?? ''
const endOfWord = (text: string) => /[\p{L}\p{N}]{1,40}$/u.exec(text.slice(-80))?.[0] ?? ''

/** Letters of one kind that follow each other are one text. */
function joinContent(content: JSONContent[], more: readonly JSONContent[]): void {
  for (const next of more) {
    const last = content.at(-1)
    const isJoined =
      last?.type === 'text' &&
      next.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(next.marks)
    if (isJoined) content[content.length - 1] = { ...last, text: `${last.text}${next.text}` }
    else content.push({ ...next })
  }
}

export const rangeOf = ({ client, clock }: Y.ID, offset: number, length: number): IdRange => ({
  client,
  clock: clock + offset,
  length,
})
