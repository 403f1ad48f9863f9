import { isUuid } from '@atelier/shared/basics/uuid'
import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, CloudOff, Lock, Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CardPart, type Shown } from './board-parts'
import { EmbedNote } from './embed-frame'
import { EmbedSkeleton } from './embed-skeleton'
import { referenceQuery } from './found-reference'
import { InRoom } from './in-room'

type At = {
  cardId: string
  boardId: string
  /** The boards it was followed over to come here: none is gone to twice. */
  way: readonly string[]
  /** What it was called on the last of them. */
  title?: string
}

/**
 * A card as it is now, on the board it is on now. Each board's room says where it went from there, at once and
 * without a network; past a board that this person may not open, the server says where it is.
 */
export const LiveCard = (at: At) => (
  <InRoom boardId={at.boardId} denied={<Beyond {...at} />}>
    {(shown) => <OnBoard {...at} shown={shown} />}
  </InRoom>
)

function OnBoard({ shown, ...at }: At & { shown: Shown }) {
  const { t } = useTranslation('references')
  const card = shown.board.cards.get(at.cardId)
  if (!card) return <EmbedNote icon={Unplug}>{t('embed.noCard')}</EmbedNote>
  const title = card.title || t('untitled.card')
  if (card.movedTo === null) return <CardPart {...shown} card={card} />
  if (!isUuid(card.movedTo)) return <Away title={title} />
  return followed({ ...at, title }, card.movedTo) ?? <CardPart {...shown} card={card} />
}

/** Null where it goes round in a circle. */
function followed({ boardId, way, ...at }: At, next: string) {
  const passed = [...way, boardId]
  if (passed.includes(next)) return null
  return <LiveCard key={next} {...at} boardId={next} way={passed} />
}

function Beyond(at: At) {
  const { t } = useTranslation('references')
  const { cardId: id, boardId, title } = at
  const { data, isPending, isError } = useQuery(referenceQuery({ kind: 'card', id, boardId }))
  if (isPending) return <EmbedSkeleton />
  if (isError) return <EmbedNote icon={CloudOff}>{t('embed.unreachable')}</EmbedNote>
  const further = data?.kind === 'card' ? followed(at, data.boardId) : null
  if (further) return further
  if (title !== undefined) return <Away title={title} />
  return <EmbedNote icon={Lock}>{t('embed.noAccess')}</EmbedNote>
}

function Away({ title }: { title: string }) {
  const { t } = useTranslation('references')
  return <EmbedNote icon={ArrowRightLeft}>{t('embed.moved', { title })}</EmbedNote>
}
