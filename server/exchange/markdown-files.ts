/** A doc as one Markdown file, or as a zip with what is in it beside it. */
import { markdownFile } from '@atelier/shared/docs/markdown-from-body'
import { distinctNames, safeFileName } from './file-names'
import type { CarriedFile, WriteJob } from './jobs'
import { type Packed, zipOf } from './zip-out'

const encoder = new TextEncoder()

export const writeMarkdownFile = (job: WriteJob): Uint8Array =>
  markdownOf(job, (id) => job.paths?.[id] ?? `${job.origin}/api/files/${id}`)

export function writeMarkdownZip(job: WriteJob): Promise<Uint8Array> {
  const { paths, packed } = packFiles(job.files)
  const doc = markdownOf(job, (id) => paths.get(id) ?? `${job.origin}/api/files/${id}`)
  return zipOf([
    { name: `${safeFileName(job.title, job.words.untitled)}.md`, bytes: doc },
    ...packed,
  ])
}

function markdownOf(
  { title, facts, body, people, origin, paths }: WriteJob,
  fileAt: (id: string) => string,
) {
  const wishes = {
    fileAt,
    nameOf: (id: string) => people[id] ?? '',
    linkTo: (address: string) => paths?.[address] ?? paths?.[boardAt(address)] ?? origin + address,
  }
  return encoder.encode(markdownFile({ title, ...facts }, body, wishes))
}

/** Each under a name of its own in `files/`. */
function packFiles(files: readonly CarriedFile[]): {
  paths: Map<string, string>
  packed: Packed[]
} {
  const distinct = distinctNames()
  const named = files.map((file) => ({
    ...file,
    path: `files/${distinct(safeFileName(file.name, 'file'))}`,
  }))
  return {
    paths: new Map(named.map(({ id, path }) => [id, encodeURI(path)])),
    packed: named.map(({ path, bytes }) => ({ name: path, bytes })),
  }
}

/** A card or a column lies in its board. */
const boardAt = (address: string) => address.replace(/\?(card|column)=[\w-]+$/, '')
