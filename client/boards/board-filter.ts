/** Which cards a filter leaves: compiled once, then asked of thousands of cards. */
import type { Board, Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import type { Label } from '@atelier/shared/boards/label'
import { type BoardFilter, me, nobody, noOutcome } from '@atelier/shared/boards/view'
import { spanOf } from './due-spans'

export const isFiltering = (filter: BoardFilter): boolean =>
  filter.text.trim() !== '' ||
  chosenIn.some((list) => filter[list].length > 0) ||
  filter.done !== null ||
  filter.openItems

const chosenIn = ['people', 'labels', 'outcomes', 'due', 'columns'] as const

type Matches = (card: Card) => boolean

/** What a filter is about, beside the card itself. */
export type FilterWorld = {
  labels: readonly Label[]
  columns: readonly Pick<Column, 'id' | 'done'>[]
  people: ReadonlyMap<string, { name: string }>
  /** The id of whoever looks. */
  me: string
  /** As `YYYY-MM-DD`. */
  today: string
}

export function compileFilter(filter: BoardFilter, world: FilterWorld): Matches {
  const tests = [
    ...wordTests(filter.text, world),
    ...peopleTests(filter.people, world.me),
    ...labelTests(filter),
    ...outcomeTests(filter),
    ...dueTests(filter, world.today),
    ...columnTests(filter, world.columns),
    ...(filter.openItems ? [hasOpenItems] : []),
  ]
  if (tests.length === 0) return everything
  return (card) => tests.every((test) => test(card))
}

const everything: Matches = () => true

/** Every word must be in the title or in a label's name, whatever its case and accents. */
function wordTests(text: string, world: FilterWorld): Matches[] {
  return folded(text)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const asked = word.length > 1 ? word[0] : ''
      const elsewhere =
        asked === '@'
          ? hasPerson(word.slice(1), world)
          : asked === '#'
            ? hasLabel(word.slice(1), world, 'starts')
            : hasLabel(word, world, 'has')
      return (card) => foldedTitle(card).includes(word) || elsewhere(card)
    })
}

/** `#urgent-now` also finds a label of several words. */
function hasLabel(word: string, { labels }: FilterWorld, how: 'starts' | 'has'): Matches {
  const fits = ({ name }: Label) => {
    const written = folded(name)
    if (how === 'has') return written.includes(word)
    return written.startsWith(word) || joined(written).startsWith(joined(word))
  }
  const found = new Set(labels.filter(fits).map(({ id }) => id))
  return found.size === 0 ? nothing : (card) => card.labels.some((id) => found.has(id))
}

/** By the beginning of any part of their name; `@me` is whoever looks. */
function hasPerson(word: string, { people, me: self }: FilterWorld): Matches {
  if (word === me) return (card) => card.assignees.includes(self)
  const fits = (name: string) =>
    joined(folded(name)).startsWith(joined(word)) ||
    folded(name)
      .split(/\s+/)
      .some((part) => part.startsWith(word))
  const found = new Set([...people].flatMap(([id, { name }]) => (fits(name) ? id : [])))
  return found.size === 0 ? nothing : (card) => card.assignees.some((id) => found.has(id))
}

const nothing: Matches = () => false

function peopleTests(chosen: readonly string[], self: string): Matches[] {
  if (chosen.length === 0) return []
  const people = new Set(chosen.map((id) => (id === me ? self : id)))
  const orNobody = people.has(nobody)
  return [
    ({ assignees }) =>
      assignees.length === 0 ? orNobody : assignees.some((person) => people.has(person)),
  ]
}

function labelTests({ labels, labelMode }: BoardFilter): Matches[] {
  if (labels.length === 0) return []
  const has = (card: Card) => (id: string) => card.labels.includes(id)
  if (labelMode === 'all') return [(card) => labels.every(has(card))]
  if (labelMode === 'none') return [(card) => !labels.some(has(card))]
  return [(card) => labels.some(has(card))]
}

function outcomeTests({ outcomes }: BoardFilter): Matches[] {
  if (outcomes.length === 0) return []
  const chosen = new Set(outcomes)
  const orNone = chosen.has(noOutcome)
  return [
    (card) => (card.outcomes.length === 0 ? orNone : card.outcomes.some((id) => chosen.has(id))),
  ]
}

function dueTests({ due }: BoardFilter, today: string): Matches[] {
  if (due.length === 0) return []
  const spans = new Set(due)
  // What is due today is due this week, too.
  if (spans.has('week')) spans.add('today')
  const known = new Map<string, boolean>()
  return [
    (card) => {
      const day = card.due ?? ''
      let fits = known.get(day)
      if (fits === undefined) {
        fits = spans.has(spanOf(card.due, today))
        known.set(day, fits)
      }
      return fits
    },
  ]
}

function columnTests({ columns, done }: BoardFilter, all: FilterWorld['columns']): Matches[] {
  const chosen = new Set(columns)
  const finished = new Set(all.filter((column) => column.done).map(({ id }) => id))
  return [
    ...(chosen.size > 0 ? [({ column }: Card) => chosen.has(column)] : []),
    ...(done === null ? [] : [({ column }: Card) => finished.has(column) === done]),
  ]
}

function hasOpenItems({ checklists }: Card): boolean {
  if (checklists.length === 0) return false
  const { done, total } = progressOf(checklists)
  return done < total
}

/** Cards on the board; archived ones and templates do not count. */
export function countMatches(board: Pick<Board, 'columns'>, matches: Matches): number {
  let found = 0
  for (const column of board.columns) for (const card of column.cards) if (matches(card)) found++
  return found
}

/** A card is another object once its title is another. */
const titles = new WeakMap<Card, string>()

function foldedTitle(card: Card): string {
  let title = titles.get(card)
  if (title === undefined) {
    title = folded(card.title)
    titles.set(card, title)
  }
  return title
}

export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const joined = (text: string): string => text.replace(/[\s_-]+/g, '')
