/** `/w/<code>`: the door of a workshop, and for a guest all of it. Needs no account. */
import { readCode } from '@atelier/shared/workshops/workshop'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../access/session'
import { codeOf, type FailureCode } from '../../api/request-failed'
import { Button } from '../../ui/button'
import { Loading, SkeletonLines } from '../../ui/skeleton'
import { useDoorplate, useWorkshop } from '../workshop-records'
import { workshopWords } from '../workshop-words'
import { CodeForm } from './code-screen'
import { DoorForm } from './door-form'
import { DoorPage } from './door-page'
import { type DoorState, doorState, withoutDoor } from './door-state'
import { GuestWorkshop } from './guest-workshop'
import { knownWorkshop, knowWorkshop } from './known-codes'
import { ShutDoor } from './shut-door'

type Props = { typed: string; controls: ReactNode }

export function GuestScreen({ typed, controls }: Props) {
  useTranslation(workshopWords)
  const code = readCode(typed)
  if (code === null) {
    return <ShutDoor because="wrongCode" controls={controls} action={<CodeForm />} />
  }
  return <CodeDoor key={code} code={code} controls={controls} />
}

type DoorProps = { code: string; controls: ReactNode }

function CodeDoor({ code, controls }: DoorProps) {
  const door = useDoorplate(code)
  const { data, refetch } = door
  const workshopId = data?.id ?? knownWorkshop(code)
  if (workshopId !== null) return <AtDoor workshopId={workshopId} code={code} controls={controls} />
  const state = withoutDoor(faultOf(door))
  return <DoorView state={state} code={code} controls={controls} again={() => void refetch()} />
}

/** Also of one that waits for its turn and asks again by itself. */
function faultOf({ error, failureReason }: ReturnType<typeof useDoorplate>): FailureCode | null {
  if (error) return codeOf(error)
  return failureReason?.code === 'too-many' ? 'too-many' : null
}

function AtDoor({ workshopId, code, controls }: DoorProps & { workshopId: string }) {
  const door = useDoorplate(code)
  const page = useWorkshop(workshopId)
  const session = useQuery(sessionQuery)
  const state = doorState({
    session: session.data ?? null,
    isSessionAsked: !session.isPending,
    page: { data: page.data, error: page.error && codeOf(page.error) },
    door: { data: door.data, error: faultOf(door) },
  })
  const isSeated = page.data?.me != null
  useEffect(() => {
    if (isSeated) knowWorkshop(code, workshopId)
  }, [code, workshopId, isSeated])
  useTab(door.data?.title ?? page.data?.title)
  const again = () => void Promise.all([door.refetch(), page.refetch(), session.refetch()])
  if (state.kind === 'member') {
    return <Navigate to="/workshops/$workshopId" params={{ workshopId }} replace />
  }
  if (state.kind === 'guest') {
    const isAway = page.error !== null
    return <GuestWorkshop code={code} page={state.page} isAway={isAway} controls={controls} />
  }
  const me = session.data?.state === 'signed-in' ? session.data.me : null
  return <DoorView state={state} me={me} code={code} controls={controls} again={again} />
}

type ViewProps = DoorProps & {
  state: DoorState
  me?: Parameters<typeof DoorForm>[0]['me']
  again: () => void
}

function DoorView({ state, me = null, code, controls, again }: ViewProps) {
  const { t } = useTranslation('workshops')
  if (state.kind === 'door') {
    const { door, isBack } = state
    return (
      <DoorPage
        title={door.title}
        above={t('enter.from', { workspace: door.workspace })}
        controls={controls}
      >
        {isBack && <p className="mb-4 text-ink-soft">{t('enter.isOver')}</p>}
        <DoorForm code={code} door={door} me={me} />
      </DoorPage>
    )
  }
  if (state.kind === 'shut') {
    return (
      <ShutDoor
        because={state.because}
        controls={controls}
        action={<NextStep state={state} again={again} />}
      />
    )
  }
  return (
    <DoorPage title="" controls={controls}>
      <Loading>
        <SkeletonLines lines={4} />
      </Loading>
    </DoorPage>
  )
}

function NextStep({ state, again }: { state: DoorState & { kind: 'shut' }; again: () => void }) {
  const { t } = useTranslation('workshops')
  if (state.because === 'wrongCode') return <CodeForm />
  if (state.because === 'removed' || state.because === 'busy') return null
  return <Button onPress={again}>{t('away.again')}</Button>
}

function useTab(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Atelier`
  }, [title])
}
