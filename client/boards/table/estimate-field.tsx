import { mostPoints } from '@atelier/shared/boards/board-shape'
import { setEstimate } from '@atelier/shared/boards/fact-edits'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import type { EditorProps } from './cell-editor'

/** Points; an empty field is none. What is no number stays open to be mended. */
export function EstimateField({ card, onDone }: EditorProps) {
  const { t } = useTranslation('board-views')
  const { room } = useDesk()
  const [text, setText] = useState(card.estimate === null ? '' : String(card.estimate))
  const [isWrong, setWrong] = useState(false)
  const left = useRef(false)
  const take = (): boolean => {
    const points = pointsIn(text)
    if (points === 'wrong') {
      setWrong(true)
      toast({ text: t('table.wrongPoints', { most: mostPoints }), tone: 'danger' })
      return false
    }
    if (points !== card.estimate) setEstimate(room.doc, card.id, points)
    return true
  }
  const leave = (go: number | null) => {
    left.current = true
    onDone(go)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' || take()) leave(0)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
      autoFocus
      className="table-field"
      inputMode="decimal"
      aria-label={t('table.columns.estimate')}
      aria-invalid={isWrong}
      maxLength={7}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onKeyDown={press}
      onBlur={() => {
        if (left.current) return
        take()
        leave(null)
      }}
    />
  )
}

function pointsIn(text: string): number | null | 'wrong' {
  const written = text.trim().replace(',', '.')
  if (written === '') return null
  const points = Number(written)
  return points >= 0 && points <= mostPoints ? points : 'wrong'
}
