import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { MovedCard } from './across/moved-card'
import { useCard, useDesk } from './board-context'
import { CardDetail } from './card-detail'
import { useWindowKeys } from './use-window-keys'

/** A card opened from the board or by its own address (`?card=<id>`). */
export function CardDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  const card = useCard(id)
  useWindowKeys(card)
  useEffect(() => {
    room.awareness.setLocalStateField('card', id)
    return () => room.awareness.setLocalStateField('card', null)
  }, [room, id])
  if (!card) return <CardGone onClose={onClose} />
  if (card.movedTo !== null)
    return <MovedCard card={card} movedTo={card.movedTo} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('detail.label', { title: card.title || t('card.untitled') })}
      width="page"
      bare
    >
      <CardDetail card={card} onClose={onClose} />
    </Dialog>
  )
}

/** An old link, or somebody took back that they made the card. */
function CardGone({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('boards')
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('detail.goneTitle')}>
      <p className="text-ink-soft">{t('detail.gone')}</p>
      <DialogFoot>
        <Button tone="primary" autoFocus onPress={onClose}>
          {t('detail.backToBoard')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
