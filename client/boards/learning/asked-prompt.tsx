import type { Card } from '@atelier/shared/boards/card'
import { isFinished } from '@atelier/shared/boards/finished'
import { stopAsking } from '@atelier/shared/boards/learning-edits'
import { Leaf } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { useColumns, useDesk } from '../board-context'

/** Who said "Not now" is left alone until the page is loaded again, or somebody asks. */
const later = new Set<string>()

/** Where the card is done, or they were asked: what did you learn? Elsewhere a quiet way to say it anyway. */
export function AskedPrompt({ card, onWrite }: { card: Card; onWrite(): void }) {
  const { t } = useTranslation('learning')
  const { room } = useDesk()
  const columns = useColumns()
  const me = room.me.id
  const [, drawAgain] = useState(0)
  const isAsked = card.learning.asked.includes(me)
  const isOurs =
    card.assignees.includes(me) || card.learning.goals.some(({ person }) => person === me)
  const isDone = isFinished(columns, card) && isOurs && !later.has(card.id)
  if (!isAsked && !isDone)
    return (
      <button type="button" className="learning-begin" onClick={onWrite}>
        <Leaf aria-hidden size={17} />
        {t('learned.begin')}
      </button>
    )
  const notNow = () => {
    later.add(card.id)
    stopAsking(room.doc, card.id, me)
    drawAgain((times) => times + 1)
  }
  return (
    <div className="learning-prompt">
      <Leaf aria-hidden size={18} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{t(isAsked ? 'learned.asked' : 'learned.done')}</p>
        <p className="learning-quiet">{t('learned.why')}</p>
      </div>
      <Button size="small" tone="primary" onPress={onWrite}>
        {t('learned.write')}
      </Button>
      <Button size="small" tone="quiet" onPress={notNow}>
        {t('learned.notNow')}
      </Button>
    </div>
  )
}
