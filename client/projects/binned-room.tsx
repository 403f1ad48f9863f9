import type { BinnedRoom as Binned } from '@atelier/shared/projects/bin'
import type { RoomPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useBinChanges } from './use-bin-changes'

/** Where a link to a doc or board in the bin leads those who could take it out again. */
export function BinnedRoom({ kind, page }: { kind: Binned['kind']; page: RoomPage }) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const { restore } = useBinChanges(kind, page.project.id)
  return (
    <div className="flex min-h-[70dvh] items-center">
      <EmptyState
        scene="lost"
        level={1}
        title={t('bin.isHere', { title: page.title || projects(`untitled.${kind}`) })}
        action={
          <Button
            tone="primary"
            isPending={restore.isPending}
            onPress={() => restore.mutate({ id: page.id, title: page.title })}
          >
            {t('bin.restore')}
          </Button>
        }
      >
        {t('bin.isHereWords')}
      </EmptyState>
    </div>
  )
}
