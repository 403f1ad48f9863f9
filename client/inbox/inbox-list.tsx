import type { InboxItem } from '@atelier/shared/inbox/inbox'
import { type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { byDay, isoDay } from './inbox-days'
import { InboxRow } from './inbox-row'

type Props = {
  ref: Ref<HTMLDivElement>
  items: readonly InboxItem[]
  onOpen(item: InboxItem): void
  onTurn(item: InboxItem): void
}

/** Messages under their days, the newest first. */
export function InboxList({ ref, items, onOpen, onTurn }: Props) {
  const id = useId()
  const dayWords = useDayWords()
  return (
    <div ref={ref}>
      {byDay(items).map((one) => (
        <section key={one.day} aria-labelledby={`${id}${one.day}`} className="mt-5 first:mt-0">
          <h2 id={`${id}${one.day}`} className="mb-1 font-medium text-ink-faint text-sm">
            {dayWords(one.day)}
          </h2>
          <ul>
            {one.items.map((item) => (
              <InboxRow
                key={item.id}
                item={item}
                onOpen={() => onOpen(item)}
                onTurn={() => onTurn(item)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function useDayWords() {
  const { t } = useTranslation('inbox')
  const { locale } = useFormat()
  const today = useToday()
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (day: string) => {
    if (day === today) return t('today')
    return day === isoDay(today, -1) ? t('yesterday') : format.format(Date.parse(day))
  }
}
