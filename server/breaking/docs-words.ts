/**
 * What must not be lost: every word is a letter of its own, and stays until somebody who saw it
 * took it away, or the block around it. Who moved or rebuilt that block without having heard of the
 * word did not take it away.
 */
import { docBody } from '@atelier/shared/docs/doc'
import * as Y from 'yjs'

type Id = string
/** Words with the blocks and texts around them, and all blocks and texts there are, with what they say. */
export type Look = { words: Map<string, Id[]>; types: Map<Id, string> }

/** What takes blocks away, with all that others write in them at that moment. */
const takesAway = ['erase', 'deleteBlock', 'deleteRow', 'undo', 'redo', 'decide', 'takeBack']

export class Words {
  #made = 0
  readonly #kept = new Map<string, { around: Id[]; by: string }>()
  readonly #takenAway = new Set<Id>()
  /** By what a block went. */
  readonly #wentBy = new Map<Id, string>()
  /** What stands for a block that somebody moved, split, joined or turned into another. */
  readonly #became = new Map<Id, Id[]>()

  readonly next = (): string => `${String.fromCharCode(firstLetter + this.#made++)} `

  note(before: Look, after: Look, deed: string, who: string): void {
    for (const word of before.words.keys()) if (!after.words.has(word)) this.#kept.delete(word)
    for (const [word, around] of after.words) {
      if (!before.words.has(word)) this.#kept.set(word, { around, by: `${who} ${deed}` })
    }
    const gone = [...before.types.keys()].filter((id) => !after.types.has(id))
    const come = [...after.types].flatMap(([id, said]) =>
      before.types.get(id) === said ? [] : [id],
    )
    for (const id of gone) {
      this.#wentBy.set(id, `${who} ${deed}`)
      if (takesAway.includes(deed)) this.#takenAway.add(id)
      else this.#became.set(id, [...(this.#became.get(id) ?? []), ...come])
    }
  }

  isKept = (word: string): boolean => this.#kept.has(word)

  /** Words that should be there, and are not, with how that came. */
  lost({ words }: Look): string[] {
    return [...this.#kept].flatMap(([word, { around, by }]) => {
      if (words.has(word) || this.#wasTakenAway(around)) return []
      const went = around.flatMap((id) => this.#wentBy.get(id) ?? [])
      return `${word} of “${by}” by “${went.join('”, “')}”`
    })
  }

  #wasTakenAway(around: readonly Id[]): boolean {
    const seen = new Set<Id>()
    const waiting = [...around]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue
      if (this.#takenAway.has(id)) return true
      seen.add(id)
      waiting.push(...(this.#became.get(id) ?? []))
    }
    return false
  }
}

/** One letter each: where words share some, nobody can say whose they are. */
const firstLetter = 0x4e00
export const wordsIn = (text: string): string[] => text.match(/[\u4e00-\u9fff]/g) ?? []

export function lookAt(doc: Y.Doc): Look {
  const look: Look = { words: new Map(), types: new Map() }
  walk(docBody(doc), [], look)
  return look
}

function walk(parent: Y.XmlFragment, around: Id[], look: Look): void {
  for (const child of parent.toArray()) {
    const { id } = child._item ?? {}
    const inside = id ? [...around, `${id.client}.${id.clock}`] : around
    const said = child instanceof Y.XmlText ? saidIn(child) : ''
    const own = inside.at(-1)
    if (own) look.types.set(own, said)
    for (const word of wordsIn(said)) look.words.set(word, inside)
    if (child instanceof Y.XmlElement) walk(child, inside, look)
  }
}

const saidIn = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\n'))
    .join('')
