import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** What we touch of y-tiptap's binding, which it gives no types for. */
type CaretBinding = {
  /** Whether there is a caret, and some of it on the screen. */
  _isLocalCursorInView(): boolean
  _isDomSelectionInView(): boolean
}

const followed = new WeakSet<CaretBinding>()

/**
 * A caret that is in view stays in view while others write above it, where the browser does not
 * see to that itself. Once a frame: the binding scrolls with each word of others, for which the
 * page is laid out in between.
 */
export function followCaret(view: EditorView): void {
  const binding: CaretBinding | undefined = ySyncPluginKey.getState(view.state)?.binding
  if (!binding || followed.has(binding)) return
  followed.add(binding)
  const isInView = binding._isLocalCursorInView.bind(binding)
  let isWaiting = false
  binding._isLocalCursorInView = () => {
    if (isWaiting || !isInView()) return false
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      if (view.isDestroyed || !view.hasFocus() || binding._isDomSelectionInView()) return
      view.dispatch(view.state.tr.scrollIntoView())
    })
    return false
  }
}
