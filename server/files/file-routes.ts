import type { Actor } from '@atelier/shared/access/can'
import {
  type CopiedFiles,
  fileNameHeader,
  filesToCopy,
  type StoredFile,
} from '@atelier/shared/files/file'
import { Refusal, refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import type { Deps } from '../http/deps'
import { readBytes } from '../http/read-bytes'
import { requireId } from '../http/require-id'
import { takeTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { answerFile, answerThumbnail } from './answer-file'
import { requireRoomToday } from './daily-limit'
import { type FileRow, findFiles, insertFile } from './file-queries'
import { type FileRoom, loadFileRoom } from './file-room-queries'
import { storeFile } from './store-file'

const uploadsAtOnce = 6

export function fileRoutes(deps: Deps) {
  const atOnce = takeTurns(uploadsAtOnce)
  return (
    new Hono()
      /** The body is the file itself, whatever its type says. */
      .post('/rooms/:id/files', withActor(deps), async (c) => {
        const { actor } = c.var
        const room = await loadFileRoom(deps.db, actor, requireId(c.req.param('id')))
        requireMayAdd(room)
        const row = await atOnce(actor.personId, async () => {
          await requireRoomToday(deps.db, actor.personId)
          const bytes = await readBytes(c.req.raw, deps.fileLimitBytes)
          return storeFile(deps, {
            workspaceId: room.workspaceId,
            roomId: room.id,
            personId: actor.personId,
            name: readName(c),
            bytes,
          })
        })
        return c.json(sent(row), 201)
      })

      .post('/rooms/:id/files/copy', withActor(deps), withBody(filesToCopy), async (c) => {
        const { actor } = c.var
        const room = await loadFileRoom(deps.db, actor, requireId(c.req.param('id')))
        requireMayAdd(room)
        const found = await findFiles(deps.db, actor.workspaceId, c.req.valid('json').files)
        const answer: CopiedFiles = { files: {} }
        for (const row of await onlyReadable(deps, actor, found)) {
          answer.files[row.id] = sent(await inRoom(deps, actor, room, row))
        }
        return c.json(answer, 201)
      })

      .get('/files/:id', withActor(deps), async (c) =>
        answerFile(c, deps, await loadFile(deps, c.var.actor, requireId(c.req.param('id')))),
      )

      .get('/files/:id/thumbnail', withActor(deps), async (c) =>
        answerThumbnail(c, deps, await loadFile(deps, c.var.actor, requireId(c.req.param('id')))),
      )
  )
}

const requireMayAdd = ({ mayAdd }: FileRoom) => mayAdd || refuse('forbidden')

function readName(c: Context): string {
  try {
    return decodeURIComponent(c.req.header(fileNameHeader) ?? '')
  } catch {
    return refuse('invalid', { fields: [{ field: 'name', problem: 'invalid' }] })
  }
}

async function loadFile({ db }: Deps, actor: Actor, id: string): Promise<FileRow> {
  const [row] = await findFiles(db, actor.workspaceId, [id])
  if (!row) return refuse('not-found')
  await loadFileRoom(db, actor, row.roomId)
  return row
}

async function onlyReadable({ db }: Deps, actor: Actor, rows: FileRow[]): Promise<FileRow[]> {
  const roomIds = [...new Set(rows.map((row) => row.roomId))]
  const readable = new Set<string>()
  for (const roomId of roomIds) {
    if (await isReadable(loadFileRoom(db, actor, roomId))) readable.add(roomId)
  }
  return rows.filter((row) => readable.has(row.roomId))
}

/** The file itself where it is of that room already. */
async function inRoom({ db }: Deps, { personId }: Actor, room: FileRoom, row: FileRow) {
  if (row.roomId === room.id) return row
  const { id, createdAt, ...file } = row
  return insertFile(db, { ...file, roomId: room.id, createdBy: personId })
}

const isReadable = (room: Promise<FileRoom>) =>
  room.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'not-found') return false
      throw error
    },
  )

const sent = ({ id, name, mime, size, width, height }: FileRow): StoredFile => ({
  id,
  name,
  mime,
  size,
  width,
  height,
})
