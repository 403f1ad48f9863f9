/** Where docs and files lie in a project's zip: folders follow the tree. */
import { distinctNames, safeFileName } from './file-names'
import type { ExportFound } from './project-zip-queries'

export type ProjectPaths = {
  docs: ReadonlyMap<string, string>
  files: ReadonlyMap<string, string>
  /** Files by id and docs by address, as they are written in the doc of this id. */
  from(docId: string): Record<string, string>
}

export function pathsOf(
  { docs, files }: Pick<ExportFound, 'docs' | 'files'>,
  untitled: string,
): ProjectPaths {
  const distinct = distinctNames()
  const stems = new Map<string, string>()
  for (const { id, parent, title } of docs) {
    const folder = parent === null ? '' : `${stems.get(parent) ?? ''}/`
    stems.set(id, distinct(`${folder}${safeFileName(title, untitled)}.md`).slice(0, -3))
  }
  const docPaths = new Map(docs.map(({ id }) => [id, `${stems.get(id)}.md`]))
  const filePaths = new Map(
    files.map(({ id, name }) => [id, distinct(`attachments/${safeFileName(name, 'file')}`)]),
  )
  const all = [...[...docPaths].map(([id, path]) => [`/docs/${id}`, path] as const), ...filePaths]
  return {
    docs: docPaths,
    files: filePaths,
    from(docId) {
      const depth = (docPaths.get(docId) ?? '').split('/').length - 1
      const up = '../'.repeat(depth)
      return Object.fromEntries(all.map(([key, path]) => [key, up + encodeURI(path)]))
    },
  }
}
