import { type Checklist, progressOf } from '@atelier/shared/boards/checklist'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useTranslation } from 'react-i18next'

/** How many items of a list are done, in figures and as a bar. */
export function ChecklistProgress({ list, name }: { list: Checklist; name: string }) {
  const { t } = useTranslation('card')
  const { done, total } = progressOf([list])
  const words = t('checklist.progress', { done, total })
  return (
    <ProgressBar
      className="checklist-progress"
      aria-label={t('checklist.progressOf', { name })}
      value={done}
      maxValue={total}
      valueLabel={words}
      data-full={done === total || undefined}
    >
      <span className="checklist-figures">{words}</span>
      <span className="checklist-bar">
        <span style={{ inlineSize: `${(100 * done) / total}%` }} />
      </span>
    </ProgressBar>
  )
}
