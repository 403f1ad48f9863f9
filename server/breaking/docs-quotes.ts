/** What comments are about, letter by letter: what must be found of it as long as any is left. */
import type { Anchor } from '@atelier/shared/comments/anchor'
import { holdOn, type Place } from '@atelier/shared/comments/mark-places'
import { docBody } from '@atelier/shared/docs/doc'
import type { EditorState } from '@tiptap/pm/state'
import * as Y from 'yjs'

type Ends = Pick<Anchor, 'first' | 'last'>
type Id = string
const idOf = ({ client, clock }: Y.ID): Id => `${client}.${clock}`

/** By the anchor as the server has it. */
export class Quotes {
  readonly #letters = new Map<string, Id[]>()

  /** Whoever holds on to something has these letters before them. */
  note(anchor: string, ends: Ends, doc: Y.Doc): void {
    this.#letters.set(anchor, lettersBetween(doc, ends))
  }

  /** A sentence when the place is not where the letters are that are left; else null. */
  faultOf(anchor: string, place: Place | undefined, state: EditorState, doc: Y.Doc): string | null {
    const all = this.#letters.get(anchor)
    if (!all) return 'nobody held on to that'
    const there = new Set(lettersOf(docBody(doc)))
    const left = all.filter((id) => there.has(id))
    const [first, last] = [all[0] ?? '', all.at(-1) ?? '']
    // What is in the middle is not held on to.
    const hasEnd = there.has(first) || there.has(last)
    if (!place) return hasEnd ? `gone, and ${left.length} of ${all.length} left` : null
    if (!place.byIds) return hasEnd ? 'found by its words, and some are left' : null
    // Typed between its ends, or its words written anew: nobody can tell.
    if (left.length === 0) return null
    const held = holdOn(state, place)
    const shown = held ? lettersBetween(doc, held.anchor) : []
    const misses = left.filter((id) => !shown.includes(id))
    if (there.has(first) && shown[0] !== first) return 'it does not begin where it began'
    if (there.has(last) && shown.at(-1) !== last) return 'it does not end where it ended'
    const isWhole = there.has(first) && there.has(last)
    if (isWhole && misses.length > 0)
      return `${misses.length} of ${left.length} letters are outside`
    return misses.length < left.length ? null : 'all that is left is outside'
  }
}

function lettersBetween(doc: Y.Doc, { first, last }: Ends): Id[] {
  const letters = lettersOf(docBody(doc))
  return letters.slice(letters.indexOf(idOf(first)), letters.indexOf(idOf(last)) + 1)
}

/** Also pictures, line breaks and all else that has nothing inside. */
function lettersOf(parent: Y.XmlFragment | Y.XmlText): Id[] {
  const found: Id[] = []
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    const isFull = type instanceof Y.XmlText || (type instanceof Y.XmlElement && type.length > 0)
    if (isFull) found.push(...lettersOf(type))
    else if (type === null || isLeaf(type)) {
      for (let at = 0; at < item.length; at++) {
        found.push(`${item.id.client}.${item.id.clock + at}`)
      }
    }
  }
  return found
}

const isLeaf = (type: unknown) =>
  type instanceof Y.XmlElement && ['hardBreak', 'horizontalRule'].includes(type.nodeName)
