import type { PlanPage } from '@atelier/shared/training/plan'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInWorkspace } from '../access/use-can'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { PlanDialog } from './plan-dialog'
import { askPlan, usePlans } from './training-records'

/** Plans are nobody's secret: all of the workspace are listed. */
export function PlansSection({ isAside }: { isAside: boolean }) {
  const { t } = useTranslation('training')
  const { data = [] } = usePlans()
  const manages = useCanInWorkspace('manage')
  const [shown, setShown] = useState<PlanPage | 'new' | null>(null)
  const open = useChange(askPlan, { done: setShown })
  return (
    <section aria-labelledby="plans" className="mt-14">
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="plans" className="font-semibold text-lg">
            {t('plans.title')}
          </h2>
          <p className="text-ink-soft text-sm">
            {data.length === 0 ? t('plans.none') : t('plans.words')}
          </p>
        </div>
        <Button tone={isAside ? 'quiet' : 'secondary'} onPress={() => setShown('new')}>
          {t('plans.new')}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {data.map(({ id, title, items, version, isMine }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-48">
              <span className="block truncate font-medium">{title}</span>
              <span className="text-ink-faint text-sm">
                {t('plans.items', { count: items })} · {t('plans.version', { version })}
              </span>
            </span>
            {(isMine || manages) && (
              <Button size="small" tone="quiet" onPress={() => open.mutate(id)}>
                {t('plans.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown && <PlanDialog plan={shown === 'new' ? null : shown} onClose={() => setShown(null)} />}
    </section>
  )
}
