import type { AgendaItem, MentoringSession } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { CalendarClock, CalendarX2, Ellipsis, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { cardClass } from '../../ui/card'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { toast } from '../../ui/toast'
import { type Line, newLine } from '../add-line'
import { mentoringRequests } from '../mentoring-requests'
import { AgendaList } from './agenda-list'
import { useWriteNotes } from './use-write-notes'

type Props = {
  page: MentorshipPage
  session: MentoringSession
  isNext: boolean
  agenda: readonly AgendaItem[]
  mayWork: boolean
  mayWrite: boolean
  /** What is being added to the agenda of the next one. */
  line: Line
  onLine(line: Line): void
  onEdit(): void
}

/** When it is, what is on its agenda, and the way to its notes. */
export function SessionCard({ page, session, agenda, ...props }: Props) {
  const { t } = useTranslation('mentorships')
  const { isNext, mayWork, mayWrite } = props
  const when = useWhen(session)
  const write = useWriteNotes(page.id)
  const [line, onLine] = useState(newLine)
  const own = { line, onLine }
  return (
    <li className={classNames(cardClass, isNext ? 'p-5' : 'px-5 py-3.5')}>
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <div className="min-w-0 flex-1 basis-3/4 sm:basis-0">
          {isNext && (
            <p className="mb-1.5">
              <Badge tone="accent">{t('sessions.next')}</Badge>
            </p>
          )}
          <h3 className={isNext ? 'font-semibold text-lg' : 'font-medium'}>{when}</h3>
          <p className="text-ink-faint text-sm">
            {t('sessions.minutes', { count: session.minutes })}
          </p>
        </div>
        {mayWrite && (
          <Button
            size="small"
            className="max-sm:order-last"
            icon={<NotebookPen aria-hidden size={15} />}
            aria-label={t('sessions.notesOf', { when })}
            isPending={write.isPending}
            onPress={() => write.mutate(session)}
          >
            {t('sessions.notes')}
          </Button>
        )}
        {mayWork && <SessionMenu {...{ page, session, when }} onEdit={props.onEdit} />}
      </div>
      {(agenda.length > 0 || (isNext && mayWork)) && (
        <div className="mt-4">
          <AgendaList
            title={t('agenda.title')}
            level={4}
            mentorshipId={page.id}
            items={agenda}
            sessionId={session.id}
            mayWork={mayWork}
            {...(isNext ? { line: props.line, onLine: props.onLine } : own)}
          />
        </div>
      )}
    </li>
  )
}

function useWhen({ startsAt }: MentoringSession): string {
  const { locale } = useFormat()
  const date = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { ...date, ...time }).format(Date.parse(startsAt))
}

type MenuProps = Pick<Props, 'page' | 'session' | 'onEdit'> & { when: string }

function SessionMenu({ page, session, when, onEdit }: MenuProps) {
  const { t } = useTranslation('mentorships')
  const { renews, deleteSession, putSession } = mentoringRequests(page.id)
  const putBack = useChange(() => putSession(session), { renews })
  const callOff = useChange(deleteSession, {
    renews,
    done: () => {
      const action = { label: t('undo'), onPress: () => putBack.mutate() }
      toast({ text: t('sessions.calledOff'), action })
    },
  })
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('sessions.more', { when })}>
        <Ellipsis aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<CalendarClock size={15} />} onAction={onEdit}>
          {t('sessions.move')}
        </MenuItem>
        <MenuItem icon={<CalendarX2 size={15} />} onAction={() => callOff.mutate(session.id)}>
          {t('sessions.callOff')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
