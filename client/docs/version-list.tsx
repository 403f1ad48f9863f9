import type { Version, VersionSession } from '@atelier/shared/docs/version'
import { Bookmark, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { IconButton } from '../ui/icon-button'
import type { History } from './version-records'
import { useVersionWords } from './version-words'

type Props = {
  history: History
  namedOnly: boolean
  chosen: Version | null
  choose: (version: Version) => void
}

/** By day, the newest first. */
export function VersionList({ history, namedOnly, chosen, choose }: Props) {
  const words = useVersionWords()
  const shown = history.sessions.filter(({ name }) => !namedOnly || name !== null)
  const days = [...new Set(shown.map(({ endedAt }) => words.day(endedAt)))].map((day) => ({
    day,
    sessions: shown.filter(({ endedAt }) => words.day(endedAt) === day),
  }))
  return days.map(({ day, sessions }) => (
    <section key={day} aria-label={day} className="version-day">
      <h3>{day}</h3>
      <ul>
        {sessions.map((session) => (
          <Session
            key={session.seq}
            session={session}
            isNewest={session === history.sessions[0]}
            history={history}
            chosen={chosen}
            choose={choose}
          />
        ))}
      </ul>
    </section>
  ))
}

type SessionProps = Pick<Props, 'history' | 'chosen' | 'choose'> & {
  session: VersionSession
  isNewest: boolean
}

/** What was written in one go; opened, the versions on the way. */
function Session({ session, isNewest, ...rest }: SessionProps) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const { parts, seq } = session
  const older = parts.slice(1)
  const [isOpen, setOpen] = useState(older.some((part) => part.seq === rest.chosen?.seq))
  return (
    <li>
      <div className="version-row">
        <Entry version={session} seq={seq} isNewest={isNewest} {...rest} />
        {older.length > 0 && (
          <IconButton
            size="small"
            label={t(isOpen ? 'fewer' : 'parts', { count: older.length })}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <ChevronRight
              size={15}
              aria-hidden
              className={isOpen ? 'rotate-90' : 'rtl:rotate-180'}
            />
          </IconButton>
        )}
      </div>
      {isOpen && (
        <ul className="version-parts" aria-label={words.span(session.begunAt, session.endedAt)}>
          {older.map((part) => (
            <li key={part.seq} className="version-row">
              <Entry version={part} seq={part.seq} isNewest={false} {...rest} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Entry(
  props: Pick<SessionProps, 'history' | 'chosen' | 'choose' | 'isNewest'> & {
    version: Version
    seq: number
  },
) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const { version, history, seq, isNewest } = props
  const people = version.people.flatMap((id) => history.people.get(id) ?? [])
  const isChosen = props.chosen?.seq === seq
  const time = words.time(version.endedAt)
  return (
    <button
      type="button"
      className="version-entry"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => props.choose(version)}
    >
      <span className="version-entry-head">
        {version.name && <Bookmark size={14} aria-hidden className="version-bookmark" />}
        <strong dir="auto">{version.name?.name ?? (isNewest ? t('newest') : time)}</strong>
        {(version.name || isNewest) && <span className="version-time">{time}</span>}
      </span>
      <span className="version-people">
        {people.slice(0, 4).map(({ id, name, colour }) => (
          <Avatar key={id} name={name} colour={colour} size="tiny" />
        ))}
        <span className="truncate" dir="auto">
          {people.length > 0 ? people.map(({ name }) => name).join(', ') : t('unknown')}
        </span>
      </span>
    </button>
  )
}
