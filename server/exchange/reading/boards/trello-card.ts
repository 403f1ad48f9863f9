/** One card of Trello’s. */
import { asText } from '@atelier/shared/boards/plain-values'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { dayOfTime, timeIn } from './days'
import { type DraftCard, type DraftComment, emptyCard } from './draft'
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
  /** What people are called, by their ids. */
  names: ReadonlyMap<string, string>
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
    checklists: byPosition(parts.checklists.get(id) ?? []).map((list) => checklistOf(list, parts)),
    cover: coverColourOf(recordAt(card, 'cover').color),
    text: asText(card.desc),
    links: recordsIn(card.attachments).map(({ name, fileName, url, bytes, isUpload }) => ({
      name: wordsOf(name) || wordsOf(fileName) || asText(url),
      url: asText(url),
      size: isUpload === true && typeof bytes === 'number' && bytes > 0 ? bytes : null,
    })),
    comments: (parts.comments.get(id) ?? []).map(commentOf),
    facts: factsOf(card, parts),
    createdAt: madeAt(id),
    archivedAt: card.closed === true ? (timeOf(card.dateLastActivity) ?? now()) : null,
    isDone: card.dueComplete === true,
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

function factsOf(card: Loose, { words, fields, zone, names }: TrelloParts): DraftCard['facts'] {
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
  const times = (['start', 'due'] as const).flatMap((key) => {
    const time = timeIn(card[key], zone)
    return time === null ? [] : [{ name: words.times[key], value: `${time} (${zone})` }]
  })
  const own = [
    { name: words.votes, value: votesOf(card, names) },
    { name: words.place, value: placeOf(card) },
    { name: words.cover, value: coverOf(card) },
  ]
  return [...times, ...lost, ...own.filter(({ value }) => value !== ''), ...facts]
}

/** Who voted for it, or else how many. */
function votesOf(card: Loose, names: TrelloParts['names']): string {
  const voters = textsIn(card.idMembersVoted)
  const counted = recordAt(card, 'badges').votes
  const count = Math.max(voters.length, typeof counted === 'number' ? counted : 0)
  const known = voters.flatMap((id) => names.get(id) ?? [])
  if (count === 0) return ''
  return known.length > 0 ? `${count} (${known.join(', ')})` : `${count}`
}

function placeOf(card: Loose): string {
  const { latitude, longitude } = recordAt(card, 'coordinates')
  const isPoint = typeof latitude === 'number' && typeof longitude === 'number'
  const point = isPoint ? `${latitude}, ${longitude}` : wordsOf(card.coordinates)
  const said = [wordsOf(card.locationName), wordsOf(card.address)].filter(Boolean).join(', ')
  return said !== '' && point !== '' ? `${said} (${point})` : said || point
}

/** A picture of theirs is not fetched: its name says which of the attachments it was. */
function coverOf(card: Loose): string {
  const { idAttachment, sharedSourceUrl } = recordAt(card, 'cover')
  const id = asText(idAttachment) || asText(card.idAttachmentCover)
  const picture = recordsIn(card.attachments).find((one) => id !== '' && one.id === id)
  return picture ? wordsOf(picture.name) || asText(picture.url) : asText(sharedSourceUrl)
}

function fieldValue(item: Loose, field: Loose, words: ImportWords, zone: string): string {
  const chosen = recordsIn(field.options).find(({ id }) => id === item.idValue)
  if (chosen) return wordsOf(recordAt(chosen, 'value').text)
  const { text, number, date, checked } = recordAt(item, 'value')
  if (checked !== undefined) return checked === 'true' || checked === true ? words.yes : words.no
  return wordsOf(text) || wordsOf(number) || dayOfTime(date, zone) || wordsOf(date)
}

const checklistOf = (
  { name, checkItems }: Loose,
  parts: TrelloParts,
): DraftCard['checklists'][number] => ({
  name: wordsOf(name),
  items: byPosition(recordsIn(checkItems)).map((item) => ({
    text: `${wordsOf(item.name)}${whoAndWhen(item, parts)}`,
    done: item.state === 'complete',
  })),
})

/** An item here has neither a person nor a day. */
function whoAndWhen({ idMember, due }: Loose, { names, zone }: TrelloParts): string {
  const who = names.get(asText(idMember))
  const said = [who, dayOfTime(due, zone)].filter(Boolean).join(', ')
  return said === '' ? '' : ` (${said})`
}

function commentOf(action: Loose): DraftComment {
  const author = recordAt(action, 'memberCreator')
  const name = asText(author.fullName) || asText(author.username)
  return {
    ...{ author: asText(author.id) || asText(action.idMemberCreator) || name, name },
    at: asText(action.date),
    text: asText(recordAt(action, 'data').text),
  }
}

/** The first letters of an id are when it was made, in seconds. */
function madeAt(id: string): string | null {
  if (!/^[0-9a-f]{24}$/.test(id)) return null
  return new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString()
}
