/**
 * A board as Focalboard exports it: a zip with a folder for each board, in it a line of JSON for the board and for
 * everything on it, and the bytes of its files. Archives of its first version are those lines alone.
 */
import { asText } from '@atelier/shared/boards/plain-values'
import type { ImportWords } from '../../page-words'
import { type Collected, folderOf, nameIn, skip } from '../pack'
import type { Draft, DraftColumn } from './draft'
import { aboutBoard } from './draft-about'
import { focalCard } from './focalboard-card'
import { focalColourOf, type Property, propertiesOf } from './focalboard-properties'
import { grouped, type Loose, recordAt, recordsIn, textsIn, wordsOf } from './loose-json'

/** Of an archive, or of lines that lie alone. `files` by their names in it. */
export type FocalPart = { records: Loose[]; files: ReadonlyMap<string, Uint8Array> }

/** The lines of a text, as far as they are JSON. */
export const linesIn = (text: string): Loose[] =>
  text.split('\n').flatMap((line) => {
    try {
      return recordsIn([JSON.parse(line)])
    } catch {
      return []
    }
  })

const isBoard = ({ type, data }: Loose) =>
  type === 'board' || (type === 'block' && recordAt({ data }, 'data').type === 'board')

export const isFocalLines = (records: readonly Loose[]): boolean => records.some(isBoard)

/** Each board of an unpacked archive, with the files beside it; empty where it is none. */
export function focalParts(
  files: ReadonlyMap<string, Uint8Array>,
  textOf: (bytes: Uint8Array) => string,
): FocalPart[] {
  return [...files].flatMap(([path, bytes]) => {
    if (nameIn(path) !== 'board.jsonl') return []
    const folder = folderOf(path)
    const beside = [...files].filter(([other]) => folderOf(other) === folder)
    const byName = new Map(beside.map(([other, content]) => [nameIn(other), content]))
    return { records: linesIn(textOf(bytes)), files: byName }
  })
}

type Wishes = { words: ImportWords; zone: string; into: Collected }

/** Of several boards the first that is no template; the others are named. */
export function readFocalboard(parts: readonly FocalPart[], wishes: Wishes): Draft | null {
  const found = parts.flatMap(boardsIn)
  const chosen = found.find(({ isTemplate }) => !isTemplate) ?? found[0]
  if (!chosen) return null
  for (const other of found) if (other !== chosen) skip(wishes.into, other.title, 'board-left')
  return draftOf(chosen, wishes)
}

type FoundBoard = {
  title: string
  description: string
  isTemplate: boolean
  properties: Property[]
  blocks: Loose[]
  files: FocalPart['files']
}

/** A board is a record of its own, or in older archives one of the blocks. */
function boardsIn({ records, files }: FocalPart): FoundBoard[] {
  const blocks = records
    .filter(({ type }) => type === 'block')
    .map((record) => recordAt(record, 'data'))
    .filter(({ deleteAt }) => !deleteAt)
  const boards = records.filter(isBoard).map((record) => recordAt(record, 'data'))
  return boards.map((board) => {
    const said = { ...recordAt(board, 'fields'), ...board }
    const id = asText(board.id)
    return {
      title: [asText(said.icon), wordsOf(board.title)].filter(Boolean).join(' '),
      description: asText(said.description),
      isTemplate: said.isTemplate === true,
      properties: propertiesOf(said.cardProperties),
      blocks: blocks.filter(({ boardId, rootId }) => asText(boardId ?? rootId) === id),
      files,
    }
  })
}

function draftOf(board: FoundBoard, { words, zone, into }: Wishes): Draft {
  const { title, properties, blocks, files } = board
  const views = blocks.filter(({ type }) => type === 'view')
  const view = boardView(views, properties) ?? views[0]
  const shown = recordAt(view, 'fields')
  const column = columnProperty(properties, asText(shown.groupById))
  if (views.length > 1) skip(into, title, 'views-left')
  const cards = inOrder(
    blocks.filter(({ type }) => type === 'card'),
    textsIn(shown.cardOrder),
  )
  const below = grouped(blocks, ({ parentId }) => asText(parentId))
  const labels = properties.filter(({ kind }) => kind === 'labels')
  const read = cards.map((card) =>
    focalCard(card, below.get(asText(card.id)) ?? [], {
      ...{ properties, column, files, words, zone, into },
    }),
  )
  const people = new Set(
    read.flatMap((card) => [...card.people, ...card.comments.map((c) => c.author)]),
  )
  people.delete('')
  const draft: Draft = {
    ...{ source: 'focalboard', title, isPlainText: false },
    columns: columnsOf(column, textsIn(shown.visibleOptionIds), {
      words,
      isAnyWithout: read.some((card) => card.column === ''),
    }),
    labels: labels.flatMap(({ id, options }) =>
      options.map((option) => ({
        ...{ key: `${id} ${option.id}`, name: option.value || words.label },
        colour: focalColourOf(option.colour),
      })),
    ),
    // It exports no names.
    people: [...people].map((key) => ({ key, name: key, knownAs: [] })),
    cards: read,
  }
  return aboutBoard(draft, board.description, words, into)
}

/** Of several the one that shows states. */
function boardView(views: readonly Loose[], properties: readonly Property[]): Loose | undefined {
  const states = new Set(properties.flatMap(({ id, kind }) => (kind === 'column' ? id : [])))
  const boards = views.filter((one) => recordAt(one, 'fields').viewType === 'board')
  return boards.find((one) => states.has(asText(recordAt(one, 'fields').groupById))) ?? boards[0]
}

/** By what the board was shown, or else the first of which cards have one. */
function columnProperty(properties: readonly Property[], shownBy: string): Property | null {
  const single = properties.filter(({ type }) => type === 'select')
  const called = single.find(({ kind }) => kind === 'column')
  return single.find(({ id }) => id === shownBy) ?? called ?? single[0] ?? null
}

function columnsOf(
  column: Property | null,
  visible: readonly string[],
  { words, isAnyWithout }: { words: ImportWords; isAnyWithout: boolean },
): DraftColumn[] {
  const place = (id: string) => (visible.includes(id) ? visible.indexOf(id) : visible.length)
  const options = [...(column?.options ?? [])].sort((a, b) => place(a.id) - place(b.id))
  const named = options.map(({ id, value }) => ({ key: id, name: value }))
  const without = {
    key: '',
    name: column ? words.without.replace('{name}', () => column.name) : words.board,
  }
  const all = isAnyWithout || named.length === 0 ? [without, ...named] : named
  return all.map((one) => ({ ...one, limit: null, isRemoved: false }))
}

/** As somebody put them, and what is new behind it. */
function inOrder(cards: readonly Loose[], order: readonly string[]): Loose[] {
  const places = new Map(order.map((id, nth) => [id, nth]))
  const place = ({ id }: Loose) => places.get(asText(id)) ?? order.length
  const made = ({ createAt }: Loose) => (typeof createAt === 'number' ? createAt : 0)
  return [...cards].sort((a, b) => place(a) - place(b) || made(a) - made(b))
}
