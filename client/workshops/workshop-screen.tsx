import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../api/request-failed'
import { useChange } from '../api/use-change'
import { NotFound } from '../shell/not-found'
import { PageSkeleton } from '../shell/page'
import { type Crumb, InShellHeader, useShellCrumbs } from '../shell/shell-header'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { Lobby } from './door/lobby'
import { LiveWorkshop } from './live-workshop'
import { leaveWorkshop, useWorkshop } from './workshop-records'
import { workshopWords } from './workshop-words'

/** A workshop for whoever has an account, within the shell. */
export function WorkshopScreen({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation(workshopWords)
  const { data: page, error, refetch } = useWorkshop(workshopId)
  const refusalText = useRefusalText()
  useShellCrumbs(page ? crumbsTo(page) : [], page?.title ?? t('workshops:workshop'))
  const isLost = error && ['not-found', 'forbidden'].includes(codeOf(error))
  if (isLost) return <NotFound />
  if (page) return <OneWorkshop page={page} isAway={error !== null} />
  if (!error) return <PageSkeleton />
  return (
    <EmptyState
      scene="link"
      level={1}
      title={t('workshops:away.title')}
      action={<Button onPress={() => void refetch()}>{t('workshops:away.again')}</Button>}
    >
      {refusalText(error)}
    </EmptyState>
  )
}

const crumbsTo = ({ project }: WorkshopPage): Crumb[] =>
  project ? [{ label: project.title, projectId: project.id }] : []

function OneWorkshop({ page, isAway }: { page: WorkshopPage; isAway: boolean }) {
  const leave = useLeave(page)
  if (page.me?.state === 'waiting') return <Lobby page={page} onLeave={leave} />
  return (
    <LiveWorkshop
      page={page}
      isAway={isAway}
      header={(parts) => <InShellHeader>{parts}</InShellHeader>}
      onLeave={leave}
    />
  )
}

/** Back to where they came from. */
function useLeave({ id, project }: WorkshopPage) {
  const navigate = useNavigate()
  const { mutate } = useChange(() => leaveWorkshop(id), {
    done: () =>
      project
        ? navigate({ to: '/projects/$projectId', params: { projectId: project.id } })
        : navigate({ to: '/' }),
    renews: [['workshop', id]],
  })
  return () => mutate(undefined)
}
