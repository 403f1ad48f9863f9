import type { FollowUp, Mentoring } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Fold } from './fold'
import { FollowUpDialog } from './follow-up-dialog'
import { FollowUpRow } from './follow-up-row'
import { Nothing, Section } from './section'
import { lastBegun } from './sessions/session-times'

type Props = { page: MentorshipPage; mentoring: Mentoring; mayWork: boolean }

/** What follows from the sessions: who does what, until when. */
export function FollowUpsSection({ page, mentoring, mayWork }: Props) {
  const { t } = useTranslation('mentorships')
  const [edited, setEdited] = useState<FollowUp | 'new' | null>(null)
  const open = mentoring.followUps.filter(({ isDone }) => !isDone)
  const done = mentoring.followUps.filter(({ isDone }) => isDone)
  const row = (followUp: FollowUp) => (
    <FollowUpRow
      key={followUp.id}
      page={page}
      followUp={followUp}
      session={mentoring.sessions.find(({ id }) => id === followUp.sessionId)}
      mayWork={mayWork}
      onEdit={() => setEdited(followUp)}
    />
  )
  return (
    <Section
      title={t('followUps.title')}
      action={
        mayWork && (
          <Button
            size="small"
            icon={<Plus aria-hidden size={15} />}
            onPress={() => setEdited('new')}
          >
            {t('followUps.add')}
          </Button>
        )
      }
    >
      {mentoring.followUps.length === 0 && <Nothing>{t('followUps.none')}</Nothing>}
      {open.length > 0 && <ul>{open.map(row)}</ul>}
      {done.length > 0 && (
        <div className="mt-3">
          <Fold title={t('followUps.done')} count={done.length}>
            <ul>{done.map(row)}</ul>
          </Fold>
        </div>
      )}
      {edited && (
        <FollowUpDialog
          page={page}
          followUp={edited === 'new' ? null : edited}
          sessionId={lastBegun(mentoring.sessions)?.id ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
