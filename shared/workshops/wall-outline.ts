/** A wall as it is read from the top: by topic and group, or by votes. What a list shows, and a screen reader says. */
import type { Note } from './note'
import type { Stage, Topic } from './stage'
import type { Group, Wall } from './wall'
import { gridStep } from './wall-places'
import type { Spot } from './wall-shape'

/** A group, or a note in none. */
export type Entry =
  | { kind: 'group'; id: string; group: Group }
  | { kind: 'note'; id: string; note: Note }

/**
 * `topic` null: the heap of a stage without topics, or what of it belongs to none of them. `stage` null as well: groups
 * of notes from several of these places, and notes of no stage of this agenda.
 */
export type Section = {
  key: string
  stage: Stage | null
  topic: Topic | null
  entries: Entry[]
}

/** Row by row; what lies a little higher in the same row is not before what lies left of it. */
export function inReadingOrder<T extends { id: string; spot: Spot }>(things: readonly T[]): T[] {
  const rowOf = ({ spot }: T) => Math.round((spot.y / gridStep) * 2)
  return [...things].sort(
    (a, b) =>
      rowOf(a) - rowOf(b) ||
      a.spot.x - b.spot.x ||
      a.spot.y - b.spot.y ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** Stages that bring notes onto the wall. */
const bringsNotes = ({ kind }: Pick<Stage, 'kind'>) => kind === 'ideate' || kind === 'round-robin'

/**
 * Every note and group once; within a section, groups first. Topics, and stages that bring notes and have none, are
 * there also while they are empty: of the stages up to `until`, or all of them.
 */
export function outlineOf(
  { notes, groups }: Pick<Wall, 'notes' | 'groups'>,
  stages: readonly Stage[],
  until?: string | null,
): Section[] {
  const sections = stages.flatMap((stage) => sectionsOf(stage))
  const elsewhere: Section = { key: 'elsewhere', stage: null, topic: null, entries: [] }
  const byKey = new Map(sections.map((section) => [section.key, section]))
  const homeOf = ({ stage, topic }: Note): Section =>
    byKey.get(keyOf(stage, topic)) ?? byKey.get(keyOf(stage, null)) ?? elsewhere
  for (const group of inReadingOrder(groups)) {
    const [home, ...others] = new Set(group.notes.map(homeOf))
    const section = home && others.length === 0 ? home : elsewhere
    section.entries.push({ kind: 'group', id: group.id, group })
  }
  for (const note of inReadingOrder(notes.filter((one) => one.group === null)))
    homeOf(note).entries.push({ kind: 'note', id: note.id, note })
  const last = stages.findIndex(({ id }) => id === until)
  const begun = new Set(last < 0 ? stages : stages.slice(0, last + 1))
  const isPlace = ({ stage, topic }: Section) =>
    stage !== null && begun.has(stage) && (topic !== null || isHeap(stage))
  const shown = [elsewhere, ...sections].filter(
    (section) => section.entries.length > 0 || isPlace(section),
  )
  // An agenda that asks for no notes still has a wall.
  return shown.length > 0 ? shown : sections.filter(({ stage }) => stage?.id === until)
}

const isHeap = (stage: Stage) => bringsNotes(stage) && (stage.rules.topics ?? []).length === 0

function sectionsOf(stage: Stage): Section[] {
  const topics = bringsNotes(stage) ? (stage.rules.topics ?? []) : []
  return [...topics, null].map((topic) => ({
    key: keyOf(stage.id, topic?.key ?? null),
    stage,
    topic,
    entries: [],
  }))
}

const keyOf = (stageId: string, topic: string | null) => `${stageId} ${topic ?? ''}`

/** What has the most dots first; what has as many, as it is read on the wall. `totals` by note or group. */
export function byVotes(
  { notes, groups }: Pick<Wall, 'notes' | 'groups'>,
  totals: Readonly<Record<string, number>>,
): Entry[] {
  const entries: Entry[] = [
    ...inReadingOrder(groups).map((group): Entry => ({ kind: 'group', id: group.id, group })),
    ...inReadingOrder(notes.filter((note) => note.group === null)).map(
      (note): Entry => ({ kind: 'note', id: note.id, note }),
    ),
  ]
  const dots = ({ id }: Entry) => totals[id] ?? 0
  return entries.sort((a, b) => dots(b) - dots(a))
}

/**
 * Where two neighbours lie after the one has taken the place of the other: in a group they change turns (`z`), outside
 * of it places. Never the same as before.
 */
export function swapped(note: Note, other: Note): { id: string; spot: Spot }[] {
  const [a, b] = [note.spot, other.spot]
  if (note.group !== null) {
    const nudge = a.z === b.z ? (note.id < other.id ? 0.5 : -0.5) : 0
    return [
      { id: note.id, spot: { ...a, z: b.z + nudge } },
      { id: other.id, spot: { ...b, z: a.z } },
    ]
  }
  const isSame = a.x === b.x && a.y === b.y
  const nudge = isSame ? (note.id < other.id ? 1 : -1) : 0
  return [
    { id: note.id, spot: { ...a, x: b.x + nudge, y: b.y } },
    { id: other.id, spot: { ...b, x: a.x, y: a.y } },
  ]
}
