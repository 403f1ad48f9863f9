import { daysTyped } from '@atelier/shared/basics/days-typed'
import type { Card } from '@atelier/shared/boards/card'
import { setDue, setStart } from '@atelier/shared/boards/fact-edits'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { dayWords } from '../references/day-words'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { useDesk } from './board-context'

type Props = { card: Card; ids: readonly string[]; what: 'start' | 'due'; onDone(): void }

/** A day by its words: "tomorrow", "24.12.", "in 2 weeks". */
export function QuickDay({ card, ids, what, onDone }: Props) {
  const { t } = useTranslation('board-fast')
  const { locale } = useFormat()
  const { room } = useDesk()
  const today = useToday()
  const [text, setText] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const found = daysTyped(text, today)
  const write = (day: string | null) => {
    if (what === 'due') setDue(room.doc, ids, day)
    else setStart(room.doc, ids, day)
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [day] = found
    if (day) write(day)
    else if (text.trim() === '') onDone()
    else setIsWrong(true)
  }
  const shown = found.length > 0 ? found : daysTyped('t', today)
  return (
    <form className="quick-day" onSubmit={submit}>
      <TextField
        autoFocus
        autoComplete="off"
        label={t(`day.${what}`)}
        placeholder={t('day.placeholder')}
        value={text}
        onChange={(value) => {
          setText(value)
          setIsWrong(false)
        }}
        error={isWrong ? t('day.wrong') : null}
      />
      <div className="quick-day-found">
        {shown.map((day) => (
          <Button key={day} size="small" onPress={() => write(day)}>
            {dayWords(locale, day, today)}
          </Button>
        ))}
        {(card[what] !== null || ids.length > 1) && (
          <Button size="small" tone="quiet" onPress={() => write(null)}>
            {t('day.none')}
          </Button>
        )}
      </div>
    </form>
  )
}
