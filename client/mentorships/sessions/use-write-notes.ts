import { newUuid } from '@atelier/shared/basics/uuid'
import type { MentoringSession } from '@atelier/shared/mentorships/mentoring'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { dayAndTime } from './session-times'

/** Begins an entry of the journal that names the session, and goes there. It is private until its author shares it. */
export function useWriteNotes(mentorshipId: string) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const router = useRouter()
  return useChange(
    (session: MentoringSession) =>
      ask(
        api.journals.entries.$post({
          json: {
            ...{ id: newUuid(), mentorshipId, sessionId: session.id },
            title: t('sessions.notesTitle', { day: day(session.startsAt) }),
            on: dayAndTime(session.startsAt).day,
            sections: [{ id: newUuid() }],
          },
        }),
      ),
    { done: ({ id }) => router.history.push(`/journal/${id}`) },
  )
}
