import type { Mentoring, MentoringSession } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { newLine } from '../add-line'
import { Fold } from '../fold'
import { Nothing, Section } from '../section'
import { AgendaList } from './agenda-list'
import { SessionCard } from './session-card'
import { SessionDialog } from './session-dialog'
import { sortedSessions } from './session-times'

type Props = {
  page: MentorshipPage
  mentoring: Mentoring
  mayWork: boolean
  /** Notes are written in a journal, also while it is paused. */
  mayWrite: boolean
}

/** The next session with what is on its agenda, those after it, and those that were; after the end of it, none comes. */
export function SessionsSection({ page, mentoring, mayWork, mayWrite }: Props) {
  const { t } = useTranslation('mentorships')
  const [edited, setEdited] = useState<MentoringSession | 'new' | null>(null)
  const [line, onLine] = useState(newLine)
  const { next, later, past, dropped } = sortedSessions(mentoring.sessions, page.endedAt)
  const isOver = page.endedAt !== null
  const agendaOf = (id: string | null) =>
    mentoring.agenda.filter(
      ({ sessionId }) => sessionId === id || (id === next?.id && sessionId === null),
    )
  const card = (session: MentoringSession) => (
    <SessionCard
      key={session.id}
      page={page}
      session={session}
      isNext={session.id === next?.id}
      agenda={agendaOf(session.id)}
      mayWork={mayWork}
      mayWrite={mayWrite}
      line={line}
      onLine={onLine}
      onEdit={() => setEdited(session)}
    />
  )
  const open = agendaOf(null)
  return (
    <Section
      title={t('sessions.title')}
      action={
        mayWork && (
          <Button
            size="small"
            icon={<CalendarPlus aria-hidden size={15} />}
            onPress={() => setEdited('new')}
          >
            {t('sessions.plan')}
          </Button>
        )
      }
    >
      {next && <ul>{card(next)}</ul>}
      {!next && (!isOver || open.length > 0) && (
        <div className="rounded-xl border border-line-strong/40 border-dashed p-5">
          {!isOver && (
            <p className="mb-4 text-ink-soft text-pretty last:mb-0">
              {t(mayWork ? 'sessions.none' : 'sessions.noneReading')}
            </p>
          )}
          {(mayWork || open.length > 0) && (
            <AgendaList
              title={t(isOver ? 'agenda.leftOver' : 'agenda.forNext')}
              level={3}
              mentorshipId={page.id}
              items={open}
              sessionId={null}
              mayWork={mayWork}
              line={line}
              onLine={onLine}
            />
          )}
        </div>
      )}
      {isOver && mentoring.sessions.length + open.length === 0 && (
        <Nothing>{t('sessions.noneAtAll')}</Nothing>
      )}
      {later.length > 0 && <ul className="mt-3 space-y-3">{later.map(card)}</ul>}
      {past.length > 0 && (
        <div className="mt-4">
          <Fold title={t('sessions.past')} count={past.length}>
            <ul className="space-y-3">{past.map(card)}</ul>
          </Fold>
        </div>
      )}
      {dropped.length > 0 && (
        <div className="mt-4">
          <Fold title={t('sessions.dropped')} count={dropped.length}>
            <ul className="space-y-3">{dropped.map(card)}</ul>
          </Fold>
        </div>
      )}
      {edited && (
        <SessionDialog
          mentorshipId={page.id}
          session={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
