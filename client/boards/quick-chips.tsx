import type { QuickToken } from '@atelier/shared/boards/quick-add'
import { CalendarDays, CalendarPlus, Gauge, Tag, UserRound, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { dayWords } from '../references/day-words'

const icons = {
  person: UserRound,
  label: Tag,
  due: CalendarDays,
  start: CalendarPlus,
  estimate: Gauge,
}

/** What Enter will set. Pressing one, or Backspace or Escape on it, leaves its words as words. */
export function QuickChips(props: {
  tokens: readonly QuickToken[]
  onKeepWords(token: QuickToken): void
}) {
  const { t } = useTranslation('board-fast')
  const words = useTokenWords()
  const { tokens, onKeepWords } = props
  const press = (token: QuickToken) => (event: KeyboardEvent) => {
    if (!['Backspace', 'Delete', 'Escape'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    onKeepWords(token)
  }
  return (
    <ul className="quick-chips" aria-label={t('willSet')} aria-live="polite">
      {tokens.map((token) => {
        const Icon = icons[token.kind]
        return (
          <li key={`${token.kind} ${token.raw}`} onKeyDownCapture={press(token)}>
            <Button
              className="quick-chip"
              aria-label={t('keepWords', { fact: words(token) })}
              onPress={() => onKeepWords(token)}
            >
              <Icon aria-hidden size={12} />
              <span className="truncate" dir="auto">
                {words(token)}
              </span>
              <X aria-hidden size={12} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** "Due Tomorrow", "New label urgent" */
export function useTokenWords(): (token: QuickToken) => string {
  const { t } = useTranslation('board-fast')
  const { locale } = useFormat()
  const today = useToday()
  return (token) => {
    switch (token.kind) {
      case 'person':
        return token.name
      case 'label':
        return token.label ? token.name : t('fact.newLabel', { name: token.name })
      case 'estimate':
        return t('fact.estimate', { count: token.points })
      default:
        return t(`fact.${token.kind}`, { day: dayWords(locale, token.day, today) })
    }
  }
}
