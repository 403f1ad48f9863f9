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
  /** Where whole rows or columns of a table came or went. */
  lines?: { of: 'row' | 'column'; count: number }
}

export type VersionDifference = { title: TextRun[]; changes: ShownChange[]; merged: Merged }

export function versionDifference(
  a: VersionText,
  b: VersionText,
  writers: Writers,
): VersionDifference {
  const parts = docDifference(a.body, b.body).filter((change) => isSeen(a.body, b.body, change))
  const { changes, placeOf } = columnsAsOne(parts)
  const written = indexOfWriters(writers.written)
  const deleted = indexOfWriters(writers.deleted)
  const writersOf = ({ fromA, toA, fromB, toB }: DocChange) => [
    ...(toB > fromB ? writersBetween(b.written, written, fromB, toB) : []),
    ...(toA > fromA ? writersBetween(a.written, deleted, fromA, toA) : []),
  ]
  const merged = mergedDocs(a.body, b.body, parts)
  return {
    title: textDifference(a.title, b.title),
    changes: changes.map(([first, ...others]) => ({
      ...first,
      by: [...new Set([first, ...others].flatMap(writersOf))].flatMap(
        (place) => writers.people[place] ?? [],
      ),
      ...detailsOf(a.body, b.body, first),
    })),
    merged: {
      ...merged,
      parts: merged.parts.map((part) => ({ ...part, change: placeOf[part.change] ?? -1 })),
    },
  }
}

type Cells = [first: DocChange, ...others: DocChange[]]

/** A column is one change to whoever reads, not one in each row. `placeOf` each part: its change. */
function columnsAsOne(parts: readonly DocChange[]): { changes: Cells[]; placeOf: number[] } {
  const changes: Cells[] = []
  const known = new Map<unknown, Map<number, number>>()
  const placeOf = parts.map((part) => {
    if (!part.grid || part.column === undefined) return changes.push([part]) - 1
    const places = known.get(part.grid) ?? new Map<number, number>()
    known.set(part.grid, places)
    const place = places.get(part.column)
    if (place === undefined) places.set(part.column, changes.push([part]) - 1)
    else changes[place]?.push(part)
    return place ?? changes.length - 1
  })
  return { changes, placeOf }
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
  if (isOfBlocks(kind)) return linesOf(a, b, change)
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

const isOfBlocks = (kind: DocChange['kind']) => kind !== 'attributes' && kind !== 'formatting'

function linesOf(a: Node, b: Node, change: DocChange): Pick<ShownChange, 'lines'> {
  const { fromA, toA, fromB, toB, column } = change
  const { content } = toB > fromB ? b.slice(fromB, toB) : a.slice(fromA, toA)
  const isRow = content.firstChild?.type.spec.tableRole === 'row'
  if (!isRow && column === undefined) return {}
  return { lines: { of: isRow ? 'row' : 'column', count: content.childCount } }
}
