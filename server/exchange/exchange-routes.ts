import { Readable } from 'node:stream'
import { type Actor, can } from '@atelier/shared/access/can'
import { type ExportFormat, exportFormats, importBytes } from '@atelier/shared/exchange/exchange'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { readBytes } from '../http/read-bytes'
import { requireId } from '../http/require-id'
import { beginTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { loadMe } from '../people/person-queries'
import { tellProject } from '../projects/tell-project'
import { download, originOf } from './download'
import { asOneOf, type ExchangeThread, sharedExchangeThread } from './exchange-thread'
import { exchangeTurns } from './exchange-turns'
import { safeFileName } from './file-names'
import type { Found } from './jobs'
import { pageWords } from './page-words'
import { projectZip } from './project-zip'
import { storeImport } from './store-import'
import { writeDoc } from './write-doc'

const mimes: Record<ExportFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
}

export function exchangeRoutes(deps: Deps, shared = sharedExchangeThread()) {
  const turns = { docs: exchangeTurns(3, 3), imports: exchangeTurns(6, 3) }
  const beginZip = beginTurns(2)
  return (
    new Hono()
      .get('/docs/:id/export', withActor(deps), async (c) => {
        const { actor } = c.var
        const loaded = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
        const format = formatIn(c)
        const { language } = await loadMe(deps.db, actor.personId)
        const words = pageWords(language)
        const { title, bytes } = await turns.docs(actor.personId, () =>
          writeDoc(deps, asOneOf(shared, actor.personId), {
            actor,
            docId: loaded.id,
            format,
            language,
            origin: originOf(c, deps),
            withComments:
              format === 'docx' && c.req.query('comments') === '1' && can(actor, 'follow', loaded),
          }),
        )
        download(c, `${safeFileName(title, words.untitled)}.${format}`, mimes[format])
        return c.body(bytes)
      })

      .get('/projects/:id/export', withActor(deps), async (c) => {
        const { actor } = c.var
        const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
        const { language } = await loadMe(deps.db, actor.personId)
        const { untitled } = pageWords(language)
        const endZip = beginZip(actor.personId)
        const wishes = { origin: originOf(c, deps), language }
        const zip = await projectZip(
          deps,
          asOneOf(shared, actor.personId),
          actor,
          project,
          wishes,
        ).catch((error: unknown) => {
          endZip()
          throw error
        })
        zip.once('close', endZip)
        if (c.req.method === 'HEAD') zip.destroy()
        download(c, `${safeFileName(project.title, untitled)}.zip`, mimes.zip)
        return c.body(Readable.toWeb(zip) as ReadableStream<Uint8Array>)
      })

      /** The body is the file itself; `name` what it is called. */
      .post('/projects/:id/import', withActor(deps), async (c) => {
        const { actor } = c.var
        const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
        requireCan(actor, 'edit', project)
        const imported = await turns.imports(actor.personId, async () => {
          const thread = asOneOf(shared, actor.personId)
          return storeImport(deps, thread, actor, project, await readSent(c, deps, actor, thread))
        })
        tellProject(deps, project.id)
        return c.json(imported, 201)
      })
  )
}

/** What lies in the file that was sent. */
async function readSent(
  c: Context,
  deps: Deps,
  { personId }: Actor,
  thread: ExchangeThread,
): Promise<Found> {
  const bytes = await readBytes(c.req.raw, importBytes)
  if (bytes.length === 0) refuse('invalid', { fields: [{ field: 'file', problem: 'required' }] })
  const { language } = await loadMe(deps.db, personId)
  const name = (c.req.query('name') ?? '').slice(0, 300)
  const { untitled } = pageWords(language)
  return thread.run({ kind: 'read', name, bytes, untitled }, { givesAway: true })
}

const formatIn = (c: Context): ExportFormat =>
  exportFormats.find((format) => format === c.req.query('format')) ??
  refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })
