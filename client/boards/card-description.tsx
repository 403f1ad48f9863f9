import type { Card } from '@atelier/shared/boards/card'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { useTranslation } from 'react-i18next'
import { latePart } from '../offline/late-part'
import { SkeletonLines } from '../ui/skeleton'
import { useDesk } from './board-context'
import { CardSection } from './card/card-section'

const RichText = latePart(
  async () => (await import('../docs/rich-text')).RichText,
  <SkeletonLines lines={3} />,
)

/** Asks for the editor's code ahead, so that a card opened without a network still has it. */
export const preloadEditor = RichText.fetch

/** What several people write about a card at once. */
export function CardDescription({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  return (
    <CardSection title={t('detail.description')} className="board-detail-description">
      <DescriptionText card={card} />
    </CardSection>
  )
}

function DescriptionText({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const fragment = cardDescription(room.doc, card.id)
  if (!fragment || (!editable && !card.hasDescription))
    return <p className="board-none">{t('detail.noDescription')}</p>
  return (
    <RichText
      fragment={fragment}
      room={room}
      editable={editable}
      label={t('detail.description')}
      placeholder={t('detail.descriptionPlaceholder')}
    />
  )
}
