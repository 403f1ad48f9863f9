/** One board in, from another program or a table, and out again. */
import type { Actor } from '@atelier/shared/access/can'
import { firstColumns } from '@atelier/shared/boards/first-columns'
import {
  type BoardFormat,
  type BoardImportState,
  boardFormats,
  boardPlan,
  type ImportProgress,
  planBytes,
} from '@atelier/shared/exchange/board-import'
import { importBytes } from '@atelier/shared/exchange/exchange'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { type Context, Hono } from 'hono'
import { type LoadedProject, loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { disposition } from '../files/file-name'
import type { Deps } from '../http/deps'
import { readBytes } from '../http/read-bytes'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { listOutcomes, outcomeNames } from '../outcomes/outcome-queries'
import { loadMe } from '../people/person-queries'
import { loadRoom } from '../projects/room-queries'
import { tellProject } from '../projects/tell-project'
import { asOneOf, type ExchangeThread, sharedExchangeThread } from './exchange-thread'
import { exchangeTurns } from './exchange-turns'
import { nameOutcomes, namePeople, peopleOnBoard, putComments } from './exported-board'
import { exportedComments } from './exported-comments'
import { safeFileName } from './file-names'
import { namesOf } from './gather-doc'
import { answerInLines, type ImportCourse, silentCourse } from './import-course'
import type { BoardJob } from './jobs'
import { loadMembers } from './member-queries'
import { pageWords } from './page-words'
import { storeImport } from './store-import'
import { mayUndo, undoImport } from './undo-import-queries'

const mimes: Record<BoardFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

export function boardExchangeRoutes(deps: Deps, shared = sharedExchangeThread()) {
  const turns = { out: exchangeTurns(3, 3), in: exchangeTurns(6, 3) }
  const writable = async (actor: Actor, id: string | undefined) => {
    const loaded = await loadProject(deps.db, actor, requireId(id))
    requireCan(actor, 'edit', loaded)
    return loaded
  }
  return (
    new Hono()
      /** What is in a file; nothing of it is kept. The body is a plan in one line, and then the file. */
      .post('/projects/:id/boards/look', withActor(deps), async (c) => {
        const { actor } = c.var
        const into = await writable(actor, c.req.param('id'))
        const look = await turns.in(actor.personId, async () => {
          const job = await sentBoard(c, deps, actor, into)
          const thread = asOneOf(shared, actor.personId)
          return thread.run({ ...job, kind: 'look-board' }, { givesAway: true })
        })
        return c.json(look)
      })

      .post('/projects/:id/boards/import', withActor(deps), async (c) => {
        const { actor } = c.var
        const into = await writable(actor, c.req.param('id'))
        const bring = async (course: ImportCourse) => {
          const imported = await turns.in(actor.personId, async () => {
            const job = await sentBoard(c, deps, actor, into)
            const thread = inCourse(asOneOf(shared, actor.personId), course)
            course.tell({ step: 'reading', done: 0, of: 0 })
            const found = await thread.run({ ...job, kind: 'read-board' }, { givesAway: true })
            const stored = await storeImport(deps, thread, actor, into, found, course)
            return stored.boards.length > 0 ? stored : refuse('too-large')
          })
          tellProject(deps, into.id)
          return imported
        }
        if (c.req.query('progress') !== undefined) return answerInLines(c, deps.log, bring)
        return c.json(await bring(silentCourse), 201)
      })

      .get('/boards/:id/import', withActor(deps), async (c) => {
        const { actor } = c.var
        const room = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
        const state: BoardImportState = {
          mayUndo: room.access === 'write' && (await mayUndo(deps.db, room.id, actor.personId)),
        }
        return c.json(state)
      })

      /** The whole board goes for good, as long as nobody else has written on it. */
      .delete('/boards/:id/import', withActor(deps), async (c) => {
        const { actor } = c.var
        const room = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
        requireCan(actor, 'edit', await loadProject(deps.db, actor, room.project.id))
        await undoImport(deps.db, room.id, actor.personId)
        deps.accessChanges.report({ roomIds: [room.id] })
        tellProject(deps, room.project.id)
        return c.body(null, 204)
      })

      .get('/boards/:id/export', withActor(deps), async (c) => {
        const { actor } = c.var
        const room = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
        const format = formatIn(c)
        const { language } = await loadMe(deps.db, actor.personId)
        const words = pageWords(language)
        const { title, bytes } = await turns.out(actor.personId, async () => {
          const thread = asOneOf(shared, actor.personId)
          const update = await deps.rooms.read(roomName('board', room.id))
          const board = await thread.run({ kind: 'open-board', update })
          putComments(board, await exportedComments(deps.db, room.id))
          namePeople(board, await namesOf(deps, actor, peopleOnBoard(board)))
          nameOutcomes(board, await outcomeNames(deps.db, room.project.id))
          const wish = { format, board, words: words.table }
          return { title: board.title, bytes: await thread.run({ kind: 'write-board', ...wish }) }
        })
        const name = `${safeFileName(title, words.board.untitled)}.${format}`
        c.header('Content-Disposition', disposition('attachment', name))
        c.header('Content-Type', mimes[format])
        return c.body(new Uint8Array(bytes))
      })
  )
}

/** Tells how far each job is, and begins none once it was cancelled. */
const inCourse = (thread: ExchangeThread, course: ImportCourse): ExchangeThread => ({
  ...thread,
  run(job, wish) {
    course.goOn()
    const onProgress = (progress: unknown) => course.tell(progress as ImportProgress)
    return thread.run(job, { ...wish, onProgress })
  },
})

const formatIn = (c: Context): BoardFormat =>
  boardFormats.find((format) => format === c.req.query('format')) ??
  refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })

async function sentBoard(
  c: Context,
  deps: Deps,
  actor: Actor,
  project: LoadedProject,
): Promise<Omit<BoardJob, 'kind'>> {
  const sent = await readBytes(c.req.raw, importBytes + planBytes)
  const end = sent.subarray(0, planBytes).indexOf('\n')
  const plan = boardPlan.safeParse(jsonOf(sent.subarray(0, Math.max(0, end)).toString('utf8')))
  if (!plan.success) refuse('invalid', { fields: [{ field: 'plan', problem: 'unknown' }] })
  const bytes = new Uint8Array(sent.subarray(end + 1))
  if (bytes.length === 0) refuse('invalid', { fields: [{ field: 'file', problem: 'required' }] })
  const { language } = await loadMe(deps.db, actor.personId)
  return {
    ...{ bytes, language, plan: plan.data ?? refuse('invalid') },
    name: (c.req.query('name') ?? '').slice(0, 300),
    members: await loadMembers(deps.db, project.id),
    outcomes: (await listOutcomes(deps.db, project.id)).map(({ id, name }) => ({ id, name })),
    words: pageWords(language).imported,
    columns: firstColumns[language],
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever sends no plan in the first line is told so.
    return null
  }
}
