import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'

/** Back to the text once what was open over it is gone: as long as it is there, it keeps the focus. */
export function useTextAfter(editor: Editor, isOpen: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (!isOpen && wasOpen.current && !editor.isDestroyed) editor.view.focus()
    wasOpen.current = isOpen
  }, [isOpen, editor])
}
