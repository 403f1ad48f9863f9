/** One card of Focalboard’s, with the blocks below it. */
import { mostPoints } from '@atelier/shared/boards/board-shape'
import { asText } from '@atelier/shared/boards/plain-values'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { numberIn } from './cells'
import { dayOfTime, timeIn } from './days'
import { type DraftCard, emptyCard } from './draft'
import type { Property } from './focalboard-properties'
import { type Loose, recordAt, textsIn, wordsOf } from './loose-json'

type Wishes = {
  properties: readonly Property[]
  /** By which cards lie in columns. */
  column: Property | null
  files: ReadonlyMap<string, Uint8Array>
  words: ImportWords
  zone: string
  into: Collected
}

export function focalCard(block: Loose, below: readonly Loose[], wishes: Wishes): DraftCard {
  const fields = recordAt(block, 'fields')
  const values = recordAt(fields, 'properties')
  const { column } = wishes
  const lies = column ? asText(values[column.id]) : ''
  const isOption = column?.options.some(({ id }) => id === lies) ?? false
  const card: DraftCard = {
    ...emptyCard(asText(block.id), isOption ? lies : ''),
    title: [asText(fields.icon), wordsOf(block.title)].filter(Boolean).join(' '),
    isTemplate: fields.isTemplate === true,
    createdAt: momentOf(block.createAt),
  }
  takeContent(card, inside(below, fields.contentOrder), wishes)
  for (const property of wishes.properties)
    if (property !== column) takeValue(card, property, values[property.id], wishes)
  card.comments = below
    .filter(({ type }) => type === 'comment')
    .map(({ createdBy, createAt, title }) => ({
      ...{ author: asText(createdBy), name: asText(createdBy), at: momentOf(createAt) ?? '' },
      text: asText(title),
    }))
  return card
}

const momentOf = (ms: unknown): string | null =>
  typeof ms === 'number' && Math.abs(ms) < 8.64e15 ? timeOf(new Date(ms).toISOString()) : null

/** In the order they were put in; side by side is one below the other here. What is in no order comes last. */
function inside(below: readonly Loose[], order: unknown): Loose[] {
  const wanted = Array.isArray(order) ? textsIn(order.flat()) : []
  const places = new Map(wanted.map((id, nth) => [id, nth]))
  const place = ({ id }: Loose) => places.get(asText(id)) ?? wanted.length
  return below.filter(({ type }) => type !== 'comment').sort((a, b) => place(a) - place(b))
}

const headings: Readonly<Record<string, string>> = { h1: '# ', h2: '## ', h3: '### ', quote: '> ' }

/** What can be ticked is a checklist here, wherever in the text it stood. */
function takeContent(card: DraftCard, blocks: readonly Loose[], { files }: Wishes): void {
  const texts: string[] = []
  const items: DraftCard['checklists'][number]['items'] = []
  for (const block of blocks) {
    const [type, text] = [asText(block.type), asText(block.title)]
    if (type === 'checkbox') {
      items.push({ text, done: recordAt(block, 'fields').value === true })
    } else if (type === 'image' || type === 'attachment') takeFile(card, block, files)
    else if (type === 'divider') texts.push('---')
    else if (text.trim() !== '') texts.push(`${headings[type] ?? ''}${text}`)
  }
  card.text = texts.join('\n\n')
  if (items.length > 0) card.checklists = [{ name: '', items }]
}

function takeFile(card: DraftCard, block: Loose, files: Wishes['files']): void {
  const { fileId, attachmentId } = recordAt(block, 'fields')
  const key = asText(fileId) || asText(attachmentId)
  const name = wordsOf(block.title) || key
  const bytes = files.get(key)
  if (bytes && bytes.length > 0) card.files.push({ key, name, mime: '', bytes })
  else card.links.push({ name, url: '', size: null })
}

function takeValue(card: DraftCard, property: Property, value: unknown, wishes: Wishes): void {
  const { id, name, type, kind } = property
  const ids = Array.isArray(value) ? textsIn(value) : [asText(value)].filter(Boolean)
  const words = Array.isArray(value) ? ids.join(', ') : wordsOf(value)
  if (words === '' || kind === 'none') return
  if (kind === 'labels') card.labels.push(...ids.map((option) => `${id} ${option}`))
  else if (kind === 'people') card.people = [...new Set([...card.people, ...ids])]
  else if (type === 'date') takeDay(card, property, words, wishes)
  else if (kind === 'estimate' && isPoints(numberIn(words))) card.estimate = numberIn(words)
  else card.facts.push({ name, value: saidBy(property, words, wishes.words) })
}

const isPoints = (points: number | null) => points !== null && points <= mostPoints

function saidBy({ type, options }: Property, said: string, words: ImportWords): string {
  if (type === 'checkbox') return said === 'true' ? words.yes : words.no
  return options.find(({ id }) => id === said)?.value ?? said
}

/** `{"from":…,"to":…}` in milliseconds; without a time of day those of noon, wherever it was written. */
function takeDay(card: DraftCard, property: Property, said: string, { zone, words, into }: Wishes) {
  const span = spanIn(said)
  const there = span?.includeTime === true ? zone : 'UTC'
  const [from, to] = [momentOf(span?.from), momentOf(span?.to)]
  const [first, last] = [dayOfTime(from, there), dayOfTime(to ?? from, there)]
  if (last === null) {
    skip(into, card.title, 'bad-date')
    card.facts.push({ name: property.name, value: said })
    return
  }
  if (property.kind !== 'day') {
    const value = first === null || first === last ? last : `${first} – ${last}`
    card.facts.push({ name: property.name, value })
    return
  }
  card.due = last
  if (to !== null && first !== null && first !== last) card.start = first
  const time = span?.includeTime === true ? timeIn(to ?? from, zone) : null
  if (time === null) return
  skip(into, card.title, 'times-left')
  card.facts.push({ name: words.times.due, value: `${time} (${zone})` })
}

function spanIn(said: string): Loose | null {
  try {
    const span: unknown = JSON.parse(said)
    return recordAt({ span }, 'span')
  } catch {
    return null
  }
}
