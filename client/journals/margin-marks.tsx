import type { CommentThread } from '@atelier/shared/comments/comment'
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent } from 'react'
import type { CommentStore } from '../comments/comment-store'
import { useDrawnThreads } from '../comments/use-drawn-threads'
import { useMargin, useMoveInMargin } from './margin-records'

type Props = {
  sectionId: string
  editor: Editor
  comments: CommentStore
  /** Whether this editor writes the section itself. */
  isWritten: boolean
}

const nothing: CommentThread[] = []

/** Marks in the text of a section what is talked about below it. Whoever points at it is led there. */
export function MarginMarks({ sectionId, editor, comments, isWritten }: Props) {
  const { data } = useMargin(sectionId)
  const { mutate: move } = useMoveInMargin(sectionId)
  useDrawnThreads({ editor, comments }, data?.threads ?? nothing, null)
  const lead = useEffectEvent((threadId: string | null) => {
    const section = editor.view.dom.closest('.journal-section')
    const card = section?.querySelector<HTMLElement>(`[data-thread-card="${threadId}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    comments.mayMove = isWritten
    comments.onChoose = (id) => lead(id)
    comments.onMoved = (moved) => {
      for (const one of moved) move(one)
    }
  }, [comments, isWritten, move])
  return null
}
