import type { Card } from '@atelier/shared/boards/card'
import { useSearch } from '@tanstack/react-router'
import { i18n } from '../i18n/i18n'
import { latePart } from '../offline/late-part'
import { useRoomPage } from '../projects/project-records'
import { useBoardId } from './use-board-id'

const CardTalk = latePart(async () => {
  const [{ CardTalk }] = await Promise.all([
    import('../comments/card-talk'),
    i18n.loadNamespaces('comments'),
  ])
  return CardTalk
})

/** Asks for its code and words ahead, so that a card opened without a network still has it. */
export const preloadTalk = CardTalk.fetch

/** What people say about the card, in its window. */
export function CardConversation({ card }: { card: Card }) {
  const boardId = useBoardId()
  const { data: page } = useRoomPage('board', boardId)
  const { comment } = useSearch({ strict: false }) as { comment?: string }
  return (
    <CardTalk
      place={{ boardId, cardId: card.id }}
      project={page && { kind: 'project', ...page.project }}
      linkedId={comment ?? null}
    />
  )
}
