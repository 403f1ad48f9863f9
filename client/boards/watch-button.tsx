import type { Card } from '@atelier/shared/boards/card'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChangeWatching } from '../comments/card-comment-records'
import { Button } from '../ui/button'
import { Tooltip } from '../ui/tooltip'
import { useIsWatching } from './card-marks-context'
import { useBoardId } from './use-board-id'

/** Whether somebody wants to hear of a card. Nobody else sees it. */
export function WatchButton({ card }: { card: Card }) {
  const { t } = useTranslation('card-comments')
  const isWatching = useIsWatching(card)
  const { mutate: change } = useChangeWatching({ boardId: useBoardId(), cardId: card.id })
  return (
    <Tooltip content={t('watch.told')}>
      <Button
        icon={isWatching ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
        onPress={() => change(!isWatching)}
      >
        {t(isWatching ? 'watch.end' : 'watch.begin')}
      </Button>
    </Tooltip>
  )
}
