import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Button } from '../ui/button'
import { useBeginEntry } from './begin-entry'
import { useEntries } from './journal-records'

/** One's own journal. */
export function JournalScreen() {
  const { t } = useTranslation('journals')
  const { data } = useEntries({})
  const begin = useBeginEntry()
  useShellTitle(t('title'))
  if (!data) return <PageSkeleton />
  return (
    <Page width="reading">
      <header className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <p className="mt-1 text-ink-soft">{t('words')}</p>
        </div>
        <Button
          tone="primary"
          icon={<PenLine aria-hidden size={16} />}
          onPress={() => begin.mutate({ mentorshipId: null })}
        >
          {t('new')}
        </Button>
      </header>
      {data.flatMap(({ entries }) =>
        entries.map((entry) => (
          <Link key={entry.id} to="/journal/$entryId" params={{ entryId: entry.id }}>
            {entry.title || t('entry.untitled')}
          </Link>
        )),
      )}
    </Page>
  )
}
