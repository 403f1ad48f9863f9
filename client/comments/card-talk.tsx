import type { ProjectSubject } from '@atelier/shared/access/can'
import { MessageSquare } from 'lucide-react'
import { useEffect, useEffectEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Loading, Skeleton } from '../ui/skeleton'
import { type CardPlace, useCardComments } from './card-comment-records'
import { useRenewTalk } from './comment-deeds'
import { CommentEntry } from './comment-entry'
import { Composer } from './composer'
import { useTalkDesk } from './thread-desk'
import { useAnswerNews } from './use-answer-news'
import { useKeptComments, useSay } from './use-kept-comments'
import { useMinute } from './use-minute'
import { WaitingComment } from './waiting-comment'
import './comments.css'
import './card-talk.css'

type Props = {
  place: CardPlace
  /** The board's project; not known yet, or not without a network. */
  project: ProjectSubject | undefined
  /** Of a link to one comment. */
  linkedId: string | null
}

/** What people say about one card, in one conversation, the latest last. */
export function CardTalk({ place, project, linkedId }: Props) {
  const { t } = useTranslation('card-comments')
  const { t: offline } = useTranslation('offline')
  const { moment } = useFormat()
  const { data, error } = useCardComments(place)
  const desk = useTalkDesk(project, data?.people)
  const news = useAnswerNews(data && { id: place.cardId, comments: data.comments }, desk)
  const titleId = useId()
  useMinute()
  useAskWhenAway(place)
  const said = data?.comments.filter(({ body }) => body !== null).length ?? 0
  const isKnownReader = project !== undefined && !desk.mayComment
  return (
    <section className="card-talk" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <MessageSquare aria-hidden size={16} />
        {t('title')}
        {said > 0 && <span className="card-talk-count">{said}</span>}
      </h3>
      {data?.asOf && (
        <p role="status" className="comment-as-of">
          {offline('comment.asOf', { when: moment(data.asOf) })}
        </p>
      )}
      {error && !data && <p className="card-talk-note">{t('unreachable')}</p>}
      {!data && !error && <TalkSkeleton />}
      {data && data.comments.length > 0 && (
        <ol className="comment-entries">
          {data.comments.map((comment) => (
            <li key={comment.id} ref={linkedId === comment.id ? intoView : null}>
              <CommentEntry
                desk={desk}
                place={place}
                comment={comment}
                isLinked={linkedId === comment.id}
              />
            </li>
          ))}
        </ol>
      )}
      {data?.comments.length === 0 && isKnownReader && (
        <p className="card-talk-note">{t('noneReader')}</p>
      )}
      <Waiting place={place} isLeft={isKnownReader} />
      {desk.mayComment && <Say place={place} />}
      <p role="status" className="sr-only">
        {news}
      </p>
    </section>
  )
}

const intoView = (entry: HTMLElement | null) => entry?.scrollIntoView({ block: 'center' })

function Waiting({ place, isLeft }: { place: CardPlace; isLeft: boolean }) {
  const { kept, ...deeds } = useKeptComments(place.boardId)
  return kept
    .filter(({ cardId }) => cardId === place.cardId)
    .map((comment) => (
      <WaitingComment key={comment.id} comment={comment} deeds={deeds} isLeft={isLeft} />
    ))
}

function Say({ place: { boardId, cardId } }: { place: CardPlace }) {
  const { t } = useTranslation('card-comments')
  const say = useSay(boardId, cardId)
  return (
    <Composer
      home={{ boardId }}
      place={`${boardId}:card:${cardId}`}
      label={t('label')}
      placeholder={t('placeholder')}
      submit={t('send')}
      send={(said) => say({ ...said, threadId: null, anchor: null, quote: '' })}
    />
  )
}

/** So that what is read without a network says from when it is. */
function useAskWhenAway(place: CardPlace): void {
  const renew = useEffectEvent(useRenewTalk(place))
  useEffect(() => {
    const ask = () => void renew()
    window.addEventListener('offline', ask)
    return () => window.removeEventListener('offline', ask)
  }, [])
}

const TalkSkeleton = () => (
  <Loading className="space-y-3">
    <Skeleton className="h-10 w-full" />
  </Loading>
)
