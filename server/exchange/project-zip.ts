/** A whole project as one zip, written while it is sent: docs are read when their turn comes. */
import { Readable } from 'node:stream'
import type { Actor } from '@atelier/shared/access/can'
import type { ReadDoc } from '@atelier/shared/docs/read-body'
import {
  contentName,
  type DocContent,
  type Manifest,
  manifestName,
} from '@atelier/shared/exchange/manifest'
import type { Language } from '@atelier/shared/people/choices'
import { ZipFile } from 'yazl'
import type { LoadedProject } from '../access/project-access-queries'
import { openFile } from '../files/store-file'
import type { Deps } from '../http/deps'
import type { ExchangeThread } from './exchange-thread'
import { exportedThreads } from './exported-threads'
import { docFrom, namesIn, readRoom } from './gather-doc'
import { pageWords } from './page-words'
import { type ProjectPaths, pathsOf } from './project-paths'
import { type ExportFound, loadExport } from './project-zip-queries'

export type ProjectZipWishes = { origin: string; language: Language }
type Making = ProjectZipWishes & {
  deps: Deps
  thread: ExchangeThread
  actor: Actor
  paths: ProjectPaths
}

export async function projectZip(
  deps: Deps,
  thread: ExchangeThread,
  actor: Actor,
  project: LoadedProject,
  wishes: ProjectZipWishes,
): Promise<Readable> {
  const found = await loadExport(deps.db, actor, project.id)
  const paths = pathsOf(found, pageWords(wishes.language).untitled)
  const making = { ...wishes, deps, thread, actor, paths }
  const zip = new ZipFile()
  const out = new Readable().wrap(zip.outputStream)
  zip.on('error', (error: Error) => out.destroy(error))
  const add = (name: string, read: () => Promise<Readable>) =>
    // Nothing is read before the zip gets there; what goes wrong then ends the download.
    zip.addReadStreamLazy(name, { compress: !isPacked(name) }, (done) => {
      read().then(
        (stream) => done(null, stream),
        (error: Error) => zip.emit('error', error),
      )
    })
  zip.addBuffer(Buffer.from(JSON.stringify(manifestOf(found, paths), null, 2)), manifestName)
  for (const { id } of found.docs) {
    add(paths.docs.get(id) ?? '', async () => Readable.from([await markdownOf(making, id)]))
    add(contentName(id), async () => Readable.from([await contentOf(making, id)]))
  }
  for (const row of found.files) {
    add(paths.files.get(row.id) ?? '', async () =>
      Readable.fromWeb((await openFile(deps, row)) as never),
    )
  }
  zip.end()
  return out
}

const isPacked = (name: string) => /\.(png|jpe?g|gif|webp|zip|mp4|pdf|docx|xlsx|pptx)$/i.test(name)

const manifestOf = (found: ExportFound, paths: ProjectPaths): Manifest => ({
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
  files: found.files.map(({ id, name }) => ({ id, name, path: paths.files.get(id) ?? '' })),
  people: found.people,
  leftOut: found.leftOut,
})

async function markdownOf({ deps, thread, actor, paths, origin, language }: Making, id: string) {
  const doc: ReadDoc = docFrom(await readRoom(deps, id))
  return thread.run({
    kind: 'write',
    format: 'md',
    ...doc,
    facts: {},
    files: [],
    people: await namesIn(deps, actor, doc),
    words: pageWords(language),
    language,
    origin,
    paths: paths.from(id),
  })
}

async function contentOf({ deps }: Making, id: string): Promise<string> {
  const update = await readRoom(deps, id)
  const { title, body } = docFrom(update)
  const content: DocContent = { title, body, threads: await exportedThreads(deps.db, id, update) }
  return JSON.stringify(content)
}
