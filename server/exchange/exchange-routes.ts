import { Readable } from 'node:stream'
import { type ExportFormat, exportFormats, importBytes } from '@atelier/shared/exchange/exchange'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { disposition } from '../files/file-name'
import type { Deps } from '../http/deps'
import { readBytes } from '../http/read-bytes'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { loadMe } from '../people/person-queries'
import { tellProject } from '../projects/tell-project'
import { sharedExchangeThread } from './exchange-thread'
import { safeFileName } from './file-names'
import { carriedFiles, docFrom, namesIn, readRoom } from './gather-doc'
import { pageWords } from './page-words'
import { projectZip } from './project-zip'
import { storeImport } from './store-import'

const mimes: Record<ExportFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
}

export const exchangeRoutes = (deps: Deps, thread = sharedExchangeThread()) =>
  new Hono()
    .get('/docs/:id/export', withActor(deps), async (c) => {
      const { actor } = c.var
      const loaded = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      const format = formatIn(c)
      const { language } = await loadMe(deps.db, actor.personId)
      const doc = docFrom(await readRoom(deps, loaded.id))
      const words = pageWords(language)
      const origin = originOf(c, deps)
      const bytes = await thread.run({
        kind: 'write',
        format,
        ...doc,
        facts: { source: `${origin}/docs/${loaded.id}` },
        files: await carriedFiles(deps, loaded.id, doc),
        people: await namesIn(deps, actor, doc),
        words,
        language,
        origin,
      })
      download(c, `${safeFileName(doc.title, words.untitled)}.${format}`, mimes[format])
      return c.body(new Uint8Array(bytes))
    })

    .get('/projects/:id/export', withActor(deps), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      const { language } = await loadMe(deps.db, actor.personId)
      const { untitled } = pageWords(language)
      const zip = await projectZip(deps, thread, actor, project, {
        origin: originOf(c, deps),
        language,
      })
      download(c, `${safeFileName(project.title, untitled)}.zip`, mimes.zip)
      return c.body(Readable.toWeb(zip) as ReadableStream<Uint8Array>)
    })

    /** The body is the file itself; `name` what it is called. */
    .post('/projects/:id/import', withActor(deps), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const bytes = await readBytes(c.req.raw, importBytes)
      if (bytes.length === 0)
        refuse('invalid', { fields: [{ field: 'file', problem: 'required' }] })
      const { language } = await loadMe(deps.db, actor.personId)
      const name = (c.req.query('name') ?? '').slice(0, 300)
      const { untitled } = pageWords(language)
      const found = await thread.run({ kind: 'read', name, bytes: new Uint8Array(bytes), untitled })
      const imported = await storeImport(deps, thread, actor, project, found)
      tellProject(deps, project.id)
      return c.json(imported, 201)
    })

const formatIn = (c: Context): ExportFormat =>
  exportFormats.find((format) => format === c.req.query('format')) ??
  refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })

/** A browser saves it and runs nothing of it. */
function download(c: Context, name: string, mime: string) {
  c.header('Content-Disposition', disposition('attachment', name))
  c.header('Content-Type', mime)
}

/** By which address this person came, or the first that is right. */
function originOf(c: Context, { origins }: Deps): string {
  const { host, protocol } = new URL(c.req.url)
  const asked = [`${protocol}//${host}`, `https://${host}`].find((origin) => origins.has(origin))
  return asked ?? [...origins][0] ?? ''
}
