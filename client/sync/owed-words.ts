/**
 * Where in a doc the words are that this person wrote and the database does not have yet, so
 * that they can be handed back when they may no longer be sent.
 */
import * as Y from 'yjs'
import type { OwedContent } from './offline-copy'
import { fromEarliest, type OwedFrom } from './owed'
import { linesMissing, roomLines, titleAround } from './room-lines'

export class OwedWords {
  #from: Map<number, number>

  constructor(from: OwedFrom = []) {
    this.#from = new Map(from)
  }

  /** One local change. */
  note({ doc, beforeState }: Y.Transaction): void {
    const { clientID } = doc
    if (!this.#from.has(clientID)) this.#from.set(clientID, beforeState.get(clientID) ?? 0)
  }

  /** What was noted by whoever wrote here before. */
  takeUp(from: OwedFrom): void {
    this.#from = new Map(fromEarliest(this.from, from))
  }

  /** The database has everything. */
  forget(): void {
    this.#from.clear()
  }

  get isEmpty(): boolean {
    return this.#from.size === 0
  }

  get from(): OwedFrom {
    return [...this.#from]
  }

  /** The titles of what was changed, where it has one: of cards, whatever on them it was. */
  titlesIn(doc: Y.Doc): string[] {
    const titles = new Set<string>()
    for (const [client, clock] of this.#from) {
      for (const struct of doc.store.clients.get(client) ?? []) {
        if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= clock) continue
        const title = struct.deleted ? null : titleAround(struct)
        if (title) titles.add(title)
      }
    }
    return [...titles]
  }

  /** The lines of the doc that read differently without these words. */
  textIn(doc: Y.Doc): string {
    const without = new Y.Doc()
    Y.applyUpdate(without, Y.encodeStateAsUpdate(doc))
    const owed = Y.createDeleteSet()
    for (const [client, clock] of this.#from) {
      const len = Y.getState(without.store, client) - clock
      if (len > 0) owed.clients.set(client, [{ clock, len }])
    }
    without.transact((transaction) =>
      Y.iterateDeletedStructs(transaction, owed, (struct) => {
        if (struct instanceof Y.Item) struct.delete(transaction)
      }),
    )
    return linesMissing(roomLines(doc), roomLines(without))
  }
}

/** What a doc said as it was refused: all its lines, and what one's own part of it was about. */
export type Said = { lines: string[]; about: string[] }

export const saidIn = (doc: Y.Doc, owed: OwedWords): Said => ({
  lines: roomLines(doc),
  about: owed.titlesIn(doc),
})

/** The words that are owed in content nobody has open. */
export function wordsIn({ updates, owedFrom }: OwedContent): string {
  const [doc, owed] = [new Y.Doc(), new OwedWords()]
  applyAll(doc, updates)
  owed.takeUp(owedFrom)
  return owed.textIn(doc)
}

/** As one change. */
export const applyAll = (doc: Y.Doc, updates: readonly Uint8Array[], origin?: unknown): void =>
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, origin)
  }, origin)
