import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { cardTitleText, restoreCard } from '@atelier/shared/boards/card-edits'
import { Archive, ArchiveRestore, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SharedTextField } from '../sync/shared-text-field'
import { AvatarStack } from '../ui/avatar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { useNarrow } from '../ui/use-narrow'
import { useDesk } from './board-context'
import { CardAdditions } from './card/card-additions'
import { CardAttachments } from './card/card-attachments'
import { CardChecklists } from './card/card-checklists'
import { CardCover } from './card/card-cover'
import { useCardFiles } from './card/use-card-files'
import { useFileDrop } from './card/use-file-drop'
import { useRemoveTemplate } from './card/use-templates'
import { CardConversation } from './card-conversation'
import { CardDescription } from './card-description'
import { useCardFaces } from './card-faces'
import { CardFields } from './card-fields'
import { CardMenu } from './card-menu'
import { CardHistory } from './history/card-history'
import { LearningSection } from './learning/learning-section'
import { MentionedIn } from './mentions/mentioned-in'
import { RelationsSection } from './relations/relations-section'
import { useArchiveCard } from './use-archive-card'
import { WatchButton } from './watch-button'
import './card/card-facts.css'
import './card-detail.css'

type Props = { card: Card; onClose(): void }

/**
 * Everything about one card: what is written on it in the main column, its facts in the other. Where there is
 * room for one column only, the facts come first.
 */
export function CardDetail({ card, onClose }: Props) {
  const { t } = useTranslation(['boards', 'card'])
  const { room, editable } = useDesk()
  const title = cardTitleText(room.doc, card.id)
  const isNarrow = useNarrow()
  const [adding, setAdding] = useState<string | null>(null)
  const files = useCardFiles(card.id)
  const drop = useFileDrop(editable ? files.add : null)
  return (
    <article className="board-detail" {...drop.handlers}>
      {drop.isOver && <p className="card-drop">{t('card:files.drop')}</p>}
      <div className="board-detail-tools">
        <CardMenu card={card} onLeave={onClose} />
        <IconButton label={t('detail.close')} onPress={onClose}>
          <X aria-hidden size={18} />
        </IconButton>
      </div>
      <CardCover card={card} />
      <div className="board-detail-notes">
        {card.archivedAt !== null && <Banner>{t('detail.archived')}</Banner>}
        {card.isTemplate && <Banner>{t('card:template.is')}</Banner>}
      </div>
      {title && (
        <SharedTextField
          text={title}
          className="board-detail-title"
          label={t('detail.title')}
          placeholder={t('detail.titlePlaceholder')}
          readOnly={!editable}
          maxLength={longest.cardTitle}
        />
      )}
      <div className="board-detail-body">
        {isNarrow && <CardAside card={card} onClose={onClose} />}
        <div className="board-detail-main">
          {editable && <CardAdditions card={card} files={files} onChecklist={setAdding} />}
          <CardDescription card={card} />
          <CardChecklists card={card} adding={adding} onAddingChange={setAdding} />
          <CardAttachments card={card} files={files} />
          <LearningSection card={card} />
          <RelationsSection card={card} />
          <MentionedIn cardId={card.id} />
          <CardConversation card={card} />
          <CardHistory cardId={card.id} />
        </div>
        {!isNarrow && <CardAside card={card} onClose={onClose} />}
      </div>
    </article>
  )
}

function CardAside({ card, onClose }: Props) {
  const { editable } = useDesk()
  // A phone has no room for what the menu does, too.
  const isAway = card.archivedAt !== null || card.isTemplate
  const showsPutAway = useNarrow() ? editable && isAway : editable
  return (
    <aside className="board-detail-aside">
      <CardFields card={card} />
      <AlsoHere cardId={card.id} />
      <WatchButton card={card} />
      {showsPutAway && <PutAway card={card} onClose={onClose} />}
    </aside>
  )
}

function AlsoHere({ cardId }: { cardId: string }) {
  const { t } = useTranslation('boards')
  const faces = useCardFaces(cardId)
  if (faces.length === 0) return null
  return (
    <div className="board-field">
      <span className="board-field-label">{t('detail.here')}</span>
      <AvatarStack people={[...faces]} label={t('detail.here')} />
    </div>
  )
}

function PutAway({ card, onClose }: Props) {
  const { t } = useTranslation(['boards', 'card'])
  const { room } = useDesk()
  const archive = useArchiveCard()
  const removeTemplate = useRemoveTemplate()
  if (card.archivedAt !== null)
    return (
      <Button
        icon={<ArchiveRestore aria-hidden size={16} />}
        onPress={() => restoreCard(room.doc, card.id)}
      >
        {t('card.restore')}
      </Button>
    )
  const putAway = () => {
    onClose()
    if (card.isTemplate) removeTemplate(card)
    else archive(card.id)
  }
  return (
    <Button icon={<Archive aria-hidden size={16} />} onPress={putAway}>
      {t(card.isTemplate ? 'card:template.remove' : 'card.archive')}
    </Button>
  )
}
