import type { DocPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { useDocChanges } from '../projects/use-doc-changes'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** Where a link to a doc in the bin leads those who could take it out again. */
export function BinnedDoc({ page }: { page: DocPage }) {
  const { t } = useTranslation('organise')
  const { restore } = useDocChanges(page.project.id)
  return (
    <div className="flex min-h-[70dvh] items-center">
      <EmptyState
        scene="lost"
        level={1}
        title={t('bin.isHere', { title: page.title || t('untitled') })}
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
