import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportKeeping } from '../offline/kept-records'
import { Switch } from '../ui/switch'
import { toast } from '../ui/toast'
import { UnsentDialog } from './unsent-dialog'
import { useJournalKept } from './use-journal-kept'

/**
 * Whether this device keeps one's own journal: only where somebody says so, and gone as soon as they take it back. What
 * nobody else has yet goes out first.
 */
export function KeptSwitch() {
  const { t } = useTranslation('journals')
  const { isKept, keep, keepNoMore, listUnsent } = useJournalKept()
  const [unsent, setUnsent] = useState<readonly string[]>([])
  const erase = async () => {
    setUnsent([])
    await keepNoMore()
    toast({ text: t('kept.erased') })
  }
  const turnOff = async () => {
    const found = await listUnsent()
    if (found.length === 0) await erase()
    else setUnsent(found)
  }
  const orReport = (work: Promise<void>) => void work.catch(reportKeeping)
  return (
    <footer className="mt-12 border-line border-t pt-5">
      <Switch
        isSelected={isKept}
        onChange={(isWanted) => (isWanted ? keep() : orReport(turnOff()))}
      >
        {t('kept.label')}
      </Switch>
      <p className="mt-1 max-w-prose text-ink-faint text-sm text-pretty">
        {t(isKept ? 'kept.on' : 'kept.off')}
      </p>
      {unsent.length > 0 && (
        <UnsentDialog
          count={unsent.length}
          onErase={() => orReport(erase())}
          onClose={() => setUnsent([])}
        />
      )}
    </footer>
  )
}
