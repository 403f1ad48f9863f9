import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'
import type { BoardPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeftFiles } from '../docs/left-files'
import { BinnedRoom } from '../projects/binned-room'
import { FullBanner } from '../sync/full-banner'
import { LeaveGuard } from '../sync/leave-guard'
import { RefusedBanner } from '../sync/refused-banner'
import type { Room } from '../sync/room'
import { RoomClosed } from '../sync/room-closed'
import { roomWords } from '../sync/room-words'
import { useRoom } from '../sync/use-room'
import { useAnnouncer } from '../ui/announcer'
import { whenIdle } from '../ui/when-idle'
import { BoardDeskProvider } from './board-context'
import { BoardHeader } from './board-header'
import { BoardSkeleton } from './board-skeleton'
import { BoardView } from './board-view'
import { boardWords } from './board-words'
import { preloadTalk } from './card-conversation'
import { preloadEditor } from './card-description'
import { CardMarksProvider } from './card-marks-context'
import { BoardOpens } from './first-sight'
import { ReadOnlyNote } from './read-only-note'
import { useBoardDesk } from './use-board-desk'
import { useBoardPage } from './use-board-page'
import { useOpenCard } from './use-open-card'
import './board-columns.css'

const wordsOfBoard = [...boardWords, ...roomWords]

/** One board, live, or in the bin. */
export function BoardScreen({ boardId }: { boardId: string }) {
  // Before anything is drawn: a list of which one row waits for its words measures itself while it is
  // hidden, and stays empty.
  useTranslation(wordsOfBoard)
  const { page, ...known } = useBoardPage(boardId)
  // Taken out of the bin it is entered anew.
  return page?.trashed ? (
    <Binned page={page} />
  ) : (
    <LiveBoard boardId={boardId} page={page} {...known} />
  )
}

/** The room lets nobody in, but still has what of this person's it did not take. */
function Binned({ page }: { page: BoardPage }) {
  const name = roomName('board', page.id)
  const state = useRoom(name)
  return (
    <>
      <div className="mx-auto grid w-full max-w-3xl gap-2 px-4 pt-6 empty:hidden">
        <RefusedBanner state={state} />
        <LeftFiles page={name} open={[]} isBinned />
      </div>
      <BinnedRoom kind="board" page={page} />
    </>
  )
}

type LiveProps = { boardId: string } & ReturnType<typeof useBoardPage>

/** The open card is part of the address: `?card=<id>`. */
function LiveBoard({ boardId, page, people, outcomes }: LiveProps) {
  const name = roomName('board', boardId)
  const state = useRoom(name)
  if (state.kind === 'closed') {
    return (
      <>
        {state.reason === 'noAccess' && (
          <div className="mx-auto w-full max-w-3xl px-4 pt-6 empty:hidden">
            <LeftFiles page={name} open={[]} />
          </div>
        )}
        <RoomClosed state={state} />
      </>
    )
  }
  if (state.kind === 'opening') return <BoardSkeleton unreachable={state.unreachable} />
  const editable = state.room.access === 'write'
  return (
    <div className="board-screen">
      <LeaveGuard states={[state]} />
      <BoardHeader state={state} />
      <div className="board-note">
        <RefusedBanner state={state} />
        <FullBanner state={state} />
        {!state.outdated && <LeftFiles page={name} open={editable ? [name] : []} refusedToo />}
      </div>
      {!editable && <ReadOnlyNote page={page} outdated={state.outdated} />}
      <CardMarksProvider boardId={boardId}>
        <OpenBoard
          key={state.room.doc.guid}
          room={state.room}
          people={people}
          outcomes={outcomes}
          editable={editable}
        />
      </CardMarksProvider>
    </div>
  )
}

type OpenProps = {
  room: Room
  people: readonly PersonCard[]
  outcomes: readonly Outcome[]
  editable: boolean
}

function OpenBoard({ room, people, outcomes, editable }: OpenProps) {
  const [moving, askWhere] = useState<string | null>(null)
  const { opened, openCard } = useOpenCard()
  const { announce, said } = useAnnouncer()
  const desk = useBoardDesk({ room, people, outcomes, editable, openCard, askWhere, announce })
  useEffect(
    () =>
      whenIdle(() => {
        void preloadEditor()
        void preloadTalk()
      }),
    [],
  )
  const opens = useRef(true)
  useEffect(() => {
    opens.current = false
  }, [])
  const moved = useCallback(() => askWhere(null), [])
  return (
    <BoardDeskProvider value={desk}>
      <BoardOpens value={opens}>
        <BoardView said={said} opened={opened} moving={moving} onMoved={moved} />
      </BoardOpens>
    </BoardDeskProvider>
  )
}
