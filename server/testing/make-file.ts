import { fileNameHeader } from '@atelier/shared/files/file'
import { storeFile } from '../files/store-file'
import type { Deps } from '../http/deps'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from './make'
import type { Browser, TestApp } from './test-app'

/** One pixel. */
const smallPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A small picture in a room. */
export const makePictureIn = ({ deps }: { deps: Deps }, room: { id: string }, by: MadePerson) =>
  storeFile(deps, {
    workspaceId: by.workspaceId,
    roomId: room.id,
    personId: by.id,
    name: 'pixel.png',
    bytes: Buffer.from(smallPng, 'base64'),
  })

export type FilePlace = Record<
  'owner' | 'lead' | 'commenter' | 'viewer' | 'outsider',
  MadePerson
> & {
  /** Runs another workspace. */
  stranger: MadePerson
  project: MadeProject
  doc: { id: string }
}

/** A doc, and everybody who has a different right to its files. */
export async function makeFilePlace({ deps: { db } }: TestApp): Promise<FilePlace> {
  const workspace = await makeWorkspace(db)
  const [lead, commenter, viewer, outsider] = [
    await makePerson(db, workspace),
    await makePerson(db, workspace),
    await makePerson(db, workspace),
    await makePerson(db, workspace),
  ]
  const { owner: stranger } = await makeWorkspace(db)
  const project = await makeProject(db, lead, {
    members: [
      [viewer, 'viewer'],
      [commenter, 'commenter'],
    ],
  })
  const doc = await makeDoc(db, project, lead)
  return { owner: workspace.owner, lead, commenter, viewer, outsider, stranger, project, doc }
}

export const sendFile = (
  browser: Browser,
  room: { id: string },
  body: BodyInit,
  name = 'a file.bin',
): Promise<Response> =>
  browser.fetch(`/api/rooms/${room.id}/files`, {
    method: 'POST',
    headers: { [fileNameHeader]: encodeURIComponent(name) },
    body,
  })
