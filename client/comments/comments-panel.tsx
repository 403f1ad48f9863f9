import { MessageSquarePlus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { IconButton } from '../ui/icon-button'
import { Loading, Skeleton } from '../ui/skeleton'
import { type CommentDesk, useComposing, usePlaces } from './comment-desk'
import { useRenewThreads, useThreads } from './comment-records'
import { NewThread } from './new-thread'
import { showWords } from './show-words'
import { ThreadCard } from './thread-card'
import { useThreadDesk } from './thread-desk'
import { type Filter, filters, inOrder, isShown, type StandingThread } from './thread-order'
import { useAnswerNews } from './use-answer-news'
import { useKeptComments } from './use-kept-comments'
import { useMinute } from './use-minute'
import { useThreadFocus } from './use-thread-focus'
import { WaitingThreads } from './waiting-comment'
import './comments.css'

/** What is said about the doc, in the order of its text. */
export function CommentsPanel({ desk }: { desk: CommentDesk; close: () => void }) {
  const { t } = useTranslation('comments')
  const { t: offline } = useTranslation('offline')
  const { moment } = useFormat()
  const { data, error } = useThreads(desk.docId)
  const { kept, ...deeds } = useKeptComments(desk.docId)
  useAskWhenAway(desk.docId)
  const { threadId, commentId, focus } = useThreadFocus()
  const threadDesk = useThreadDesk(desk.docId, desk.page, data)
  const composing = useComposing(desk.comments)
  const found = inOrder(data?.threads ?? [], usePlaces(desk.editor))
  const current = found.find(({ thread }) => thread.id === threadId)
  const [filter, setFilter] = useFilter(current)
  const shown = found.filter(({ thread }) => isShown(filter, thread) || thread.id === threadId)
  const news = useAnswerNews(current?.thread, threadDesk)
  useMinute()
  const isMissing = data !== undefined && threadId !== null && !current
  return (
    <div className="comments">
      <div className="comments-bar">
        <FilterBar filter={filter} found={data ? found : null} onChoose={setFilter} />
        {threadDesk.mayComment && (
          <IconButton
            label={t('onAll')}
            size="small"
            onPress={() => desk.comments.compose({ on: 'whole' })}
          >
            <MessageSquarePlus size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      {data?.asOf && (
        <p role="status" className="comment-as-of">
          {offline('comment.asOf', { when: moment(data.asOf) })}
        </p>
      )}
      {composing && <NewThread desk={desk} composing={composing} />}
      <WaitingThreads
        kept={kept}
        deeds={deeds}
        shown={data || error ? shown.map(({ thread }) => thread.id) : null}
      />
      {isMissing && <p className="comment-note">{t('missing')}</p>}
      {error && !data && <p className="comment-note">{t('unreachable')}</p>}
      {!data && !error && <PanelSkeleton />}
      {data && shown.length === 0 && !composing && kept.length === 0 && (
        <Nothing filter={filter} mayComment={threadDesk.mayComment} />
      )}
      <ThreadList>
        {shown.map((one) => (
          <ThreadCard
            key={one.thread.id}
            desk={threadDesk}
            found={one}
            isActive={one.thread.id === threadId}
            linkedId={commentId}
            onLook={() => focus(one.thread.id)}
            onLeave={() => showWords(desk, one.thread.id, 'focus')}
          />
        ))}
      </ThreadList>
      <p role="status" className="sr-only">
        {news}
      </p>
    </div>
  )
}

/** So that what is read without a network says from when it is. */
function useAskWhenAway(docId: string): void {
  const renew = useEffectEvent(useRenewThreads(docId))
  useEffect(() => {
    const ask = () => void renew()
    window.addEventListener('offline', ask)
    return () => window.removeEventListener('offline', ask)
  }, [])
}

/** What is looked at is shown, whatever was chosen before. */
function useFilter(current: StandingThread | undefined) {
  const [filter, setFilter] = useState<Filter>('open')
  const lookedAt = useRef<string>(undefined)
  useEffect(() => {
    const { thread } = current ?? {}
    if (thread?.id === lookedAt.current) return
    lookedAt.current = thread?.id
    if (thread) setFilter((now) => (isShown(now, thread) ? now : 'all'))
  }, [current])
  return [filter, setFilter] as const
}

function FilterBar(props: {
  filter: Filter
  /** Null as long as nobody knows. */
  found: StandingThread[] | null
  onChoose: (filter: Filter) => void
}) {
  const { t } = useTranslation('comments')
  const count = (filter: Filter) =>
    props.found?.filter(({ thread }) => isShown(filter, thread)).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div role="group" aria-label={t('filter')} className="comments-filter">
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === props.filter}
          onClick={() => props.onChoose(filter)}
        >
          {t(`filters.${filter}`)} <span>{count(filter)}</span>
        </button>
      ))}
    </div>
  )
}

/** Arrow keys lead from thread to thread, when none of what is inside wants them. */
function ThreadList({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('comments')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const here = event.target as HTMLElement
    if (!step || !here.matches('[data-thread-card]')) return
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-thread-card]')]
    cards[cards.indexOf(here) + step]?.focus()
    event.preventDefault()
  }
  return (
    <ul className="comment-threads" aria-label={t('threads')} onKeyDown={onKeyDown}>
      {children}
    </ul>
  )
}

function Nothing({ filter, mayComment }: { filter: Filter; mayComment: boolean }) {
  const { t } = useTranslation('comments')
  if (filter === 'resolved') return <p className="comment-note">{t('noneResolved')}</p>
  return (
    <div className="comment-note">
      <p className="font-medium text-ink">{t('none')}</p>
      <p>{t(mayComment ? 'noneHint' : 'noneReader')}</p>
    </div>
  )
}

const PanelSkeleton = () => (
  <Loading className="space-y-3 p-4">
    <Skeleton className="h-16 w-full" />
    <Skeleton className="h-16 w-full" />
  </Loading>
)
