import type { CardMention } from '@atelier/shared/docs/doc-lists'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useLiveQuery } from '../../api/use-live-query'
import { NamingCards, useCardsNamingCard } from '../../projects/naming-cards'
import { useDesk } from '../board-context'
import { CardSection } from '../card/card-section'
import './mentions.css'

/** The docs that name the card, or its board as a whole, and the cards that name it. Nothing where there are none. */
export function MentionedIn({ cardId }: { cardId: string }) {
  const { t } = useTranslation('learning')
  const { room } = useDesk()
  const { data = [] } = useMentions(room.name, cardId)
  const boardId = parseRoomName(room.name)?.id ?? ''
  const { data: cards = [] } = useCardsNamingCard(boardId, cardId)
  if (data.length + cards.length === 0) return null
  return (
    <CardSection title={t('mentions.title')}>
      <ul className="card-mentions">
        {data.map(({ id, title, project, names }) => (
          <li key={id}>
            <Link to="/docs/$docId" params={{ docId: id }} className="card-mention">
              <FileText size={15} aria-hidden />
              <span className="truncate" dir="auto">
                {title || t('mentions.untitled')}
              </span>
              <span className="card-mention-where" dir="auto">
                {names === 'board' ? t('mentions.board') : project?.title}
              </span>
            </Link>
          </li>
        ))}
        <NamingCards cards={cards} />
      </ul>
    </CardSection>
  )
}

function useMentions(room: string, card: string) {
  const id = parseRoomName(room)?.id ?? ''
  return useLiveQuery(['card-mentions', id, card], (): Promise<CardMention[]> => {
    const param = { id, cardId: card }
    return ask(api.boards[':id'].cards[':cardId'].mentions.$get({ param }))
  })
}
