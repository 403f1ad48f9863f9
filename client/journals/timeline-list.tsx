import { Link } from '@tanstack/react-router'
import { Flag, MessagesSquare } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useMentorships } from '../api/mentorship-records'
import { useFormat } from '../i18n/use-format'
import { othersIn } from './entry-facts'
import { EntryRow } from './entry-row'
import { byMonth, type Moment, monthWords, weekdayWords } from './journal-days'

/** Entries under their months, with what was between them. */
export function TimelineList({
  moments,
  level = 2,
}: {
  moments: readonly Moment[]
  level?: 2 | 3
}) {
  const { locale } = useFormat()
  const id = useId()
  const Month = level === 2 ? 'h2' : 'h3'
  return byMonth(moments).map(({ month, moments: within }) => (
    <section key={month} aria-labelledby={`${id}${month}`} className="journal-month">
      <Month id={`${id}${month}`}>{monthWords(`${month}-01`, locale)}</Month>
      <ul>
        {within.map((moment, at) => (
          <li
            key={`${moment.kind} ${moment.id}`}
            className="journal-moment"
            data-kind={moment.kind}
          >
            <Day day={moment.day} isSame={within[at - 1]?.day === moment.day} />
            {moment.kind === 'entry' ? <EntryRow entry={moment.entry} /> : <Between at={moment} />}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Day({ day, isSame }: { day: string; isSame: boolean }) {
  const { locale } = useFormat()
  return (
    <time dateTime={day} className={isSame ? 'journal-date sr-only' : 'journal-date'}>
      <span className="font-semibold text-base text-ink">{Number(day.slice(8))}</span>
      <span>{weekdayWords(day, locale)}</span>
    </time>
  )
}

function Between({ at }: { at: Exclude<Moment, { kind: 'entry' }> }) {
  const { t } = useTranslation('journals')
  const { list } = useFormat()
  const { id: meId } = useMe()
  const { data: mentorships } = useMentorships()
  if (at.kind === 'goal') {
    return (
      <p className="journal-between">
        <Flag size={14} aria-hidden />
        <span dir="auto">
          {t(at.state === 'reached' ? 'row.reached' : 'row.letGo', { title: at.title })}
        </span>
      </p>
    )
  }
  const mentorship = mentorships?.find(({ id }) => id === at.mentorshipId)
  const names = list(othersIn(mentorship, meId).map(({ name }) => name))
  return (
    <Link
      to="/mentorships/$mentorshipId"
      params={{ mentorshipId: at.mentorshipId }}
      className="journal-between"
    >
      <MessagesSquare size={14} aria-hidden />
      <span dir="auto">{names === '' ? t('row.sessionAlone') : t('row.session', { names })}</span>
    </Link>
  )
}
