import { MessageCircleQuestion, PenLine, Share2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { ExportMenu } from './export-menu'
import { SetsDialog } from './sets-dialog'

const PublishedDialog = lazy(async () => ({
  default: (await import('./published-dialog')).PublishedDialog,
}))

export function JournalHead({ onBegin }: { onBegin: () => void }) {
  const { t } = useTranslation('journals')
  const [isOpen, setOpen] = useState(false)
  const [showsPublished, setShowsPublished] = useState(false)
  return (
    <header className="mb-6 flex flex-wrap items-start gap-x-2 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="mt-1 text-ink-soft text-pretty">{t('words')}</p>
      </div>
      <IconButton label={t('sets.open')} className="size-9" onPress={() => setOpen(true)}>
        <MessageCircleQuestion size={17} aria-hidden />
      </IconButton>
      <IconButton
        label={t('publishedOpen')}
        className="size-9"
        onPress={() => setShowsPublished(true)}
      >
        <Share2 size={17} aria-hidden />
      </IconButton>
      <ExportMenu />
      <Button tone="primary" icon={<PenLine aria-hidden size={16} />} onPress={onBegin}>
        {t('new')}
      </Button>
      {showsPublished && (
        <Suspense fallback={null}>
          <PublishedDialog onClose={() => setShowsPublished(false)} />
        </Suspense>
      )}
      {isOpen && <SetsDialog onClose={() => setOpen(false)} />}
    </header>
  )
}
