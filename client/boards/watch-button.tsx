import type { Card } from '@atelier/shared/boards/card'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Tooltip } from '../ui/tooltip'
import { useIsWatching, useWatchWaits } from './card-marks-context'
import { useWish } from './own/use-wishes'
import { useBoardId } from './use-board-id'

/** Whether somebody wants to hear of a card. Nobody else sees it. */
export function WatchButton({ card }: { card: Card }) {
  const { t } = useTranslation('card-comments')
  const { t: offline } = useTranslation('offline')
  const isWatching = useIsWatching(card)
  const waits = useWatchWaits(card.id)
  const wish = useWish()
  const boardId = useBoardId()
  const change = () => void wish({ what: 'watch', boardId, cardId: card.id, watching: !isWatching })
  return (
    <>
      <Tooltip content={t('watch.told')}>
        <Button
          icon={isWatching ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
          onPress={change}
        >
          {t(isWatching ? 'watch.end' : 'watch.begin')}
        </Button>
      </Tooltip>
      <p role="status" className="text-ink-faint text-xs empty:hidden">
        {waits && offline('comment.waits')}
      </p>
    </>
  )
}
