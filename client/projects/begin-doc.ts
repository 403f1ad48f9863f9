/** A doc begun on this device while the server cannot be reached. */
import type { DocCard, DocPage, ProjectPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { databaseName } from '../offline/device-databases'
import { noteFresh } from '../offline/fresh-rooms'
import { changeRecord, keepRecord } from '../offline/kept-records'
import { openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import type { Traveller } from './take-along'

/** Resolves with its card once this device keeps it; `page` is the project as this device knows it. */
export async function beginDoc(
  id: string,
  page: ProjectPage,
  { who, me }: Traveller,
): Promise<DocCard> {
  const { newDocUpdate } = await import('@atelier/shared/docs/new-doc')
  const room = roomName('doc', id)
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  try {
    const welcome = { access: 'write' as const, reload: false, me }
    const memo = { welcome, unstored: 0, owedFrom: [], refused: null, title: '' }
    // First that nobody may knock, then what there is to be asked for.
    await noteFresh(who, { room, projectId: page.id })
    await copy.append([newDocUpdate({ title: '' })], memo)
  } finally {
    copy.close()
  }
  const card = cardOf(id)
  await changeRecord<ProjectPage>(who, ['project', page.id], (before = page) => ({
    ...before,
    docs: [card, ...before.docs],
  }))
  await keepRecord(who, ['room', id], pageOf(card, page))
  return card
}

/** What the server will say of it, as far as one can know. */
function pageOf({ id, title }: DocCard, project: ProjectPage): DocPage {
  const { workspaceId, role, archived } = project
  return {
    id,
    title,
    access: 'write',
    project: { id: project.id, title: project.title, workspaceId, role, archived },
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

const cardOf = (id: string): DocCard => ({
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
