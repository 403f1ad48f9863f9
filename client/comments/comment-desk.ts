import { placesKey } from '@atelier/shared/comments/thread-places'
import type { DocPage } from '@atelier/shared/projects/project'
import { type Editor, useEditorState } from '@tiptap/react'
import { useCallback, useSyncExternalStore } from 'react'
import type { Room } from '../sync/room'
import type { CommentStore, Composing } from './comment-store'

/** What comments need of the doc they stand beside. */
export type CommentDesk = {
  docId: string
  room: Room
  page: DocPage | undefined
  editor: Editor
  /** Whether this person writes in the doc itself. */
  editable: boolean
  comments: CommentStore
}

/** An editor has no view before it is on the page. */
export function useIsOnPage(editor: Editor): boolean {
  const watch = useCallback(
    (listener: () => void) => {
      // It says so before it counts as there.
      const soon = () => queueMicrotask(listener)
      editor.on('create', soon)
      return () => editor.off('create', soon)
    },
    [editor],
  )
  return useSyncExternalStore(watch, () => editor.isInitialized && !editor.isDestroyed)
}

/** Where each thread’s words begin; those that are gone are missing. */
export function usePlaces(editor: Editor): (threadId: string) => number | null {
  const places = useEditorState({
    editor,
    selector: ({ editor }) => {
      const found = placesKey.getState(editor.state)?.places ?? new Map<string, { from: number }>()
      return Object.fromEntries([...found].map(([id, { from }]) => [id, from]))
    },
  })
  return useCallback((id) => places[id] ?? null, [places])
}

export const useComposing = (store: CommentStore): Composing | null =>
  useSyncExternalStore(store.subscribe, () => store.composing)

export const useMayComment = (store: CommentStore): boolean =>
  useSyncExternalStore(store.subscribe, () => store.mayComment)
