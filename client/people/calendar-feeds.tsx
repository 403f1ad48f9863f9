import type { OwnFeed } from '@atelier/shared/boards/calendar-feed'
import { Link } from '@tanstack/react-router'
import { CalendarSync } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useOwnFeeds } from '../api/people-records'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { Rows } from './rows'

/** The secret addresses at which calendars read, of all boards in one place, and how to end them. */
export function CalendarFeeds() {
  const { t } = useTranslation('people')
  const { data, error } = useOwnFeeds()
  const endAll = useChange(() => ask(api.me['calendar-feeds'].$delete()), {
    renews: [['calendar-feed']],
    done: () => toast({ text: t('feeds.allEnded') }),
  })
  return (
    <section className="mt-14">
      <header className="mb-5 flex flex-wrap items-start gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="mb-1 font-semibold text-lg">{t('feeds.title')}</h2>
          <p className="text-ink-soft text-pretty">{t('feeds.intro')}</p>
        </div>
        {data && data.length > 1 && (
          <Button tone="danger" isPending={endAll.isPending} onPress={() => endAll.mutate()}>
            {t('feeds.endAll')}
          </Button>
        )}
      </header>
      <Rows
        label={t('feeds.list')}
        rows={data}
        error={error}
        empty={<p className="text-ink-faint">{t('feeds.none')}</p>}
      >
        {(feed) => <Feed key={feed.id} feed={feed} />}
      </Rows>
    </section>
  )
}

function Feed({ feed }: { feed: OwnFeed }) {
  const { t } = useTranslation('people')
  const { ago } = useFormat()
  const name = useNameOf(feed)
  const end = useChange(
    () => ask(api.me['calendar-feeds'][':feedId'].$delete({ param: { feedId: feed.id } })),
    { renews: [['calendar-feed']], done: () => toast({ text: t('feeds.ended', { name }) }) },
  )
  const { of } = feed
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <CalendarSync size={20} aria-hidden className="text-ink-faint" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words font-medium">
          {of.kind === 'board' ? (
            <Link
              to="/boards/$boardId"
              params={{ boardId: of.id }}
              className="underline-offset-4 hover:underline"
            >
              {name}
            </Link>
          ) : (
            name
          )}
          {of.kind === 'board' && (
            <span className="font-normal text-ink-soft"> · {of.project}</span>
          )}
        </p>
        {of.kind === 'hidden' && <p className="text-ink-soft text-sm">{t('feeds.resting')}</p>}
        <p className="text-ink-faint text-sm">
          {t('feeds.since', { when: ago(feed.since) })} ·{' '}
          {feed.fetched ? t('feeds.fetched', { when: ago(feed.fetched) }) : t('feeds.never')}
        </p>
      </div>
      <Button
        size="small"
        aria-label={t('feeds.endOf', { name })}
        isPending={end.isPending}
        onPress={() => end.mutate()}
      >
        {t('feeds.end')}
      </Button>
    </li>
  )
}

function useNameOf({ of }: OwnFeed): string {
  const { t } = useTranslation('people')
  if (of.kind === 'my-cards') return t('feeds.mine')
  if (of.kind === 'hidden') return t('feeds.hidden')
  return of.title || t('feeds.untitled')
}
