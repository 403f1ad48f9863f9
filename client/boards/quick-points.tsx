import { mostPoints } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { setEstimate } from '@atelier/shared/boards/fact-edits'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { TextField } from '../ui/text-field'
import { useDesk } from './board-context'
import { readPoints } from './card/points'

type Props = { card: Card; ids: readonly string[]; onDone(): void }

/** The estimate as a number; nothing takes it away. */
export function QuickPoints({ card, ids, onDone }: Props) {
  const { t } = useTranslation('card')
  const { locale } = useFormat()
  const { room } = useDesk()
  const [text, setText] = useState(
    card.estimate === null
      ? ''
      : new Intl.NumberFormat(locale, { useGrouping: false }).format(card.estimate),
  )
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const points = readPoints(text)
    setIsWrong(points === 'wrong')
    if (points === 'wrong') return
    setEstimate(room.doc, ids, points)
    onDone()
  }
  return (
    <form className="quick-day" onSubmit={submit}>
      <TextField
        autoFocus
        autoComplete="off"
        inputMode="decimal"
        label={t('estimate.label')}
        placeholder={t('estimate.none')}
        value={text}
        onChange={setText}
        error={
          isWrong
            ? t('estimate.wrong', { most: new Intl.NumberFormat(locale).format(mostPoints) })
            : null
        }
      />
    </form>
  )
}
