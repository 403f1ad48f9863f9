/** A body that was brought in, once it is known what its files are and who of its people are here. */
import type { JSONContent } from '@tiptap/core'
import type { KeptFile } from '../files/store-file'
import type { UsedFile } from './kept-file-queries'
import { neverEmpty } from './never-empty'

export type Here = {
  /** Left out where a file could not be kept. */
  files: ReadonlyMap<string, KeptFile>
  people: ReadonlySet<string>
  /** Those of them who may read the project. */
  readers: ReadonlySet<string>
  /** What outcomes are called here by the ids they had. */
  outcomes: ReadonlyMap<string, string>
}

/** Those of these files that are kept, each once. */
export const keptIn = (ids: readonly string[], { files }: Here): UsedFile[] =>
  [...new Set(ids)].flatMap((id) => {
    const kept = files.get(id)
    return kept ? [{ id, kept }] : []
  })

export const settleBody = (body: JSONContent, here: Here): JSONContent => ({
  ...body,
  content: settled(body.content ?? [], here),
})

const settled = (nodes: readonly JSONContent[], here: Here): JSONContent[] =>
  neverEmpty(
    nodes,
    nodes.flatMap((node) => settledNode(node, here)),
  )

function settledNode(node: JSONContent, here: Here): JSONContent[] {
  if (node.type === 'picture' || node.type === 'attachment') return fileNode(node, here)
  const content = node.content && { content: settled(node.content, here) }
  if (node.type !== 'taskItem') return [{ ...node, ...content }]
  const assignee = here.people.has(node.attrs?.assignee) ? node.attrs?.assignee : null
  return [{ ...node, attrs: { ...node.attrs, assignee }, ...content }]
}

/** As the bytes say: what only called itself a picture is a file. */
function fileNode(node: JSONContent, { files }: Here): JSONContent[] {
  const id: string = node.attrs?.file
  const kept = files.get(id)
  if (!kept) return []
  const { name, mime, size, width, height } = kept
  if (node.type === 'picture' && width !== null && width !== undefined) {
    return [{ type: 'picture', attrs: { ...node.attrs, pixelWidth: width, pixelHeight: height } }]
  }
  return [{ type: 'attachment', attrs: { file: id, name: node.attrs?.name || name, mime, size } }]
}

/** Everybody a body names by id. */
export function peopleIn(body: JSONContent): string[] {
  const found = new Set<string>()
  const look = (node: JSONContent) => {
    if (node.type === 'mention' && node.attrs?.kind === 'person') found.add(node.attrs.id)
    if (node.attrs?.assignee) found.add(node.attrs.assignee)
    for (const child of node.content ?? []) look(child)
  }
  look(body)
  return [...found]
}
