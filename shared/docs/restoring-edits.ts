import type { Node } from '@tiptap/pm/model'
import { defaultDeleteFilter, defaultProtectedNodes } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { docBody, docTitle } from './doc'
import { keepWhatIsTypedMeanwhile } from './meanwhile-edits'
import { type DocState, restoreDoc } from './restore-edits'

/** Restores that somebody made in a doc on this page, to be undone each on its own, whatever came since. */
export class Restoring {
  readonly #origin = {}
  readonly #doc: Y.Doc
  readonly #undo: Y.UndoManager

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#undo = new Y.UndoManager([docBody(doc), docTitle(doc)], {
      trackedOrigins: new Set([this.#origin]),
      captureTimeout: 0,
      // A paragraph in which others have written since stays, as with the editor's own undo.
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    })
    // As long as the page is open: what others type far away comes late.
    keepWhatIsTypedMeanwhile(doc, this.#origin)
  }

  /**
   * `live` is what the doc says now. With an editor's own undo, that takes it back too, and nothing
   * else with it.
   */
  restore(live: Node, then: DocState, editors?: Y.UndoManager): void {
    editors?.trackedOrigins.add(this.#origin)
    editors?.stopCapturing()
    restoreDoc(this.#doc, live, then, this.#origin)
    editors?.stopCapturing()
  }

  /** Takes back the last one; what others have written since stays. */
  undo(): void {
    this.#undo.undo()
  }
}
