/** One card of WeKan’s. */
import { asText } from '@atelier/shared/boards/plain-values'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { dayOfTime, timeIn } from './days'
import { type DraftCard, type DraftFile, emptyCard } from './draft'
import { byPosition, type Loose, recordAt, recordsIn, textsIn, wordsOf } from './loose-json'
import { wekanColourOf } from './wekan-colours'
import { idOf, type Lanes } from './wekan-lanes'

/** By the ids of cards, checklists and fields; what is read is taken out. */
export type WekanParts = {
  words: ImportWords
  zone: string
  into: Collected
  lanes: Lanes
  columnOf(card: Loose): string
  checklists: Map<string, Loose[]>
  items: Map<string, Loose[]>
  /** Those that lie on another board. */
  subtasks: Map<string, Loose[]>
  comments: Map<string, Loose[]>
  files: Map<string, Loose[]>
  fields: ReadonlyMap<string, Loose>
  names: ReadonlyMap<string, string>
}

export function wekanCard(card: Loose, parts: WekanParts): DraftCard {
  const id = idOf(card)
  const { zone, into, lanes } = parts
  const title = wordsOf(card.title)
  const day = (key: 'startAt' | 'dueAt') => {
    const found = dayOfTime(card[key] ?? null, zone)
    if ((card[key] ?? null) !== null && found === null) skip(into, title, 'bad-date')
    return found
  }
  const files = taken(parts.files, id)
  const isAway = card.archived === true || lanes.isArchived(card)
  return {
    ...emptyCard(id, parts.columnOf(card)),
    title,
    labels: [...textsIn(card.labelIds), ...lanes.labelOf(card)],
    people: [...new Set([...textsIn(card.assignees), ...textsIn(card.members)])],
    start: day('startAt'),
    due: day('dueAt'),
    checklists: checklistsOf(id, parts),
    cover: wekanColourOf(card.color),
    coverFile: asText(card.coverId) || null,
    text: asText(card.description),
    ...filesOf(files),
    comments: taken(parts.comments, id).map(({ userId, text, createdAt }) => ({
      ...{ author: asText(userId), name: parts.names.get(asText(userId)) ?? '' },
      ...{ at: asText(createdAt), text: asText(text) },
    })),
    facts: factsOf(card, parts),
    createdAt: timeOf(card.createdAt),
    archivedAt: isAway
      ? (timeOf(card.archivedAt) ?? timeOf(card.dateLastActivity) ?? new Date().toISOString())
      : null,
    isTemplate: card.type === 'template-card',
    parent: asText(card.parentId) || null,
  }
}

/** What came without its bytes is named, with where it lies if that is known. */
function filesOf(attachments: readonly Loose[]): Pick<DraftCard, 'files' | 'links'> {
  const read = attachments.map((one) => {
    const name = wordsOf(one.name) || asText(one.url)
    const bytes = Buffer.from(asText(one.file), 'base64')
    const file: DraftFile = { key: idOf(one), name, mime: asText(one.type), bytes }
    return { file, link: { name, url: asText(one.url), size: null } }
  })
  const isThere = ({ file }: { file: DraftFile }) => file.bytes.length > 0
  return {
    files: read.filter(isThere).map(({ file }) => file),
    links: read.filter((one) => !isThere(one)).map(({ link }) => link),
  }
}

/** Once: of many cards under one id, the first has what says that it is that card's. */
function taken(groups: Map<string, Loose[]>, id: string): Loose[] {
  const found = groups.get(id) ?? []
  groups.delete(id)
  return found
}

function checklistsOf(id: string, { checklists, items, subtasks, words }: WekanParts) {
  const itemsOf = (list: Loose) =>
    items.has(idOf(list)) ? taken(items, idOf(list)) : recordsIn(list.items)
  const lists = byPosition(taken(checklists, id), 'sort').map((list) => ({
    name: wordsOf(list.title),
    // Of before items had a list of their own.
    items: byPosition(itemsOf(list), 'sort').map(itemOf),
  }))
  const elsewhere = byPosition(taken(subtasks, id), 'subtaskSort')
  if (elsewhere.length === 0) return lists
  const asItem = ({ title, archived }: Loose) => ({ text: wordsOf(title), done: archived === true })
  return [...lists, { name: words.subtasks, items: elsewhere.map(asItem) }]
}

const itemOf = ({ title, isFinished }: Loose) => ({
  text: wordsOf(title),
  done: isFinished === true,
})

function factsOf(card: Loose, { words, zone, fields }: WekanParts): DraftCard['facts'] {
  const times = (
    [
      ['startAt', 'start'],
      ['dueAt', 'due'],
    ] as const
  ).flatMap(([key, called]) => {
    const time = timeIn(card[key], zone)
    if (time !== null) return [{ name: words.times[called], value: `${time} (${zone})` }]
    const written = wordsOf(card[key])
    const isLost = written !== '' && dayOfTime(written, zone) === null
    return isLost ? [{ name: words[called], value: written }] : []
  })
  const dayOr = (written: unknown) => dayOfTime(written, zone) ?? wordsOf(written)
  const hours = wordsOf(card.spentTime)
  const own = [
    { name: words.requestedBy, value: wordsOf(card.requestedBy) },
    { name: words.assignedBy, value: wordsOf(card.assignedBy) },
    { name: words.received, value: dayOr(card.receivedAt) },
    { name: words.ended, value: dayOr(card.endAt) },
    { name: words.hours, value: hours === '0' ? '' : hours },
    voteOf(card, words),
  ]
  const custom = recordsIn(card.customFields).map((item) => {
    const field = fields.get(idOf(item))
    return { name: wordsOf(field?.name), value: field ? fieldText(item, field, words, zone) : '' }
  })
  return [...times, ...own, ...custom].filter(({ value }) => value !== '')
}

function voteOf(card: Loose, words: ImportWords): DraftCard['facts'][number] {
  const vote = recordAt(card, 'vote')
  const [yes, no] = [textsIn(vote.positive).length, textsIn(vote.negative).length]
  const question = wordsOf(vote.question)
  const value = question === '' && yes + no === 0 ? '' : `${words.yes} ${yes}, ${words.no} ${no}`
  return { name: question || words.votes, value }
}

function fieldText({ value }: Loose, field: Loose, words: ImportWords, zone: string): string {
  if (value === true || value === false) return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  const choices = recordsIn(recordAt(field, 'settings').dropdownItems)
  const chosen = choices.find((choice) => idOf(choice) === value)
  if (chosen) return wordsOf(chosen.name)
  return (field.type === 'date' && dayOfTime(value, zone)) || wordsOf(value)
}
