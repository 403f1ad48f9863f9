import * as Y from 'yjs'
import { rootOf, wallEdit, wallTyping } from './wall-shape'

/** Undo of one person's own edits. What somebody else has changed since stays as they left it. */
export type WallUndo = {
  /** Whether anything was undone. */
  undo(): boolean
  redo(): boolean
  destroy(): void
}

/** Letters that follow each other within so long are one step. */
const oneGoMs = 1_000

/** Follows the edits made on this very document through the named functions, from now on. */
export function followWallUndo(doc: Y.Doc): WallUndo {
  const scope = (['notes', 'groups', 'links'] as const).flatMap((root) => rootOf(doc, root) ?? [])
  const trackedOrigins = new Set([wallEdit, wallTyping])
  const manager = new Y.UndoManager(scope, { doc, trackedOrigins, captureTimeout: oneGoMs })
  let before: unknown
  const separate = ({ origin }: Y.Transaction) => {
    if (!trackedOrigins.has(origin)) return
    if (origin !== wallTyping || before !== wallTyping) manager.stopCapturing()
    before = origin
  }
  doc.on('beforeTransaction', separate)
  const step = (take: () => unknown): boolean => {
    before = undefined
    return take() !== null
  }
  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    destroy() {
      doc.off('beforeTransaction', separate)
      manager.destroy()
    },
  }
}
