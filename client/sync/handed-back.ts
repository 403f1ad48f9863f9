/** What one room has to hand back: words that will not be stored, until whoever wrote them dismisses them. */
import type * as Y from 'yjs'
import { bothRefused, refusedToo } from './owed'
import { type OwedWords, type Said, saidIn } from './owed-words'
import type { LostReason, RefusedEdits } from './room'
import { linesMissing, roomLines } from './room-lines'

export class HandedBack {
  #edits: RefusedEdits | null = null
  /** What the refused doc said, until the server's truth is here to compare it with. */
  #disputed: ({ reason: LostReason } & Said) | null = null

  get edits(): RefusedEdits | null {
    return this.#edits
  }

  /** What a visit that ends now would leave to hand back: nobody knows yet what of it is missing. */
  get noted(): RefusedEdits | null {
    if (!this.#disputed) return this.#edits
    const { reason, lines } = this.#disputed
    return refusedToo(this.#edits, reason, lines.join('\n'), [])
  }

  /** Whether it would be lost with this page. */
  isOnlyHere(isNoted: boolean): boolean {
    return this.#disputed !== null || (!!this.#edits?.text && !isNoted)
  }

  /** What was noted by whoever was here before. */
  takeUp(edits: RefusedEdits | null): void {
    this.#edits = bothRefused(this.#edits, edits)
  }

  add(reason: LostReason, words: string, titles: readonly string[] = []): void {
    this.#edits = refusedToo(this.#edits, reason, words, titles)
  }

  dispute(reason: LostReason, doc: Y.Doc, owed: OwedWords): void {
    this.#disputed ??= { reason, ...saidIn(doc, owed) }
  }

  /** `doc` holds the server's truth; false where nothing was disputed. */
  settle(doc: Y.Doc): boolean {
    if (!this.#disputed) return false
    const { reason, lines, about } = this.#disputed
    this.#disputed = null
    this.add(reason, linesMissing(lines, roomLines(doc)), about)
    return true
  }

  forget(): void {
    this.#edits = null
  }
}
