import { useSearch } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { AskedToday } from './asked-today'
import { BeginDialog } from './begin-dialog'
import { momentsOf } from './journal-days'
import { JournalFilter, SearchField } from './journal-filter'
import { JournalHead } from './journal-head'
import { useEntries, useTimeline } from './journal-records'
import type { JournalSearch } from './journal-search'
import { KeptSwitch } from './kept-switch'
import { LastMonth } from './last-month'
import { LeftWords } from './left-words'
import { SearchList } from './search-list'
import { TimelineList } from './timeline-list'
import { useInPause } from './use-in-pause'
import './journal.css'

/** One's own journal, and, apart from it, what others share of theirs. `beside` leads to what else one keeps. */
export function JournalScreen({ beside }: { beside?: ReactNode }) {
  const { t } = useTranslation('journals')
  const search: JournalSearch = useSearch({ from: '/inside/journal' })
  const [words, setWords] = useState('')
  const looked = useInPause(words.trim())
  const [isBeginning, setBeginning] = useState(false)
  useShellTitle(t('title'))
  return (
    <Page width="reading">
      <JournalHead onBegin={() => setBeginning(true)} />
      <LeftWords at="" isOutside />
      {beside}
      <SearchField value={words} onChange={setWords} />
      {looked !== '' ? (
        <SearchList words={looked} />
      ) : (
        <>
          {!search.show && !search.in && <AskedToday />}
          {!search.show && !search.in && <LastMonth />}
          <JournalFilter search={search} />
          <Entries
            key={`${search.show} ${search.in}`}
            search={search}
            onBegin={() => setBeginning(true)}
          />
        </>
      )}
      <KeptSwitch />
      {isBeginning && (
        <BeginDialog mentorshipId={search.in ?? null} onClose={() => setBeginning(false)} />
      )}
    </Page>
  )
}

function Entries({ search, onBegin }: { search: JournalSearch; onBegin: () => void }) {
  const { t } = useTranslation('journals')
  const refusalText = useRefusalText()
  const isMine = search.show !== 'others'
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries({
    whose: search.show ?? 'mine',
    ...(search.in && { mentorship: search.in }),
  })
  const entries = data?.flatMap((page) => page.entries) ?? []
  // Between entries that are not shown nothing stands either.
  const since = hasNextPage ? (entries.at(-1)?.on ?? null) : null
  const { data: timeline } = useTimeline(since)
  if (error && !data) return <Banner tone="danger">{refusalText(error)}</Banner>
  if (!data) return <PageSkeleton />
  const isHere = ({ mentorshipId }: { mentorshipId: string | null }) =>
    search.in === undefined || mentorshipId === search.in
  const between =
    isMine && timeline
      ? { sessions: timeline.sessions.filter(isHere), goals: timeline.goals.filter(isHere) }
      : { sessions: [], goals: [] }
  return (
    <>
      {entries.length === 0 && <NothingHere search={search} onBegin={onBegin} />}
      <TimelineList moments={momentsOf(entries, between)} />
      {hasNextPage && (
        <Button
          className="mt-6"
          isPending={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}

function NothingHere({ search, onBegin }: { search: JournalSearch; onBegin: () => void }) {
  const { t } = useTranslation('journals')
  if (search.show === 'others') {
    return (
      <EmptyState scene="link" title={t('empty.others')}>
        {t('empty.othersWords')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      scene="doc"
      title={t(search.in ? 'empty.filtered' : 'empty.title')}
      action={
        <Button tone="primary" icon={<PenLine aria-hidden size={16} />} onPress={onBegin}>
          {t('new')}
        </Button>
      }
    >
      {t('empty.words')}
    </EmptyState>
  )
}
