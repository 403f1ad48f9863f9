/** A doc or board begun on this device while the server cannot be reached. */

import type { Language } from '@atelier/shared/people/choices'
import type {
  BoardCard,
  BoardPage,
  DocCard,
  DocPage,
  ProjectPage,
  RoomPage,
} from '@atelier/shared/projects/project'
import { type PageKind, roomName } from '@atelier/shared/sync/room-name'
import { databaseName } from '../offline/device-databases'
import { noteFresh } from '../offline/fresh-rooms'
import { changeRecord, keepRecord } from '../offline/kept-records'
import { openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import type { Traveller } from './take-along'

type Begin = { kind: PageKind; id: string; language: Language }
type FirstContent = { update: Uint8Array; owedFrom: [number, number][]; columns: string[] }

/** Resolves once this device keeps it; `page` is the project as this device knows it. */
export async function beginRoom(
  { kind, id, language }: Begin,
  page: ProjectPage,
  { who, me }: Traveller,
): Promise<{ id: string }> {
  const { update, owedFrom, columns } = await firstContent(kind, language)
  const room = roomName(kind, id)
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  try {
    const welcome = { access: 'write' as const, reload: false, me }
    const memo = { welcome, unstored: owedFrom.length, owedFrom, refused: null, title: '' }
    // First that nobody may knock, then what there is to be asked for.
    await noteFresh(who, { room, projectId: page.id })
    await copy.append([update], memo)
  } finally {
    copy.close()
  }
  await changeRecord<ProjectPage>(who, ['project', page.id], (before = page) =>
    kind === 'doc'
      ? { ...before, docs: [docCardOf(id), ...before.docs] }
      : { ...before, boards: [boardCardOf(id, columns), ...before.boards] },
  )
  await keepRecord(who, ['room', id], kind === 'doc' ? docPageOf(id, page) : boardPageOf(id, page))
  return { id }
}

/** A doc's the server makes as well; a board's columns are brought to it from here. */
async function firstContent(kind: PageKind, language: Language): Promise<FirstContent> {
  if (kind === 'doc') {
    const { newDocUpdate } = await import('@atelier/shared/docs/new-doc')
    return { update: newDocUpdate({ title: '' }), owedFrom: [], columns: [] }
  }
  const { begunBoard } = await import('@atelier/shared/boards/begun-board')
  return begunBoard(language)
}

/** What the server will say of it, as far as one can know. */
function roomPageOf(id: string, project: ProjectPage): RoomPage {
  const { workspaceId, role, archived, title } = project
  return {
    id,
    title: '',
    access: 'write',
    project: { id: project.id, title, workspaceId, role, archived },
  }
}

function docPageOf(id: string, project: ProjectPage): DocPage {
  const { workspaceId, role, archived } = project
  return {
    ...roomPageOf(id, project),
    rights: {
      kind: 'doc',
      workspaceId,
      project: { role, archived },
      grant: null,
      restricted: false,
      inLibrary: false,
      trashed: false,
    },
    above: [],
    template: false,
    favourite: false,
  }
}

const boardPageOf = (id: string, project: ProjectPage): BoardPage => ({
  ...roomPageOf(id, project),
  trashed: false,
})

const docCardOf = (id: string): DocCard => ({
  id,
  title: '',
  excerpt: '',
  parentId: null,
  rank: null,
  restricted: false,
  openThreads: 0,
  template: false,
  changedAt: new Date().toISOString(),
  here: [],
})

const boardCardOf = (id: string, columns: readonly string[]): BoardCard => ({
  id,
  title: '',
  columns: columns.map((title) => ({ title, cards: 0 })),
  changedAt: new Date().toISOString(),
  here: [],
})
