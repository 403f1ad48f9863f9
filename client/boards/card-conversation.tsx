import type { Card } from '@atelier/shared/boards/card'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useRoomPage } from '../projects/project-records'
import { useBoardId } from './use-board-id'

const CardTalk = lazy(async () => ({
  default: (await import('../comments/card-talk')).CardTalk,
}))

/** What people say about the card, in its window. */
export function CardConversation({ card }: { card: Card }) {
  const boardId = useBoardId()
  const { data: page } = useRoomPage('board', boardId)
  const { comment } = useSearch({ strict: false }) as { comment?: string }
  return (
    <Suspense fallback={null}>
      <CardTalk
        place={{ boardId, cardId: card.id }}
        project={page && { kind: 'project', ...page.project }}
        linkedId={comment ?? null}
      />
    </Suspense>
  )
}
