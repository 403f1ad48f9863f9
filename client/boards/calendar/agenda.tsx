import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { useDesk } from '../board-context'
import { useDayWords } from '../time/day-words'
import type { TimedCard } from '../time/timed-cards'
import { AgendaCard } from './agenda-card'
import { agendaOf } from './agenda-days'
import type { DaysProps } from './calendar-grid'
import { DayQuestion } from './day-question'
import { NewDayCard } from './new-day-card'

const mostOfADay = 20

/** The same days below each other, for a narrow window: only those with something on them, and today. */
export function Agenda({ place, cards, acts, adding, onLeave }: DaysProps) {
  const { t } = useTranslation('board-time')
  const { editable } = useDesk()
  const words = useDayWords()
  const [isAsked, ask] = useState(false)
  const { period, today } = place
  const { days, goingOn } = agendaOf(cards, period, [today, adding])
  return (
    <div className="calendar-agenda calendar-scroll">
      {days.length === 0 && goingOn.length === 0 && (
        <p className="time-empty">{t('calendar.emptyPeriod')}</p>
      )}
      {days.map(({ day, cards: there }) => (
        <Section
          key={day}
          day={day}
          title={words.long(day)}
          isToday={day === today}
          cards={there}
          onMore={() => acts.show(day)}
          action={
            editable && (
              <IconButton
                size="small"
                label={t('new.on', { day: words.long(day) })}
                onPress={() => acts.add(day)}
              >
                <Plus aria-hidden size={16} />
              </IconButton>
            )
          }
        >
          {adding === day && <NewDayCard day={day} onLeave={onLeave} />}
        </Section>
      ))}
      {goingOn.length > 0 && (
        <Section
          title={t('calendar.goingOn')}
          cards={goingOn}
          onMore={() => acts.show(period.to)}
        />
      )}
      {editable && (
        <Button icon={<Plus aria-hidden size={15} />} onPress={() => ask(true)}>
          {t('new.elsewhere')}
        </Button>
      )}
      {isAsked && (
        <DayQuestion
          onClose={() => ask(false)}
          onDay={(day) => {
            place.goTo(day)
            acts.add(day)
          }}
        />
      )}
    </div>
  )
}

type SectionProps = {
  title: string
  day?: number
  isToday?: boolean
  cards: readonly TimedCard[]
  action?: ReactNode
  onMore(): void
  children?: ReactNode
}

function Section({ title, day, isToday, cards, action, onMore, children }: SectionProps) {
  const { t } = useTranslation('board-time')
  const hidden = cards.length - mostOfADay
  return (
    <section className="agenda-day" data-day={day} data-today={isToday || undefined}>
      <header>
        <h3 tabIndex={-1}>
          {title}
          {isToday && <span className="agenda-today">{t('today')}</span>}
        </h3>
        {action}
      </header>
      <ul aria-label={title}>
        {cards.slice(0, mostOfADay).map((timed) => (
          <AgendaCard key={timed.card.id} timed={timed} />
        ))}
      </ul>
      {cards.length === 0 && !children && <p className="time-empty">{t('calendar.nothing')}</p>}
      {hidden > 0 && (
        <Button tone="quiet" size="small" onPress={onMore}>
          {t('calendar.more', { count: hidden })}
        </Button>
      )}
      {children}
    </section>
  )
}
