/** What is on a wall, or in a pad, read from its room's Y.Doc. How it lies there: wall-shape.ts. */
import * as Y from 'yjs'
import { gather } from '../basics/gather'
import { readText } from '../boards/plain-values'
import { sameFields, shared } from '../boards/sharing'
import { cut, type Note, readNote, readSpot, short } from './note'
import { type Entry, entryOf, rootOf, type Spot, type WallRoot, wallLimits } from './wall-shape'

/** `notes` in their turn. */
export type Group = { id: string; title: string; spot: Spot; notes: readonly Note[] }
/** Between notes or groups that are there. */
export type Link = { id: string; from: string; to: string }

/** Without what is taken off. In the order of ids: whatever is moved or written keeps its place in the lists. */
export type Wall = {
  title: string
  notes: readonly Note[]
  byId: ReadonlyMap<string, Note>
  groups: readonly Group[]
  links: readonly Link[]
}

/**
 * Pure; never throws, whatever the document holds. What did not change since `previous` stays the same object. Where
 * `touched` says which notes may have changed since then, no other is read.
 */
export function readWall(doc: Y.Doc, previous?: Wall, touched?: ReadonlySet<string>): Wall {
  const groups = entriesIn(doc, 'groups')
  const byId = readNotes(doc, groups, previous, touched)
  const notes = byId === previous?.byId ? previous.notes : [...byId.values()].sort(byIds)
  const wall = {
    title: readTitle(doc),
    notes,
    byId,
    groups: shared(previous?.groups, readGroups(groups, notes)),
    links: shared(
      previous?.links,
      readLinks(doc, (id) => byId.has(id) || groups.has(id)),
    ),
  }
  return previous && isSame(previous, wall) ? previous : wall
}

const parts = ['title', 'notes', 'groups', 'links'] as const
const isSame = (a: Wall, b: Wall) => parts.every((part) => a[part] === b[part])

function readTitle(doc: Y.Doc): string {
  const found = doc.share.get('title')
  const usable = found instanceof Y.Text || found?.constructor === Y.AbstractType
  return usable ? cut(readText(doc.getText('title')), wallLimits.title) : ''
}

type Entries = ReadonlyMap<string, Entry>

function entriesIn(doc: Y.Doc, root: WallRoot): Entries {
  const found: [string, Entry][] = []
  rootOf(doc, root)?.forEach((entry, id) => {
    if (isThere(entry)) found.push([id, entry])
  })
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isThere = (entry: unknown): entry is Entry => entry instanceof Y.Map && !entry.has('removed')

function readNotes(
  doc: Y.Doc,
  groups: Entries,
  previous?: Wall,
  touched?: ReadonlySet<string>,
): ReadonlyMap<string, Note> {
  const noteOf = (id: string, entry: Entry): Note => {
    const read = readNote(id, entry)
    const note = groups.has(read.group ?? '') ? read : { ...read, group: null }
    const before = previous?.byId.get(id)
    return before && sameFields(before, note) ? before : note
  }
  const sameGroups = previous?.groups.every(({ id }) => groups.has(id))
  if (!previous || !touched || !sameGroups || previous.groups.length !== groups.size) {
    const all = new Map([...entriesIn(doc, 'notes')].map(([id, entry]) => [id, noteOf(id, entry)]))
    return previous && sameMap(previous.byId, all) ? previous.byId : all
  }
  const changed = [...touched].flatMap((id): [string, Note | undefined][] => {
    const entry = entryOf(doc, 'notes', id)
    const note = isThere(entry) ? noteOf(id, entry) : undefined
    return note === previous.byId.get(id) ? [] : [[id, note]]
  })
  if (changed.length === 0) return previous.byId
  const notes = new Map(previous.byId)
  for (const [id, note] of changed) note ? notes.set(id, note) : notes.delete(id)
  return notes
}

const sameMap = (a: ReadonlyMap<string, Note>, b: ReadonlyMap<string, Note>) =>
  a.size === b.size && [...b].every(([id, note]) => a.get(id) === note)

const byIds = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** The turn of notes in a group, the same for everybody: as they came into it. */
const byTurn = (a: Note, b: Note) => a.spot.z - b.spot.z || byIds(a, b)

function readGroups(groups: Entries, notes: readonly Note[]): Group[] {
  const inside = new Map<string, Note[]>()
  for (const note of notes) if (note.group !== null) gather(inside, note.group, note)
  return [...groups].map(([id, entry]) => ({
    id,
    title: cut(readText(entry.get('title')), wallLimits.title),
    spot: readSpot(entry.get('spot')),
    notes: (inside.get(id) ?? []).sort(byTurn),
  }))
}

function readLinks(doc: Y.Doc, isOnWall: (id: string) => boolean): Link[] {
  return [...entriesIn(doc, 'links')].flatMap(([id, entry]) => {
    const [from, to] = [short(entry.get('from')), short(entry.get('to'))]
    return from && to && from !== to && isOnWall(from) && isOnWall(to) ? [{ id, from, to }] : []
  })
}
