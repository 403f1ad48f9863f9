import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { useMentoring, useMentorshipPage } from '../api/mentorship-records'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { useShellCrumbs } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { useRefusalText } from '../ui/refusal-text'
import { SkeletonLines } from '../ui/skeleton'
import { AgreementSection } from './agreement/agreement-section'
import { BeganSection } from './began-section'
import { FollowUpsSection } from './follow-ups-section'
import { GoalsSection } from './goals-section'
import { LookBackSection } from './look-back-section'
import { MentorshipBanner } from './mentorship-banner'
import { MentorshipHeader } from './mentorship-header'
import { useMentorshipWords } from './mentorship-words'
import { SessionsSection } from './sessions/sessions-section'
import { subjectOf } from './standing'

/** `entries` are what was written in it and shared: placed by whoever knows journals. */
type Props = { entries?: (mentorship: MentorshipPage) => ReactNode }

export function MentorshipScreen({ entries }: Props) {
  const { mentorshipId } = useParams({ from: '/inside/mentorships/$mentorshipId' })
  const { data, error } = useMentorshipPage(mentorshipId)
  const refusalText = useRefusalText()
  if (error?.code === 'not-found' || error?.code === 'invalid') return <NotFound />
  if (data) return <OneMentorship key={data.id} page={data} entries={entries} />
  if (!error) return <PageSkeleton />
  return (
    <Page>
      <Banner tone="danger">{refusalText(error)}</Banner>
    </Page>
  )
}

function OneMentorship({ page, entries }: Props & { page: MentorshipPage }) {
  const { t } = useTranslation('mentorships')
  const { id: me, workspaceId } = useMe()
  const can = useCan()
  const words = useMentorshipWords()
  const subject = subjectOf(page, me, workspaceId)
  useShellCrumbs([{ label: t('title'), to: '/mentorships' }], words.title(page))
  return (
    <Page>
      <MentorshipHeader page={page} subject={subject} />
      <MentorshipBanner page={page} subject={subject} />
      {can('follow', subject) && page.beganAt !== null && (
        <>
          {can('look-back', subject) && <LookBackSection page={page} />}
          <Work page={page} mayWork={can('work', subject)} mayWrite={can('write', subject)}>
            {entries?.(page)}
          </Work>
        </>
      )}
    </Page>
  )
}

type WorkProps = { page: MentorshipPage; mayWork: boolean; mayWrite: boolean; children: ReactNode }

/** What its people do: the sessions and what follows beside what they hold to and aim at. */
function Work({ page, mayWork, mayWrite, children }: WorkProps) {
  const { data, error } = useMentoring(page.id, true)
  const refusalText = useRefusalText()
  return (
    <div className="mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-12">
        {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
        {!data && !error && <SkeletonLines lines={5} />}
        {data && (
          <>
            <SessionsSection page={page} mentoring={data} mayWork={mayWork} mayWrite={mayWrite} />
            <FollowUpsSection page={page} mentoring={data} mayWork={mayWork} />
          </>
        )}
        {children}
      </div>
      <div className="min-w-0 space-y-12">
        <AgreementSection page={page} mayWork={mayWork} />
        {data && <GoalsSection page={page} goals={data.goals} mayWrite={mayWrite} />}
        <BeganSection page={page} />
      </div>
    </div>
  )
}
