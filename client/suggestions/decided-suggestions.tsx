import { ChevronRight } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, Skeleton } from '../ui/skeleton'
import { DecidedCard } from './decided-card'
import { type ForkedRoom, useDecided } from './suggestion-records'
import { type SuggestionStore, useShowsDecided } from './suggestion-store'
import './decided.css'

/** What became of earlier suggestions; asked for only once it is opened. */
export function DecidedSuggestions({ home, store }: { home: ForkedRoom; store: SuggestionStore }) {
  const { t } = useTranslation('suggestions')
  const isOpen = useShowsDecided(store)
  const id = useId()
  return (
    <section className="decided" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <button
          type="button"
          className="decided-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => store.showDecided(!isOpen)}
        >
          <ChevronRight
            size={15}
            aria-hidden
            className={classNames('decided-arrow', isOpen ? 'rotate-90' : 'rtl:rotate-180')}
          />
          {t('decided.title')}
        </button>
      </h3>
      {isOpen && (
        <div id={id}>
          <DecidedList home={home} />
        </div>
      )}
    </section>
  )
}

function DecidedList({ home }: { home: ForkedRoom }) {
  const { t } = useTranslation('suggestions')
  const said = useRefusalText()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDecided(home)
  const { list, leadOn } = useLeadOn(data?.length ?? 0)
  const again = (
    <div className="decided-none" role="alert">
      <p>{said(error)}</p>
      <Button size="small" onPress={() => void refetch()}>
        {t('decided.again')}
      </Button>
    </div>
  )
  if (!data) return error ? again : <DecidedSkeleton />
  if (data.length === 0) return <p className="decided-none">{t('decided.empty')}</p>
  return (
    <>
      <ul ref={list} aria-label={t('decided.title')}>
        {data.map((decided) => (
          <DecidedCard key={decided.id} decided={decided} />
        ))}
      </ul>
      {error && again}
      {hasNextPage && (
        <Button
          size="small"
          tone="quiet"
          className="decided-more"
          isPending={isFetchingNextPage}
          onPress={() => {
            leadOn()
            void fetchNextPage()
          }}
        >
          {t('decided.more')}
        </Button>
      )}
    </>
  )
}

/** The focus goes on to the first of those that were asked for: the button may be gone by then. */
function useLeadOn(count: number) {
  const list = useRef<HTMLUListElement>(null)
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null || count <= next.current) return
    const first = list.current?.children[next.current]
    next.current = null
    if (first instanceof HTMLElement) first.focus()
  }, [count])
  return {
    list,
    leadOn() {
      next.current = count
    },
  }
}

const DecidedSkeleton = () => (
  <Loading className="space-y-3 p-2">
    <Skeleton className="h-10 w-full" />
    <Skeleton className="h-10 w-full" />
  </Loading>
)
