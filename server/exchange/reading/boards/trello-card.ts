/** One card of Trello’s. */
import { asText } from '@atelier/shared/boards/plain-values'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { dayOfTime } from './days'
import { type DraftCard, emptyCard } from './draft'
import { byPosition, type Loose, recordAt, recordsIn, textsIn, wordsOf } from './loose-json'
import { coverColourOf } from './trello-colours'

/** By the ids of cards, and of fields. */
export type TrelloParts = {
  words: ImportWords
  zone: string
  into: Collected
  checklists: ReadonlyMap<string, Loose[]>
  comments: ReadonlyMap<string, Loose[]>
  fields: ReadonlyMap<string, Loose>
}

export function trelloCard(card: Loose, parts: TrelloParts): DraftCard {
  const id = asText(card.id)
  const title = wordsOf(card.name)
  const day = (key: 'start' | 'due') => dayIn(card, key, title, parts)
  return {
    ...emptyCard(id, asText(card.idList)),
    title,
    labels: labelsOf(card),
    people: textsIn(card.idMembers),
    start: day('start'),
    due: day('due'),
    checklists: byPosition(parts.checklists.get(id) ?? []).map(checklistOf),
    cover: coverColourOf(recordAt(card, 'cover').color),
    text: asText(card.desc),
    links: recordsIn(card.attachments).map(({ name, url }) => ({
      name: wordsOf(name) || asText(url),
      url: asText(url),
    })),
    comments: (parts.comments.get(id) ?? []).map(commentOf).reverse(),
    facts: factsOf(card, parts),
    createdAt: madeAt(id),
    archivedAt: card.closed === true ? (timeOf(card.dateLastActivity) ?? now()) : null,
    isTemplate: card.isTemplate === true,
  }
}

const now = () => new Date().toISOString()

const labelsOf = ({ idLabels, labels }: Loose): string[] => {
  const ids = textsIn(idLabels)
  return ids.length > 0 ? ids : recordsIn(labels).map(({ id }) => asText(id))
}

/** A day that is none is kept in words. */
function dayIn(card: Loose, key: 'start' | 'due', title: string, { zone, into }: TrelloParts) {
  const written = card[key] ?? null
  const day = dayOfTime(written, zone)
  if (written !== null && day === null) skip(into, title, 'bad-date')
  return day
}

function factsOf(card: Loose, { words, fields, zone }: TrelloParts): DraftCard['facts'] {
  const facts = recordsIn(card.customFieldItems).flatMap((item) => {
    const field = fields.get(asText(item.idCustomField))
    const value = field ? fieldValue(item, field, words, zone) : ''
    return value === '' ? [] : [{ name: wordsOf(field?.name), value }]
  })
  const lost = (['start', 'due'] as const).flatMap((key) => {
    const written = wordsOf(card[key])
    return written !== '' && dayOfTime(written, zone) === null
      ? [{ name: words[key], value: written }]
      : []
  })
  const done = card.dueComplete === true ? [{ name: words.done, value: words.yes }] : []
  return [...done, ...lost, ...facts]
}

function fieldValue(item: Loose, field: Loose, words: ImportWords, zone: string): string {
  const chosen = recordsIn(field.options).find(({ id }) => id === item.idValue)
  if (chosen) return wordsOf(recordAt(chosen, 'value').text)
  const { text, number, date, checked } = recordAt(item, 'value')
  if (checked !== undefined) return checked === 'true' || checked === true ? words.yes : words.no
  return wordsOf(text) || wordsOf(number) || dayOfTime(date, zone) || wordsOf(date)
}

const checklistOf = ({ name, checkItems }: Loose): DraftCard['checklists'][number] => ({
  name: wordsOf(name),
  items: byPosition(recordsIn(checkItems)).map((item) => ({
    text: wordsOf(item.name),
    done: item.state === 'complete',
  })),
})

function commentOf(action: Loose): DraftCard['comments'][number] {
  const author = recordAt(action, 'memberCreator')
  return {
    author: asText(author.fullName) || asText(author.username),
    at: asText(action.date),
    text: asText(recordAt(action, 'data').text),
  }
}

/** The first letters of an id are when it was made, in seconds. */
function madeAt(id: string): string | null {
  if (!/^[0-9a-f]{24}$/.test(id)) return null
  return new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString()
}
