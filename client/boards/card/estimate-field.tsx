import { mostPoints } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { setEstimate } from '@atelier/shared/boards/fact-edits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { TextField } from '../../ui/text-field'
import { useDesk } from '../board-context'
import { CardFact } from './card-fact'
import { readPoints } from './points'

/** How much work it is, in whatever points mean to this team. Written when the field is left, or at Enter. */
export function EstimateField({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const { locale } = useFormat()
  const { room, editable } = useDesk()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const inWords = (points: number) =>
    new Intl.NumberFormat(locale, { useGrouping: false }).format(points)
  if (!editable)
    return (
      <CardFact label={t('estimate.label')}>
        {card.estimate !== null &&
          t('estimate.points', { count: card.estimate, points: inWords(card.estimate) })}
      </CardFact>
    )
  const done = () => {
    const points = draft === null ? card.estimate : readPoints(draft)
    setWrong(points === 'wrong')
    if (points === 'wrong') return
    setDraft(null)
    setEstimate(room.doc, card.id, points)
  }
  return (
    <TextField
      label={t('estimate.label')}
      placeholder={t('estimate.none')}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? (card.estimate === null ? '' : inWords(card.estimate))}
      onChange={setDraft}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done()
        else event.continuePropagation()
      }}
      error={
        wrong
          ? t('estimate.wrong', { most: new Intl.NumberFormat(locale).format(mostPoints) })
          : null
      }
    />
  )
}
