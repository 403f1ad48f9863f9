import { isUuid } from '@atelier/shared/basics/uuid'
import type { CardChange, CardEvent } from '@atelier/shared/boards/card-change'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import type { RequestFailed } from '../../api/request-failed'
import { useFormat } from '../../i18n/use-format'
import { useRoomPage } from '../../projects/project-records'
import { Avatar } from '../../ui/avatar'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { useRefusalText } from '../../ui/refusal-text'
import { SkeletonLines } from '../../ui/skeleton'
import { useDesk } from '../board-context'
import { CardSection } from '../card/card-section'
import { useChangeWords } from './change-words'
import './card-history.css'

/** What became of the card, and by whom; asked for when somebody wants to know. */
export function CardHistory({ cardId }: { cardId: string }) {
  const { t } = useTranslation('card-history')
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Events cardId={cardId} />
  return (
    <Button
      tone="quiet"
      size="small"
      className="-ms-2.5 justify-self-start self-start"
      icon={<History aria-hidden size={15} />}
      onPress={() => setOpen(true)}
    >
      {t('show')}
    </Button>
  )
}

/** It is read from the whole log of the board: not again for every letter somebody writes. */
function useHistory(cardId: string) {
  const { room } = useDesk()
  const boardId = parseRoomName(room.name)?.id ?? ''
  return useQuery({
    queryKey: ['card-history', boardId, cardId],
    queryFn: () =>
      ask(api.boards[':id'].cards[':cardId'].history.$get({ param: { id: boardId, cardId } })),
    gcTime: 0,
  })
}

function Events({ cardId }: { cardId: string }) {
  const { t } = useTranslation('card-history')
  const { data, error } = useHistory(cardId)
  return (
    <CardSection title={t('title')} className="card-history">
      {!data && (error ? <Trouble error={error as RequestFailed} /> : <SkeletonLines lines={3} />)}
      {data && (
        <ol>
          {data.events.map((event) => (
            <OneEvent key={`${event.at} ${event.person}`} event={event} cardId={cardId} />
          ))}
        </ol>
      )}
      {data?.events.length === 0 && <p className="board-none">{t('none')}</p>}
      {data?.hasMore && <p className="board-none">{t('more')}</p>}
    </CardSection>
  )
}

function Trouble({ error }: { error: RequestFailed }) {
  const { t } = useTranslation('card-history')
  const refusalText = useRefusalText()
  return (
    <Banner tone="warning">
      {error.code === 'unreachable' ? t('offline') : refusalText(error)}
    </Banner>
  )
}

function OneEvent({ event, cardId }: { event: CardEvent; cardId: string }) {
  const { t } = useTranslation('card-history')
  const { people } = useDesk()
  const { ago, moment } = useFormat()
  const say = useChangeWords()
  const person = event.person === null ? undefined : people.get(event.person)
  const name = person?.name ?? t(event.person === null ? 'board' : 'former')
  return (
    <li>
      <Avatar name={name} colour={person?.colour ?? 'blue'} size="tiny" />
      <div>
        <p>
          <span className="font-medium">{name}</span>{' '}
          <time dateTime={event.at} title={moment(event.at)} className="text-ink-faint text-xs">
            {ago(event.at)}
          </time>
        </p>
        <ul>
          {event.changes.map((change) => (
            <li key={JSON.stringify(change)} dir="auto">
              {'board' in change ? (
                <Travelled change={change} cardId={cardId} />
              ) : (
                say(change, event.person)
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

type TravelledProps = { change: Extract<CardChange, { board: string }>; cardId: string }

/** From another board, or to one: by its name, and the way to what happened there, for who may read it. */
function Travelled({ change: { what, board }, cardId }: TravelledProps) {
  const { t } = useTranslation('card-history')
  const { data: page } = useRoomPage('board', isUuid(board) ? board : 'none')
  if (!page) return t(`changes.${what}`, { board: t('anotherBoard') })
  const title = page.title || t('untitledBoard')
  return (
    <>
      {t(`changes.${what}`, { board: t('named', { title }) })}{' '}
      <Link
        to="/boards/$boardId"
        params={{ boardId: board }}
        search={{ card: cardId }}
        className="text-accent underline"
      >
        {t('seeThere')}
      </Link>
    </>
  )
}
