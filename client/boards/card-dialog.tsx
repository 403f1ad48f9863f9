import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog'
import { useCard, useDesk } from './board-context'
import { CardDetail } from './card-detail'

/** A card opened from the board or by its own address (`?card=<id>`). */
export function CardDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  const card = useCard(id)
  useEffect(() => {
    room.awareness.setLocalStateField('card', id)
    return () => room.awareness.setLocalStateField('card', null)
  }, [room, id])
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('detail.label', { title: card?.title || t('card.untitled') })}
      width="large"
      bare
    >
      {card ? (
        <CardDetail card={card} onClose={onClose} />
      ) : (
        <p className="board-none">{t('detail.gone')}</p>
      )}
    </Dialog>
  )
}
