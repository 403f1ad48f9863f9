import { Link, useSearch } from '@tanstack/react-router'
import { CheckCheck, SlidersHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button, buttonClass } from '../ui/button'
import { classNames } from '../ui/class-names'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button'
import { useRefusalText } from '../ui/refusal-text'
import { InboxList } from './inbox-list'
import { type Show, useInbox } from './inbox-records'
import { InboxSettingsDialog } from './inbox-settings'
import { asMarked } from './kept-marks'
import { useInboxKeys } from './use-inbox-keys'
import { useMarks } from './use-marks'
import { useTurn } from './use-turn'

/** What concerns this person, wherever it happened. */
export function InboxScreen() {
  const { t } = useTranslation('inbox')
  const { show = 'unread' }: { show?: Show } = useSearch({ from: '/inside/inbox' })
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInbox(show)
  const marks = useMarks()
  const list = useRef<HTMLDivElement>(null)
  const refusalText = useRefusalText()
  const items = (data ?? [])
    .flatMap((page) => page.items)
    .map((item) => asMarked(item, marks))
    .filter(({ isRead }) => show === 'all' || !isRead)
  const { open, turn, markAll } = useTurn(show, items, list)
  useInboxKeys(list, {
    turn: (id) => items.filter((item) => item.id === id).forEach(turn),
    markAll,
  })
  useShellTitle(t('title'))
  if (!data && !error) return <PageSkeleton />
  return (
    <Page width="reading">
      <InboxHead hasUnread={items.some(({ isRead }) => !isRead)} onMarkAll={markAll} />
      <Filter />
      <AsOf at={data?.[0]?.asOf ?? null} waiting={Object.keys(marks).length} />
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {data && items.length === 0 && !hasNextPage && <NothingHere show={show} />}
      <InboxList ref={list} items={items} onOpen={open} onTurn={turn} />
      {hasNextPage && (
        <Button
          className="mt-5"
          isPending={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

function InboxHead({ hasUnread, onMarkAll }: { hasUnread: boolean; onMarkAll(): void }) {
  const { t } = useTranslation('inbox')
  const [isOpen, setOpen] = useState(false)
  return (
    <header className="mb-5 flex flex-wrap items-start gap-x-2 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="mt-1 text-ink-soft">{t('words')}</p>
      </div>
      <Button
        icon={<CheckCheck aria-hidden size={16} />}
        onPress={onMarkAll}
        isDisabled={!hasUnread}
      >
        {t('mark.all')}
      </Button>
      <IconButton label={t('settings.open')} onPress={() => setOpen(true)} className="size-9">
        <SlidersHorizontal aria-hidden size={17} />
      </IconButton>
      {isOpen && <InboxSettingsDialog onClose={() => setOpen(false)} />}
    </header>
  )
}

const filterClass = classNames(
  'flex h-8 items-center rounded-full px-3 text-ink-soft text-sm hover:bg-hover pointer-coarse:h-11',
  'aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink',
)

function Filter() {
  const { t } = useTranslation('inbox')
  const exact = { exact: true, includeSearch: true }
  return (
    <nav aria-label={t('filter')} className="-ms-3 mb-5 flex gap-1">
      <Link to="/inbox" search={{}} activeOptions={exact} className={filterClass}>
        {t('unread')}
      </Link>
      <Link to="/inbox" search={{ show: 'all' }} activeOptions={exact} className={filterClass}>
        {t('all')}
      </Link>
    </nav>
  )
}

/** Without a network: from when it is, and what becomes of what is marked. */
function AsOf({ at, waiting }: { at: string | null; waiting: number }) {
  const { t } = useTranslation('inbox')
  const { moment } = useFormat()
  if (at === null) return null
  return (
    <p role="status" className="mb-5 rounded-lg bg-warning-soft px-4 py-3 text-sm text-warning">
      {t('asOf', { when: moment(at) })} {waiting > 0 && t('waiting', { count: waiting })}
    </p>
  )
}

function NothingHere({ show }: { show: Show }) {
  const { t } = useTranslation('inbox')
  if (show === 'all')
    return (
      <EmptyState scene="link" title={t('empty.all')}>
        {t('empty.allWords')}
      </EmptyState>
    )
  return (
    <EmptyState
      scene="done"
      title={t('empty.unread')}
      action={
        <Link to="/inbox" search={{ show: 'all' }} className={buttonClass()}>
          {t('empty.showAll')}
        </Link>
      }
    >
      {t('empty.unreadWords')}
    </EmptyState>
  )
}
