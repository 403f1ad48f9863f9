/** The addresses of docs and boards: breadcrumb, not-found, and the screen itself as a chunk. */
import type { DocPage, RoomPage } from '@atelier/shared/projects/project'
import { type PageKind, parseRoomName, roomName } from '@atelier/shared/sync/room-name'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { boardWords } from '../boards/board-words'
import { docWords } from '../docs/doc-words'
import { i18n } from '../i18n/i18n'
import { useRoomPage } from '../projects/project-records'
import { NotFound } from '../shell/not-found'
import { PageSkeleton } from '../shell/page'
import { type Crumb, useShellCrumbs } from '../shell/shell-header'
import { roomWords } from '../sync/room-words'
import { screenPart } from './screen-part'

const DocScreen = screenPart(
  async () => {
    const [{ DocScreen }] = await Promise.all([
      import('../docs/doc-screen'),
      i18n.loadNamespaces([...docWords, ...roomWords]),
    ])
    return DocScreen
  },
  <PageSkeleton />,
)

const BoardScreen = screenPart(
  async () => {
    const [{ BoardScreen }] = await Promise.all([
      import('../boards/board-screen'),
      i18n.loadNamespaces([...boardWords, ...roomWords]),
    ])
    return BoardScreen
  },
  <PageSkeleton />,
)

/** Asks for the screen of a room while the server is still asked who is here. */
export function fetchScreenAhead(kind: PageKind): void {
  // What is missing is told of where it is shown.
  const screen = kind === 'board' ? BoardScreen : DocScreen
  screen.fetch().catch(() => undefined)
}

export function DocRoute() {
  const { docId } = useParams({ from: '/inside/docs/$docId' })
  return (
    <RoomFrame kind="doc" id={docId}>
      <DocScreen key={docId} docId={docId} />
    </RoomFrame>
  )
}

export function BoardRoute() {
  const { boardId } = useParams({ from: '/inside/boards/$boardId' })
  return (
    <RoomFrame kind="board" id={boardId}>
      <BoardScreen key={boardId} boardId={boardId} />
    </RoomFrame>
  )
}

/** Its project, where one may read that, and the docs it stands under. */
const crumbsTo = ({ project, ...page }: RoomPage | DocPage): Crumb[] => [
  ...(project.title ? [{ label: project.title, projectId: project.id }] : []),
  ...('above' in page ? page.above.map(({ id, title }) => ({ label: title, docId: id })) : []),
]

/**
 * Opens at once, without waiting for its own facts: this device may have a copy when the server is
 * away. The room itself says when it is not for this person, and hands back what they wrote.
 */
function RoomFrame({ kind, id, children }: { kind: PageKind; id: string; children: ReactNode }) {
  const { t } = useTranslation('shell')
  const { t: projects } = useTranslation('projects')
  const { data: page } = useRoomPage(kind, id)
  const crumbs = page ? crumbsTo(page) : []
  const title = page ? page.title || projects(`untitled.${kind}`) : t(kind)
  const isRoom = parseRoomName(roomName(kind, id)) !== null
  // What is not there names the tab itself, before this does.
  useShellCrumbs(crumbs, isRoom ? title : '')
  if (!isRoom) return <NotFound />
  return <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
}
