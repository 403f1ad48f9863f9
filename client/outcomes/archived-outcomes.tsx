import type { Outcome } from '@atelier/shared/outcomes/outcome'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { useChangeOutcome } from './outcome-records'

type Props = { projectId: string; all: readonly Outcome[]; mayRestore: boolean }

/** What was put away: folded, and a press away from coming back. */
export function ArchivedOutcomes({ projectId, all, mayRestore }: Props) {
  const { t } = useTranslation('outcomes')
  const [isOpen, setOpen] = useState(false)
  const { mutate: change } = useChangeOutcome(projectId)
  const archived = all.filter((outcome) => outcome.archived)
  if (archived.length === 0) return null
  return (
    <div className="mt-2 text-sm">
      <AriaButton
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex h-8 cursor-pointer items-center gap-1 rounded-md pe-2 text-ink-faint pointer-coarse:h-11 data-hovered:text-ink"
      >
        <ChevronDown aria-hidden size={15} className={isOpen ? '' : '-rotate-90 rtl:rotate-90'} />
        {t('archived', { count: archived.length })}
      </AriaButton>
      {isOpen && (
        <ul>
          {archived.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-3 py-1 ps-5">
              <span className="min-w-0 flex-1 truncate text-ink-soft" dir="auto">
                {name}
              </span>
              {mayRestore && (
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('restoreNamed', { name })}
                  onPress={() => change({ id, archived: false })}
                >
                  {t('restore')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
