import type { Card } from '@atelier/shared/boards/card'
import { isFinished } from '@atelier/shared/boards/finished'
import { Hourglass, ListTree } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useCard } from '../board-context'
import { relationsOf } from '../board-relations'
import './relations.css'

/** Above a card's title on the board: what it is part of. */
export function WholeMark({ card }: { card: Card }) {
  const { t } = useTranslation('learning')
  const whole = useBoardPart(({ cards }) => {
    const id = relationsOf(cards).wholeOf.get(card.id)
    return id === undefined ? null : (cards.get(id)?.title ?? '')
  })
  if (whole === null) return null
  return (
    <p className="relation-whole">
      <ListTree aria-hidden size={12} />
      <span className="sr-only">{t('relations.whole')} </span>
      <span className="truncate" dir="auto">
        {whole || t('untitled')}
      </span>
    </p>
  )
}

/** Below a card's title: that it waits for another that is not done. */
export function WaitMark({ card }: { card: Card }) {
  const waitsFor = useBoardPart(({ cards, columns }) => {
    const blocking = relationsOf(cards).blockedBy.get(card.id)
    if (!blocking || isFinished(columns, card)) return ''
    const open = blocking
      .flatMap((id) => cards.get(id) ?? [])
      .filter((c) => !isFinished(columns, c))
    return open.map(({ id }) => id).join(' ')
  })
  if (waitsFor === '') return null
  const [first = '', ...more] = waitsFor.split(' ')
  return <WaitsFor id={first} more={more.length} />
}

function WaitsFor({ id, more }: { id: string; more: number }) {
  const { t } = useTranslation('learning')
  const title = useCard(id)?.title || t('untitled')
  return (
    <p className="relation-waits">
      <Hourglass aria-hidden size={12} />
      <span className="truncate" dir="auto">
        {more === 0
          ? t('relations.waits', { title })
          : t('relations.waitsMore', { title, count: more })}
      </span>
    </p>
  )
}
