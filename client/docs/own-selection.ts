/**
 * Names what somebody has selected, or the link their caret is in; '' for neither. What others write
 * around it moves it, and it keeps its name: whatever has been asked about it stays open.
 */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export class OwnSelection {
  readonly #editor: Editor
  #place = ''
  #count = 0

  constructor(editor: Editor) {
    this.#editor = editor
  }

  get = (): string => (this.#place === '' ? '' : String(this.#count))

  subscribe = (listener: () => void): (() => void) => {
    const look = ({ transaction }: { transaction: Transaction }) => {
      if (this.#look(transaction)) listener()
    }
    this.#look(null)
    this.#editor.on('transaction', look)
    return () => void this.#editor.off('transaction', look)
  }

  /** Whether it has another name now. */
  #look(transaction: Transaction | null): boolean {
    const [before, now] = [this.#place, placeOf(this.#editor)]
    this.#place = now
    const isMoved = before !== '' && now !== '' && isOthers(transaction)
    if (before === now || isMoved) return false
    this.#count++
    return true
  }
}

function placeOf(editor: Editor): string {
  const { from, to, empty } = editor.state.selection
  return empty && !editor.isActive('link') ? '' : `${from}-${to}`
}

const isOthers = (transaction: Transaction | null): boolean =>
  transaction?.getMeta(ySyncPluginKey)?.isChangeOrigin === true
