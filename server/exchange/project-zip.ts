/** A whole project as one zip, written while it is sent: docs and boards are read when their turn comes. */
import { Readable } from 'node:stream'
import { type Actor, can } from '@atelier/shared/access/can'
import { filesIn } from '@atelier/shared/docs/files-in'
import { readDocFrom } from '@atelier/shared/docs/new-doc'
import type { ReadDoc } from '@atelier/shared/docs/read-body'
import type { BoardEntry } from '@atelier/shared/exchange/board-content'
import { lineLength } from '@atelier/shared/exchange/card-content'
import {
  contentName,
  type DocContent,
  type Manifest,
  manifestName,
} from '@atelier/shared/exchange/manifest'
import type { Language } from '@atelier/shared/people/choices'
import { Refusal } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { ZipFile } from 'yazl'
import { actorNow } from '../access/actor-queries'
import { loadDoc } from '../access/doc-access-queries'
import type { LoadedProject } from '../access/project-access-queries'
import { RoomDamaged } from '../db/undamaged-rows'
import type { Deps } from '../http/deps'
import { loadRoom } from '../projects/room-queries'
import { boardText } from './board-text'
import type { ExchangeThread } from './exchange-thread'
import {
  attachedTo,
  descriptionsOf,
  nameOutcomes,
  namePeople,
  peopleOnBoard,
  putComments,
} from './exported-board'
import { exportedComments } from './exported-comments'
import { exportedThreads } from './exported-threads'
import { namesIn, namesOf, openKeptFile, readRoom } from './gather-doc'
import { pageWords } from './page-words'
import { type ProjectPaths, pathsOf } from './project-paths'
import {
  type ExportBoard,
  type ExportDoc,
  type ExportFound,
  loadExport,
} from './project-zip-queries'
import { type Add, addInTurn } from './zip-in-turn'

export type ProjectZipWishes = { origin: string; language: Language }
type Making = ProjectZipWishes & {
  deps: Deps
  thread: ExchangeThread
  actor: Actor
  paths: ProjectPaths
  found: ExportFound
}
/** What docs and boards turned out to name. */
type Named = {
  files: Set<string>
  people: Record<string, string>
  missing: string[]
  /** Paths of all that could not be read. */
  lost: string[]
  /** Of what takes more time or memory to write down than there is for it. */
  tooLarge: string[]
}

const noPaths = { path: '', content: '' }

export async function projectZip(
  deps: Deps,
  thread: ExchangeThread,
  actor: Actor,
  project: LoadedProject,
  wishes: ProjectZipWishes,
): Promise<Readable> {
  const found = await loadExport(deps.db, actor, project.id)
  const { untitled, board } = pageWords(wishes.language)
  const paths = pathsOf(found, { doc: untitled, board: board.untitled })
  const zip = new ZipFile()
  // Not wrapped: a wrapped one is cut off at its end where it is read slowly.
  const out = zip.outputStream as Readable
  zip.on('error', (error: Error) => out.destroy(error))
  fill(addInTurn(zip, out), { ...wishes, deps, thread, actor, paths, found }).then(
    () => zip.end(),
    // What goes wrong half way ends the download.
    (error: Error) => out.destroy(error),
  )
  return out
}

async function fill(add: Add, making: Making): Promise<void> {
  const named: Named = { files: new Set(), people: {}, missing: [], lost: [], tooLarge: [] }
  for (const doc of making.found.docs) await addDoc(add, making, doc, named)
  for (const board of making.found.boards) await addBoard(add, making, board, named)
  await addFiles(add, making, named)
  await add(manifestName, JSON.stringify(manifestOf(making, named), null, 2))
}

/** Rights are asked for again at every turn: the zip may have been under way for long. Who lost them gets none. */
async function addDoc(add: Add, making: Making, { id }: ExportDoc, named: Named) {
  const { deps, paths } = making
  const actor = await actorNow(deps.db, making.actor)
  const isFollowed = can(actor, 'follow', await loadDoc(deps.db, actor, id))
  const path = paths.docs.get(id) ?? ''
  const update = await orLost(readRoom(deps, id), path, named)
  if (!update) return
  const doc = readDocFrom(update)
  const people = await namesIn(deps, actor, doc)
  const words = await orTooLarge(markdownOf(making, id, doc, people), path, named)
  if (words) await add(path, words)
  const threads = isFollowed ? await exportedThreads(deps.db, id, update) : []
  const content: DocContent = { ...doc, title: doc.title.slice(0, lineLength), threads }
  await add(contentName(id), JSON.stringify(content))
  for (const file of filesIn(doc.body)) named.files.add(file)
  Object.assign(named.people, people)
}

async function addBoard(add: Add, making: Making, { id }: ExportBoard, named: Named) {
  const { deps, thread, paths, language } = making
  const actor = await actorNow(deps.db, making.actor)
  await loadRoom(deps.db, actor, 'board', id)
  const { path, content } = paths.boards.get(id) ?? noPaths
  const update = await orLost(deps.rooms.read(roomName('board', id)), path, named)
  if (!update) return
  const board = await orTooLarge(thread.run({ kind: 'open-board', update }), path, named)
  if (!board) return
  putComments(board, await exportedComments(deps.db, id))
  const people = await namesOf(deps, actor, peopleOnBoard(board))
  namePeople(board, people)
  nameOutcomes(board, new Map(making.found.outcomes.map((one) => [one.id, one.name])))
  const body = boardText(board, pageWords(language).board)
  const page = markdownOf(making, id, { title: board.title, body }, people)
  const said = await orTooLarge(page, path, named)
  if (said) await add(path, said)
  await add(content, JSON.stringify(board, null, 2))
  const shown = [...descriptionsOf(board).flatMap(filesIn), ...attachedTo(board)]
  for (const file of shown) named.files.add(file)
  Object.assign(named.people, people)
}

/** Null where it is damaged: one lost doc must not keep all the rest from going out. */
async function orLost<T>(reading: Promise<T>, path: string, named: Named): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof RoomDamaged)) throw error
    named.lost.push(path)
    return null
  }
}

/** The same of what is too large. */
async function orTooLarge<T>(writing: Promise<T>, path: string, named: Named): Promise<T | null> {
  try {
    return await writing
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too-large') throw error
    named.tooLarge.push(path)
    return null
  }
}

async function addFiles(add: Add, making: Making, named: Named) {
  const { deps, paths, found, language } = making
  const { lost, tooLarge } = named
  const docs = new Set(found.docs.map(({ id }) => id))
  for (const row of found.files) {
    if (!named.files.has(row.id)) continue
    const actor = await actorNow(deps.db, making.actor)
    if (docs.has(row.roomId)) await loadDoc(deps.db, actor, row.roomId)
    else await loadRoom(deps.db, actor, 'board', row.roomId)
    const path = paths.files.get(row.id) ?? ''
    const stored = await openKeptFile(deps, row)
    if (stored) await add(path, Readable.fromWeb(stored as never))
    else {
      named.missing.push(row.id)
      lost.push(path)
    }
  }
  const words = pageWords(language)
  const lists = [listOf(words.missing, lost), listOf(words.tooLarge, tooLarge)].filter(Boolean)
  if (lists.length > 0) await add('README.txt', lists.join('\n'))
}

const listOf = (words: string, paths: readonly string[]) =>
  paths.length > 0 ? [words, ...paths.map((path) => `- ${path}`), ''].join('\n') : ''

const manifestOf = ({ found, paths }: Making, named: Named): Manifest => ({
  atelier: 1,
  project: found.project,
  docs: found.docs.map(({ id, parent, title, template, restricted }) => ({
    id,
    parent,
    title,
    path: paths.docs.get(id) ?? '',
    template,
    restricted,
  })),
  outcomes: found.outcomes,
  boards: found.boards.map(
    ({ id, title }): BoardEntry => ({ id, title, ...(paths.boards.get(id) ?? noPaths) }),
  ),
  files: found.files
    .filter(({ id }) => named.files.has(id))
    .map(({ id, name }) => ({ id, name, path: paths.files.get(id) ?? '' })),
  missing: named.missing,
  people: named.people,
  leftOut: found.leftOut,
})

const markdownOf = (
  { thread, paths, origin, language }: Making,
  id: string,
  doc: ReadDoc,
  people: Record<string, string>,
): Promise<Uint8Array> =>
  thread.run({
    kind: 'write',
    format: 'md',
    ...doc,
    facts: {},
    files: [],
    people,
    words: pageWords(language),
    language,
    origin,
    paths: paths.from(id),
  })
