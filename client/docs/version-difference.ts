/** What is different between two versions, as people look at it. */
import { indexOfWriters, writersBetween } from '@atelier/shared/docs/authorship'
import type { DocChange } from '@atelier/shared/docs/doc-change'
import { docDifference } from '@atelier/shared/docs/doc-difference'
import { type Merged, mergedDocs } from '@atelier/shared/docs/merged-docs'
import { type TextRun, textDifference } from '@atelier/shared/docs/text-difference'
import type { Writers } from '@atelier/shared/docs/version'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { Mark, Node } from '@tiptap/pm/model'
import type { VersionText } from './version-text'

export type ShownChange = DocChange & {
  /** Who made it, whoever made most of it first; empty where nobody knows. */
  by: PresentPerson[]
  /** For `formatting`: names of marks that came, and that went. */
  marks?: { added: string[]; removed: string[] }
  /** For `attributes`: what kind of block it was, and is. */
  blocks?: { before: Node; after: Node }
}

export type VersionDifference = { title: TextRun[]; changes: ShownChange[]; merged: Merged }

export function versionDifference(
  a: VersionText,
  b: VersionText,
  writers: Writers,
): VersionDifference {
  const changes = docDifference(a.body, b.body).filter((change) => isSeen(a.body, b.body, change))
  const written = indexOfWriters(writers.written)
  const deleted = indexOfWriters(writers.deleted)
  const byOf = ({ fromA, toA, fromB, toB }: DocChange): PresentPerson[] => {
    const wrote = toB > fromB ? writersBetween(b.written, written, fromB, toB) : []
    const took = toA > fromA ? writersBetween(a.written, deleted, fromA, toA) : []
    return [...new Set([...wrote, ...took])].flatMap((place) => writers.people[place] ?? [])
  }
  return {
    title: textDifference(a.title, b.title),
    changes: changes.map((change) => ({
      ...change,
      by: byOf(change),
      ...detailsOf(a.body, b.body, change),
    })),
    merged: mergedDocs(a.body, b.body, changes),
  }
}

/** How wide columns are drawn is nothing anybody wrote. */
function isSeen(a: Node, b: Node, { kind, fromA, fromB }: DocChange): boolean {
  if (kind !== 'attributes') return true
  const [before, after] = [a.nodeAt(fromA), b.nodeAt(fromB)]
  const seen = (node: Node | null) => JSON.stringify({ ...node?.attrs, colwidth: null })
  return before?.type !== after?.type || seen(before) !== seen(after)
}

function detailsOf(a: Node, b: Node, change: DocChange): Partial<ShownChange> {
  const { kind, fromA, fromB } = change
  const [before, after] = [a.nodeAt(fromA), b.nodeAt(fromB)]
  if (!before || !after) return {}
  if (kind === 'attributes') return { blocks: { before, after } }
  if (kind !== 'formatting') return {}
  const namesOf = (marks: readonly Mark[], but: readonly Mark[]) =>
    marks.filter((mark) => !mark.isInSet(but)).map(({ type }) => type.name)
  return {
    marks: {
      added: namesOf(after.marks, before.marks),
      removed: namesOf(before.marks, after.marks),
    },
  }
}
