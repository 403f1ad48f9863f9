import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent } from 'react'
import { isCommentKey } from '../comments/use-comment-keys'

/** Ctrl+Alt+M, or ⌘⌥M, begins a comment in the one section that is written or read in. */
export function useCommentKey(editor: Editor | null, begin: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'KeyM' || !isCommentKey(event) || !editor?.isFocused) return
    event.preventDefault()
    begin()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
