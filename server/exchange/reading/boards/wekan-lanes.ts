/** Lists and lanes of WeKan’s as columns and labels here. */
import { asText } from '@atelier/shared/boards/plain-values'
import type { Draft, DraftColumn } from './draft'
import { byPosition, type Loose, recordAt, recordsIn, wordsOf } from './loose-json'
import { wekanColourOf } from './wekan-colours'

export const idOf = ({ _id, id }: Loose) => asText(_id) || asText(id)

export type Lanes = {
  labels: Draft['labels']
  /** The label of a card's lane, if lanes are labels. */
  labelOf(card: Loose): string[]
  isArchived(card: Loose): boolean
  nth(card: Loose): number
}

/** Rows of a board here are its labels, among others; one lane alone says nothing. */
export function lanesOf(json: Loose, cards: readonly Loose[]): Lanes {
  const lanes = byPosition(recordsIn(json.swimlanes), 'sort').filter((lane) => idOf(lane) !== '')
  const used = new Set(cards.map(laneOf))
  const shown = lanes.filter((lane) => used.has(idOf(lane)))
  const several = shown.length > 1 ? shown : []
  const keys = new Map(several.map((lane) => [idOf(lane), `lane ${idOf(lane)}`]))
  const places = new Map(lanes.map((lane, nth) => [idOf(lane), nth]))
  const archived = new Set(lanes.filter((lane) => lane.archived === true).map(idOf))
  return {
    labels: several.map((lane) => ({
      key: keys.get(idOf(lane)) ?? '',
      name: wordsOf(lane.title),
      colour: wekanColourOf(lane.color) ?? 'teal',
    })),
    labelOf: (card) => [keys.get(laneOf(card)) ?? []].flat(),
    isArchived: (card) => archived.has(laneOf(card)),
    nth: (card) => places.get(laneOf(card)) ?? lanes.length,
  }
}

const laneOf = ({ swimlaneId }: Loose) => asText(swimlaneId)

/** Newer boards have lists of their own in each lane: those of one name are one column here. */
export function columnsOf(json: Loose) {
  const columns: DraftColumn[] = []
  const keys = new Map<string, string>()
  const byName = new Map<string, { key: string; lanes: Set<string> }>()
  for (const list of byPosition(recordsIn(json.lists), 'sort')) {
    const { title, archived, wipLimit } = list
    const name = wordsOf(title)
    const isRemoved = archived === true
    const called = `${isRemoved} ${name}`
    const same = byName.get(called)
    const lane = laneOf(list)
    if (same && lane !== '' && !same.lanes.has('') && !same.lanes.has(lane)) {
      same.lanes.add(lane)
      keys.set(idOf(list), same.key)
      continue
    }
    keys.set(idOf(list), idOf(list))
    if (!same) byName.set(called, { key: idOf(list), lanes: new Set([lane]) })
    columns.push({ key: idOf(list), name, limit: limitIn(wipLimit), isRemoved })
  }
  const columnOf = ({ listId }: Loose) => keys.get(asText(listId)) ?? asText(listId)
  return { columns, columnOf }
}

function limitIn(wipLimit: unknown): number | null {
  const { enabled, value } = recordAt({ wipLimit }, 'wipLimit')
  return enabled === true && typeof value === 'number' ? value : null
}
