/** A board as Trello exports it: one JSON with everything, closed lists and cards too. */
import { asText } from '@atelier/shared/boards/plain-values'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { timeIn } from './days'
import type { Draft, DraftColumn, DraftPerson } from './draft'
import { aboutBoard } from './draft-about'
import { byPosition, grouped, type Loose, recordAt, recordsIn, wordsOf } from './loose-json'
import { type TrelloParts, trelloCard } from './trello-card'
import { labelColourOf } from './trello-colours'

/** WeKan's says which it is, and only looks alike. */
export const isTrello = (json: Loose): boolean =>
  Array.isArray(json.lists) && Array.isArray(json.cards) && json._format === undefined

/** Trello writes no more of what happened into an export. */
const mostActions = 1000

export function readTrello(
  json: Loose,
  { words, zone, into }: { words: ImportWords; zone: string; into: Collected },
): Draft {
  const actions = recordsIn(json.actions)
  if (actions.length >= mostActions) skip(into, wordsOf(json.name), 'trello-actions')
  const cards = recordsIn(json.cards)
  if (cards.some(({ start, due }) => [start, due].some((time) => timeIn(time, zone) !== null)))
    skip(into, wordsOf(json.name), 'times-left')
  const people = peopleOf(json, actions)
  const parts: TrelloParts = {
    ...{ words, zone, into },
    checklists: grouped(recordsIn(json.checklists), ({ idCard }) => asText(idCard)),
    comments: grouped(actions.filter(isComment), ({ data }) => asText(cardIn(data).id)),
    names: new Map(people.map(({ key, name }) => [key, name])),
    fields: new Map(recordsIn(json.customFields).map((field) => [asText(field.id), field])),
  }
  const draft: Draft = {
    source: 'trello',
    title: wordsOf(json.name),
    isPlainText: false,
    labels: recordsIn(json.labels).map((label) => ({
      key: asText(label.id),
      name: wordsOf(label.name) || colourName(label.color, words) || words.label,
      colour: labelColourOf(label.color),
    })),
    columns: byPosition(recordsIn(json.lists)).map(columnOf),
    people,
    cards: byPosition(cards).map((card) => trelloCard(card, parts)),
  }
  return aboutBoard(draft, asText(json.desc), words, into)
}

/** Those on a copied card are as they were on the first one. */
const isComment = ({ type }: Loose) => type === 'commentCard' || type === 'copyCommentCard'

const cardIn = (data: unknown): Loose => recordsIn([(data as Loose | null)?.card])[0] ?? {}

/** Trello has three shades of each colour. */
function colourName(colour: unknown, { colours }: ImportWords): string | undefined {
  const name = asText(colour).replace(/_(dark|light)$/, '')
  return Object.entries(colours).find(([known]) => known === name)?.[1]
}

const columnOf = ({ id, name, closed, softLimit }: Loose): DraftColumn => ({
  key: asText(id),
  name: wordsOf(name),
  limit: typeof softLimit === 'number' ? softLimit : null,
  isRemoved: closed === true,
})

/** Members, and whoever is none any more and said something. */
function peopleOf(json: Loose, actions: readonly Loose[]): DraftPerson[] {
  const sayers = actions.filter(isComment).map((action) => recordAt(action, 'memberCreator'))
  const all = [...recordsIn(json.members), ...sayers].map(personOf)
  const known = new Map<string, DraftPerson>()
  for (const person of all) if (!known.has(person.key)) known.set(person.key, person)
  known.delete('')
  return [...known.values()]
}

const personOf = ({ id, fullName, username, email }: Loose): DraftPerson => ({
  key: asText(id) || asText(fullName) || asText(username),
  name: asText(fullName) || asText(username),
  knownAs: [asText(username), asText(email)].filter((name) => name !== ''),
})
