import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import * as Y from 'yjs'
import { movedCaret, textChange } from './text-diff'

type Field = HTMLInputElement | HTMLTextAreaElement

export type SharedText = {
  ref: RefObject<Field | null>
  value: string
  /** What the person made of it; `caret` where the caret then stands. */
  change: (next: string, caret: number) => void
  /** One's own typing in this field alone; the browser's undo knows nothing of what others wrote. */
  undo: () => void
  redo: () => void
}

/** Says where a person's own typing comes from, for undo managers that follow it. */
const sharedTextOrigin = { name: 'shared-text' }

/** Binds a plain input to a Y.Text: the smallest change is written, the caret stays at its letter. */
export function useSharedText(text: Y.Text): SharedText {
  const ref = useRef<Field>(null)
  const caret = useRef<{ start: number; end: number } | null>(null)
  const [value, setValue] = useState(() => text.toString())

  const history = useRef<Y.UndoManager>(null)

  useEffect(() => {
    const own = new Y.UndoManager(text, { trackedOrigins: new Set([sharedTextOrigin]) })
    history.current = own
    return () => own.destroy()
  }, [text])

  useEffect(() => {
    const show = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      const field = ref.current
      const theirs = transaction.origin !== sharedTextOrigin
      if (theirs && field && document.activeElement === field) {
        const { selectionStart, selectionEnd } = field
        caret.current = {
          start: movedCaret(selectionStart ?? 0, event.delta),
          end: movedCaret(selectionEnd ?? 0, event.delta),
        }
      }
      setValue(text.toString())
    }
    setValue(text.toString())
    text.observe(show)
    return () => text.unobserve(show)
  }, [text])

  // React puts the caret at the end of a value it sets.
  useLayoutEffect(() => {
    if (!caret.current) return
    ref.current?.setSelectionRange(caret.current.start, caret.current.end)
    caret.current = null
  })

  const change = (next: string, caretAfter: number) => {
    const edit = textChange(text.toString(), next, caretAfter)
    if (!edit) return
    text.doc?.transact(() => {
      text.delete(edit.at, edit.removed)
      text.insert(edit.at, edit.inserted)
    }, sharedTextOrigin)
  }
  const undo = () => history.current?.undo()
  const redo = () => history.current?.redo()
  return { ref, value, change, undo, redo }
}
