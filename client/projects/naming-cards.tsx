import type { NamingCard } from '@atelier/shared/references/reference'
import { Link } from '@tanstack/react-router'
import { SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

/** The cards whose text names this doc. */
export const useCardsNamingDoc = (docId: string) =>
  useLiveQuery(['backlinks', docId, 'cards'], (): Promise<NamingCard[]> => {
    return ask(api.docs[':id']['naming-cards'].$get({ param: { id: docId } }))
  })

/** The cards whose text names this card. */
export const useCardsNamingCard = (id: string, cardId: string) =>
  useLiveQuery(['card-mentions', id, cardId, 'cards'], (): Promise<NamingCard[]> => {
    const param = { id, cardId }
    return ask(api.boards[':id'].cards[':cardId']['naming-cards'].$get({ param }))
  })

/** Rows of a list that say "mentioned in". */
export function NamingCards({ cards }: { cards: readonly NamingCard[] }) {
  const { t } = useTranslation('organise')
  return cards.map(({ id, boardId, title, board }) => (
    <li key={`${boardId} ${id}`}>
      <Link
        to="/boards/$boardId"
        params={{ boardId }}
        search={{ card: id }}
        className="-mx-2 flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover"
      >
        <SquareKanban size={15} aria-hidden className="shrink-0 text-ink-faint" />
        <span className="truncate" dir="auto">
          {title || t('untitled')}
        </span>
        <span className="truncate text-ink-faint" dir="auto">
          {board || t('untitled')}
        </span>
      </Link>
    </li>
  ))
}
