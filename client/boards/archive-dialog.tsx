import type { Card } from '@atelier/shared/boards/card'
import { restoreCard } from '@atelier/shared/boards/card-edits'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { MovedTo } from './across/moved-card'
import { useBoardPart, useDesk } from './board-context'

/** All archived cards, the latest first, each a press away from the board. */
export function ArchiveDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('boards')
  const archive = useBoardPart((board) => board.archive)
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('archive.title')}>
      {archive.length === 0 ? (
        <p className="board-none">{t('archive.empty')}</p>
      ) : (
        <ul className="board-archive">
          {archive.map((card) => (
            <ArchivedCard key={card.id} card={card} onOpen={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function ArchivedCard({ card, onOpen }: { card: Card; onOpen(): void }) {
  const { t } = useTranslation('boards')
  const { locale } = useLocale()
  const { room, editable, openCard, announce } = useDesk()
  const column = useBoardPart((board) => board.columns.find((shown) => shown.id === card.column))
  const title = card.title || t('card.untitled')
  const facts = [
    column && t('archive.from', { column: column.name || t('column.unnamed') }),
    archivedOn(card, (date) => t('archive.on', { date }), locale),
  ]
  const restore = () => {
    restoreCard(room.doc, card.id)
    announce(t('card.restored', { title }))
  }
  return (
    <li>
      <button
        type="button"
        className="board-archive-card"
        onClick={() => {
          onOpen()
          openCard(card.id)
        }}
      >
        <span dir="auto">{title}</span>
        <small>
          {card.movedTo === null ? (
            facts.filter(Boolean).join(' · ')
          ) : (
            <MovedTo boardId={card.movedTo} />
          )}
        </small>
      </button>
      {editable && card.movedTo === null && (
        <Button size="small" onPress={restore} aria-label={`${t('card.restore')}: ${title}`}>
          {t('card.restore')}
        </Button>
      )}
    </li>
  )
}

function archivedOn(card: Card, say: (date: string) => string, locale: string): string {
  const time = Date.parse(card.archivedAt ?? '')
  if (Number.isNaN(time)) return ''
  return say(new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time))
}
