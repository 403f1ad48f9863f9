import type { InvitationAnswer } from '@atelier/shared/people/invitation'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { RequestFailed } from '../api/request-failed'
import { buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { DoorFrame } from './door-frame'
import { JoinForm } from './join-form'

/** An invitation link, opened. */
export function JoinScreen() {
  const { t } = useTranslation('door')
  const { token } = useParams({ from: '/join/$token' })
  const { data, error } = useQuery<InvitationAnswer, RequestFailed>({
    queryKey: ['join', token],
    queryFn: () => ask(api.invitations['look-up'].$post({ json: { token } })),
    retry: false,
  })
  useEffect(() => {
    document.title = `${t('join.tab')} · Atelier`
  }, [t])
  if (error) return <ClosedDoor error={error} />
  if (!data) {
    return (
      <DoorFrame title={t('join.tab')}>
        <Loading>
          <SkeletonLines lines={4} />
        </Loading>
      </DoorFrame>
    )
  }
  return (
    <DoorFrame
      title={t('join.title', { workspace: data.workspace })}
      intro={
        <>
          <p>{t('join.intro', { inviter: data.inviter, organisation: data.organisation.name })}</p>
          {data.project && <p className="mt-2">{t('join.project', { project: data.project })}</p>}
        </>
      }
    >
      <JoinForm token={token} invitation={data} />
    </DoorFrame>
  )
}

function ClosedDoor({ error }: { error: RequestFailed }) {
  const { t } = useTranslation('door')
  const refusalText = useRefusalText()
  const isGone = error.code === 'not-found' || error.code === 'expired' || error.code === 'invalid'
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        scene="link"
        level={1}
        title={t(isGone ? 'join.goneTitle' : 'join.failedTitle')}
        action={
          <Link to="/sign-in" className={buttonClass()}>
            {t('join.haveAccount')}
          </Link>
        }
      >
        {isGone ? t('join.gone') : refusalText(error)}
      </EmptyState>
    </main>
  )
}
