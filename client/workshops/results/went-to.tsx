import type { SentCard } from '@atelier/shared/workshops/result'
import { Link } from '@tanstack/react-router'
import { CircleCheck, SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge'

/** The card that something became: the way to it for who may read it, and whether it is done. */
export function WentTo({ card }: { card: SentCard }) {
  const { t } = useTranslation('workshop-results')
  const badge = card.done ? (
    <Badge tone="accent" icon={<CircleCheck size={13} />}>
      {t('card.done')}
    </Badge>
  ) : (
    <Badge icon={<SquareKanban size={13} />}>{t('card.onBoard')}</Badge>
  )
  if (card.boardId === null) return <span className="shrink-0">{badge}</span>
  return (
    <Link
      to="/boards/$boardId"
      params={{ boardId: card.boardId }}
      search={{ card: card.id }}
      className="shrink-0 rounded-sm outline-offset-2 hover:underline"
    >
      {badge}
    </Link>
  )
}
