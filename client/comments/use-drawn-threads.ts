import type { CommentThread } from '@atelier/shared/comments/comment'
import { heldOf } from '@atelier/shared/comments/held'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { useEffect, useMemo } from 'react'
import { type CommentDesk, useComposing, useIsOnPage } from './comment-desk'

/** Tells an editor what is talked about in it, and what somebody begins to talk about. */
export function useDrawnThreads(
  { editor, comments }: Pick<CommentDesk, 'editor' | 'comments'>,
  threads: CommentThread[],
  activeId: string | null,
): void {
  const composing = useComposing(comments)
  const isOnPage = useIsOnPage(editor)
  const held = useMemo(() => threads.flatMap((thread) => heldOf(thread) ?? []), [threads])
  useEffect(() => {
    if (!isOnPage) return
    const draft = composing?.on === 'selection' ? composing.held : null
    const shown = { threads: held, activeId, composing: draft }
    editor.view.dispatch(editor.state.tr.setMeta(placesKey, { shown }))
  }, [editor, isOnPage, held, activeId, composing])
}
