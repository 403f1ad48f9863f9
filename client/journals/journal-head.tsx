import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { JournalMenu } from './journal-menu'

export function JournalHead({ onBegin }: { onBegin: () => void }) {
  const { t } = useTranslation('journals')
  return (
    <header className="mb-6 flex flex-wrap items-start gap-x-2 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="mt-1 text-ink-soft text-pretty">{t('words')}</p>
      </div>
      <div className="flex items-center gap-2">
        <Button tone="primary" icon={<PenLine aria-hidden size={16} />} onPress={onBegin}>
          {t('new')}
        </Button>
        <JournalMenu />
      </div>
    </header>
  )
}
