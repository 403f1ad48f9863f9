import * as Y from 'yjs'
import { readBoard } from './board'
import { boardEdit, entryOf, rootOf } from './board-shape'
import { placeOf } from './card'

/**
 * Undo of one person's own edits, one edit a step. What somebody else has changed since stays
 * as they left it. Both answer whether anything was undone or redone.
 */
export type BoardUndo = {
  undo(): boolean
  redo(): boolean
  destroy(): void
}

/** Follows the edits made on this very document through the named functions, from now on. */
export function followBoardUndo(doc: Y.Doc): BoardUndo {
  const scope = (['columns', 'cards', 'labels'] as const).flatMap((root) => rootOf(doc, root) ?? [])
  const manager = new Y.UndoManager(scope, {
    doc,
    trackedOrigins: new Set([boardEdit]),
    captureTimeout: 0,
  })
  return {
    undo: () => keepingArchived(doc, () => manager.undo() !== null),
    redo: () => keepingArchived(doc, () => manager.redo() !== null),
    destroy: () => manager.destroy(),
  }
}

/**
 * An archive mark holds for one place only. Taking back my move of a card which somebody
 * archived since would silently bring it back; so their mark follows the card.
 */
function keepingArchived(doc: Y.Doc, step: () => boolean): boolean {
  const marks = archiveMarks(doc)
  const done = step()
  const { cards } = readBoard(doc)
  doc.transact(() => {
    for (const [id, mark] of marks) {
      const card = entryOf(doc, 'cards', id)
      if (!card || cards.get(id)?.archivedAt !== null || card.get('archived') !== mark) continue
      card.set('archived', { ...(mark as object), ...placeOf(card) })
    }
  })
  return done
}

const archiveMarks = (doc: Y.Doc): [string, unknown][] =>
  readBoard(doc).archive.map(({ id }) => [id, entryOf(doc, 'cards', id)?.get('archived')])
