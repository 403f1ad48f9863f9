import { CalendarSync } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FeedDialog } from '../feeds/feed-dialog'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { MyCardGroups } from './my-card-groups'
import { useMyCards } from './my-card-records'

/** All that is mine to do, on every board; `also` is what is mine elsewhere. */
export function MyCardsScreen({ also }: { also: ReactNode }) {
  const { t } = useTranslation('my-cards')
  const { t: feeds } = useTranslation('board-feeds')
  const [isFeedOpen, setFeed] = useState(false)
  const { data, error } = useMyCards()
  const refusalText = useRefusalText()
  useShellTitle(t('title'))
  if (!data && !error) return <PageSkeleton />
  return (
    <Page width="reading">
      <header className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <p className="mt-1 text-ink-soft">{t(also ? 'wordsAlso' : 'words')}</p>
        </div>
        <Button icon={<CalendarSync aria-hidden size={16} />} onPress={() => setFeed(true)}>
          {feeds('open')}
        </Button>
      </header>
      {isFeedOpen && <FeedDialog boardId={null} onClose={() => setFeed(false)} />}
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {data?.cards.length === 0 && !also && (
        <EmptyState scene="done" title={t('empty.title')}>
          {t('empty.words')}
        </EmptyState>
      )}
      {data?.more && (
        <p className="mb-4 text-ink-faint text-sm">{t('capped', { count: data.cards.length })}</p>
      )}
      {data && <MyCardGroups cards={data.cards} level={2} />}
      {also}
    </Page>
  )
}
