import type { RoomPage } from '@atelier/shared/projects/project'
import type { PageKind } from '@atelier/shared/sync/room-name'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRoomPage } from './project-records'
import { useBinChanges } from './use-bin-changes'

type Props = { kind: PageKind; page: RoomPage }

/**
 * Where a link to a doc or board in the bin leads those who could take it out again. Once it is deleted for
 * good, what is known of it is the last that was heard.
 */
export function BinnedRoom({ kind, page }: Props) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const { error } = useRoomPage(kind, page.id)
  const isGone = error?.code === 'not-found'
  const title = page.title || projects(`untitled.${kind}`)
  return (
    <div className="flex min-h-[70dvh] items-center" aria-live="polite">
      <EmptyState
        scene="lost"
        level={1}
        title={t(isGone ? 'bin.isGone' : 'bin.isHere', { title })}
        action={isGone ? <ToProject {...page.project} /> : <Restore kind={kind} page={page} />}
      >
        {t(isGone ? 'bin.isGoneWords' : 'bin.isHereWords')}
      </EmptyState>
    </div>
  )
}

function Restore({ kind, page }: Props) {
  const { t } = useTranslation('organise')
  const { restore } = useBinChanges(kind, page.project.id)
  const { refetch } = useRoomPage(kind, page.id)
  return (
    <Button
      tone="primary"
      isPending={restore.isPending}
      // It may have been deleted without this page having heard of it.
      onPress={() =>
        restore.mutate({ id: page.id, title: page.title }, { onError: () => void refetch() })
      }
    >
      {t('bin.restore')}
    </Button>
  )
}

function ToProject({ id }: { id: string }) {
  const { t } = useTranslation('organise')
  return (
    <Link to="/projects/$projectId" params={{ projectId: id }} className={buttonClass('primary')}>
      {t('bin.toProject')}
    </Link>
  )
}
