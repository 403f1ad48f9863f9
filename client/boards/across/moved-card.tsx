import { isUuid } from '@atelier/shared/basics/uuid'
import type { Card } from '@atelier/shared/boards/card'
import { isWrittenAfterMove, keepLeftBehind } from '@atelier/shared/boards/left-behind-edits'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { Link, useSearch } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoomPage } from '../../projects/project-records'
import { Button, buttonClass } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { useDesk } from '../board-context'
import { CardHistory } from '../history/card-history'

const CommentsLeftOnCard = lazy(async () => ({
  default: (await import('../../comments/waiting-comment')).CommentsLeftOnCard,
}))

type Props = { card: Card; movedTo: string; onClose(): void }

/** An old link to a card that is on another board now: the way there, for who may read that. */
export function MovedCard({ card, movedTo, onClose }: Props) {
  const { t } = useTranslation('board-moves')
  const { room, editable, openCard } = useDesk()
  const { data: page, error } = useRoomPage('board', isUuid(movedTo) ? movedTo : 'none')
  const { comment } = useSearch({ strict: false }) as { comment?: string }
  const boardId = parseRoomName(room.name)?.id ?? ''
  const isWritten = isWrittenAfterMove(room.doc, card.id)
  // Without a network nobody knows whether the board is gone.
  const isOutOfReach = error?.code === 'not-found'
  const keep = () => {
    const kept = keepLeftBehind(room.doc, card.id)
    if (kept === null) onClose()
    else openCard(kept)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('moved.title', { title: card.title || t('untitledCard') })}
    >
      <div className="grid gap-3 wrap-anywhere">
        <p className="text-ink-soft">
          {page
            ? t('moved.words', {
                board: page.title || t('untitledBoard'),
                project: page.project.title,
              })
            : t(isOutOfReach ? 'moved.elsewhere' : 'moved.somewhere')}
        </p>
        {isWritten && <p>{t('moved.written')}</p>}
        <Suspense fallback={null}>
          <CommentsLeftOnCard boardId={boardId} cardId={card.id} />
        </Suspense>
        <CardHistory cardId={card.id} />
      </div>
      <DialogFoot>
        {(isWritten || isOutOfReach) && editable && (
          <Button onPress={keep}>{t('moved.keep')}</Button>
        )}
        <Button onPress={onClose}>{t('moved.close')}</Button>
        {page && (
          <Link
            to="/boards/$boardId"
            params={{ boardId: movedTo }}
            search={{ card: card.id, ...(comment !== undefined && { comment }) }}
            className={buttonClass('primary')}
          >
            {t('moved.open')}
            <ArrowRight aria-hidden size={16} className="rtl:rotate-180" />
          </Link>
        )}
      </DialogFoot>
    </Dialog>
  )
}

/** Where it went, in a few words, for a row of the archive. */
export function MovedTo({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board-moves')
  const { data: page } = useRoomPage('board', isUuid(boardId) ? boardId : 'none')
  return page ? t('moved.to', { board: page.title || t('untitledBoard') }) : t('moved.toElsewhere')
}
