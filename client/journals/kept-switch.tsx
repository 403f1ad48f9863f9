import { useTranslation } from 'react-i18next'
import { reportKeeping } from '../offline/kept-records'
import { Switch } from '../ui/switch'
import { toast } from '../ui/toast'
import { useJournalKept } from './use-journal-kept'

/** Whether this device keeps one's own journal: only where somebody says so, and gone as soon as they take it back. */
export function KeptSwitch() {
  const { t } = useTranslation('journals')
  const { isKept, keep, keepNoMore } = useJournalKept()
  const turn = (isWanted: boolean) => {
    if (isWanted) return void keep()
    keepNoMore().then(() => toast({ text: t('kept.erased') }), reportKeeping)
  }
  return (
    <footer className="mt-12 border-line border-t pt-5">
      <Switch isSelected={isKept} onChange={turn}>
        {t('kept.label')}
      </Switch>
      <p className="mt-1 max-w-prose text-ink-faint text-sm text-pretty">
        {t(isKept ? 'kept.on' : 'kept.off')}
      </p>
    </footer>
  )
}
