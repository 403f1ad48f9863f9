import type { Card } from '@atelier/shared/boards/card'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { SkeletonLines } from '../ui/skeleton'
import { useDesk } from './board-context'
import { CardSection } from './card/card-section'

/** Asks for the editor's code ahead, so that a card opened without a network still has it. */
export const preloadEditor = () => loadEditor()

const loadEditor = () =>
  import('../docs/rich-text').then(
    ({ RichText }) => ({ default: RichText }),
    () => ({ default: EditorMissing }),
  )
const RichText = lazy(loadEditor)

/** What several people write about a card at once. */
export function CardDescription({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  return (
    <CardSection title={t('detail.description')} className="board-detail-description">
      <Suspense fallback={<SkeletonLines lines={3} />}>
        <DescriptionText card={card} />
      </Suspense>
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

/** In place of an editor whose code cannot be had now; the rest of the card still works. */
function EditorMissing() {
  const { t } = useTranslation('boards')
  return <Banner tone="warning">{t('detail.editorMissing')}</Banner>
}
