/** Where docs, boards and files lie in a project's zip: folders follow the tree. */
import { distinctNames, safeFileName } from './file-names'
import type { ExportFound } from './project-zip-queries'

export type ProjectPaths = {
  docs: ReadonlyMap<string, string>
  /** Each twice: as Markdown for people, and whole. */
  boards: ReadonlyMap<string, { path: string; content: string }>
  files: ReadonlyMap<string, string>
  /** Files by id, docs and boards by address, as they are written in the doc or board of this id. */
  from(roomId: string): Record<string, string>
}

export function pathsOf(
  { docs, boards, files }: Pick<ExportFound, 'docs' | 'boards' | 'files'>,
  untitled: { doc: string; board: string },
): ProjectPaths {
  const distinct = distinctNames()
  const stems = new Map<string, string>()
  for (const { id, parent, title } of docs) {
    const folder = parent === null ? '' : `${stems.get(parent) ?? ''}/`
    stems.set(id, distinct(`${folder}${safeFileName(title, untitled.doc)}.md`).slice(0, -3))
  }
  const docPaths = new Map(docs.map(({ id }) => [id, `${stems.get(id)}.md`]))
  const boardPaths = new Map(
    boards.map(({ id, title }) => {
      const path = distinct(`boards/${safeFileName(title, untitled.board)}.md`)
      return [id, { path, content: path.replace(/md$/, 'json') }]
    }),
  )
  const filePaths = new Map(
    files.map(({ id, name }) => [id, distinct(`attachments/${safeFileName(name, 'file')}`)]),
  )
  const all = [
    ...[...docPaths].map(([id, path]) => [`/docs/${id}`, path] as const),
    ...[...boardPaths].map(([id, { path }]) => [`/boards/${id}`, path] as const),
    ...filePaths,
  ].map(([key, path]) => [key, encodeURI(path)] as const)
  return {
    docs: docPaths,
    boards: boardPaths,
    files: filePaths,
    from(roomId) {
      const own = docPaths.get(roomId) ?? boardPaths.get(roomId)?.path ?? ''
      const depth = own.split('/').length - 1
      const up = '../'.repeat(depth)
      return Object.fromEntries(all.map(([key, path]) => [key, up + path]))
    },
  }
}
