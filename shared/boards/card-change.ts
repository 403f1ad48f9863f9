/** What became of a card from one moment to the next, in the words of its history. */
import type { Card } from './card'

/** Columns and labels by the names they had then; people, outcomes and other cards by id. Days as `YYYY-MM-DD`. */
export type CardChange =
  | { what: 'made' | 'described' | 'archived' | 'restored' | 'covered' }
  | { what: 'renamed' | 'moved'; from: string; to: string }
  | { what: 'assigned' | 'unassigned' | 'goal' | 'learned' | 'asked'; person: string }
  | { what: 'labelled' | 'unlabelled' | 'attached' | 'detached'; name: string }
  | { what: 'start' | 'due'; day: string | null }
  | { what: 'estimate'; points: number | null }
  | { what: 'item-added' | 'item-removed' | 'item-done' | 'item-open'; text: string }
  | { what: 'item-worded'; from: string; to: string }
  /** What somebody wrote for an item at the same moment as another person, whose words stay. */
  | { what: 'item-words-lost'; text: string; kept: string }
  | { what: 'contributes' | 'contributes-no-more'; outcome: string }
  | { what: 'outcome-left'; name: string }
  | { what: 'blocks' | 'blocks-no-more'; card: string }
  /** To or from another board, by its id. */
  | { what: 'came' | 'went'; board: string }
  | { what: 'part-of' | 'duplicate-of'; card: string | null }

/** One person's at one time; `person` is null where the board did it itself. `at` is ISO time. */
export type CardEvent = { person: string | null; at: string; changes: CardChange[] }
export type CardHistory = {
  /** The newest first. */
  events: CardEvent[]
  /** Whether there was more before. */
  hasMore: boolean
}

export type CardNames = {
  column(id: string): string
  label(id: string): string
}

/** `before` is null where the card was not there. Where nothing differs that people see: none. */
export function changesBetween(before: Card | null, after: Card, names: CardNames): CardChange[] {
  if (!before) return [{ what: 'made' }]
  return [
    ...placeChanges(before, after, names),
    ...factChanges(before, after),
    ...listChanges(before.assignees, after.assignees, 'assigned', 'unassigned', 'person'),
    ...listChanges(
      before.labels.map(names.label),
      after.labels.map(names.label),
      'labelled',
      'unlabelled',
      'name',
    ),
    ...listChanges(fileNames(before), fileNames(after), 'attached', 'detached', 'name'),
    ...listChanges(
      before.outcomes,
      after.outcomes,
      'contributes',
      'contributes-no-more',
      'outcome',
    ),
    ...listChanges(before.blocks, after.blocks, 'blocks', 'blocks-no-more', 'card'),
    ...itemChanges(before, after),
    ...learningChanges(before, after),
  ]
}

function placeChanges(before: Card, after: Card, names: CardNames): CardChange[] {
  const changes: CardChange[] = []
  if (before.title !== after.title)
    changes.push({ what: 'renamed', from: before.title, to: after.title })
  if (before.column !== after.column)
    changes.push({
      what: 'moved',
      from: names.column(before.column),
      to: names.column(after.column),
    })
  const [was, is] = [before.archivedAt !== null, after.archivedAt !== null]
  if (was !== is) changes.push({ what: is ? 'archived' : 'restored' })
  return changes
}

function factChanges(before: Card, after: Card): CardChange[] {
  const changes: CardChange[] = []
  if (before.start !== after.start) changes.push({ what: 'start', day: after.start })
  if (before.due !== after.due) changes.push({ what: 'due', day: after.due })
  if (before.estimate !== after.estimate) changes.push({ what: 'estimate', points: after.estimate })
  if (JSON.stringify(before.cover) !== JSON.stringify(after.cover))
    changes.push({ what: 'covered' })
  if (before.partOf !== after.partOf) changes.push({ what: 'part-of', card: after.partOf })
  if (before.duplicates !== after.duplicates)
    changes.push({ what: 'duplicate-of', card: after.duplicates })
  return changes
}

function listChanges<Came extends string, Went extends string, Key extends string>(
  before: readonly string[],
  after: readonly string[],
  came: Came,
  went: Went,
  key: Key,
): CardChange[] {
  const say = (what: string, one: string) => ({ what, [key]: one }) as CardChange
  return [
    ...after.filter((one) => !before.includes(one)).map((one) => say(came, one)),
    ...before.filter((one) => !after.includes(one)).map((one) => say(went, one)),
  ]
}

const fileNames = ({ attachments }: Card) => attachments.map(({ name }) => name)

function itemChanges(before: Card, after: Card): CardChange[] {
  const was = itemsOf(before)
  const is = itemsOf(after)
  const changes: CardChange[] = []
  for (const [id, { text, done }] of is) {
    const known = was.get(id)
    if (!known) changes.push({ what: 'item-added', text })
    else if (known.text !== text) changes.push({ what: 'item-worded', from: known.text, to: text })
    if ((known?.done ?? false) !== done)
      changes.push({ what: done ? 'item-done' : 'item-open', text })
  }
  for (const [id, { text }] of was) if (!is.has(id)) changes.push({ what: 'item-removed', text })
  return changes
}

const itemsOf = ({ checklists }: Card) =>
  new Map(checklists.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))

function learningChanges({ learning: was }: Card, { learning: is }: Card): CardChange[] {
  const words = (notes: readonly { person: string; text: string }[]) =>
    new Map(notes.map(({ person, text }) => [person, text]))
  const written = (
    what: 'goal' | 'learned',
    before: Map<string, string>,
    after: Map<string, string>,
  ) =>
    [...after].flatMap(([person, text]): CardChange[] =>
      before.get(person) === text ? [] : [{ what, person }],
    )
  return [
    ...written('goal', words(was.goals), words(is.goals)),
    ...written('learned', words(was.learned), words(is.learned)),
    ...is.asked
      .filter((person) => !was.asked.includes(person))
      .map((person): CardChange => ({ what: 'asked', person })),
  ]
}
