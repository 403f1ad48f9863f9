/** A card’s description, with what has no place of its own here at its end. */
import { longest } from '@atelier/shared/boards/board-shape'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import type { JSONContent } from '@tiptap/core'
import { heading, paragraph, text } from '../../text-nodes'
import { lineOf } from '../board-parts'
import { skip } from '../pack'
import { isDoneName } from './done-names'
import type { Draft, DraftCard } from './draft'
import type { DraftWishes } from './draft-board'

/** In letters, of a description. */
const longestText = 100_000
const mostLines = 1000

/** Null where there is nothing to say. */
export function descriptionOf(
  card: DraftCard,
  draft: Draft,
  wishes: DraftWishes,
): JSONContent | null {
  say(card, wishes)
  const doneAsWords = isDoneElsewhere(card, draft)
  if (doneAsWords) skip(wishes.into, card.title, 'done-elsewhere')
  const blocks = [
    ...restOfTitle(card),
    ...textOf(card.text, draft),
    ...(doneAsWords ? [factLine(wishes.words.done, wishes.words.yes)] : []),
    ...factsOf(card, wishes),
    ...linksOf(card, wishes),
  ]
  return blocks.length > 0 ? tidyBody({ content: blocks }) : null
}

function say({ title, text, links, facts }: DraftCard, { into }: DraftWishes) {
  if (text.length > longestText || Math.max(links.length, facts.length) > mostLines)
    skip(into, title, 'cut')
  if (links.length > 0) skip(into, title, 'files-as-links')
  if (facts.length > 0) skip(into, title, 'facts-as-text')
}

/** What a title has no room for. */
const restOfTitle = ({ title }: DraftCard): JSONContent[] =>
  lineOf(title, title.length).length > longest.cardTitle
    ? [paragraph(text(lineOf(title, longestText)))]
    : []

/** Most texts are plain: reading Markdown takes its time. */
const isPlain = (words: string) =>
  !/[*_`#[\]<>~|$=\\&+]|^\s*(-|\d+[.)])|\n {2}|\t|:\/\//m.test(words)

function textOf(written: string, { isPlainText }: Pick<Draft, 'isPlainText'>): JSONContent[] {
  const words = written.slice(0, longestText)
  if (words.trim() === '') return []
  if (!isPlainText && !isPlain(words)) return bodyFromMarkdown(words).content ?? []
  const paragraphs = words.replaceAll('\r\n', '\n').split(/\n\s*\n/)
  return paragraphs.flatMap((lines) => (lines.trim() === '' ? [] : [linesOf(lines.trim())]))
}

const linesOf = (lines: string): JSONContent =>
  paragraph(
    ...lines
      .split('\n')
      .flatMap((line, nth) => (nth === 0 ? [text(line)] : [{ type: 'hardBreak' }, text(line)])),
  )

function factsOf(card: DraftCard, wishes: DraftWishes): JSONContent[] {
  const unknown = card.people.filter((key) => !wishes.people.has(key))
  if (unknown.length > 0) skip(wishes.into, card.title, 'people-as-text')
  const who = unknown.map((key) => wishes.names.get(key) || key).join(', ')
  const all = [...(who === '' ? [] : [{ name: wishes.words.assignees, value: who }]), ...card.facts]
  return all
    .slice(0, mostLines)
    .flatMap(({ name, value }) =>
      value.includes('\n')
        ? [...nameLine(name), ...textOf(value, { isPlainText: true })]
        : [factLine(name, value)],
    )
}

const nameLine = (name: string): JSONContent[] =>
  lineOf(name, 200) === '' ? [] : [paragraph(bold(lineOf(name, 200)))]

/** Of a column without a name, only what it says. */
const factLine = (name: string, value: string): JSONContent => {
  const [called, said] = [lineOf(name, 200), lineOf(value, longestText)]
  return called === '' ? paragraph(text(said)) : paragraph(bold(`${called}:`), text(` ${said}`))
}

/** Here a card is finished by where it lies. Nobody’s plan is rearranged: the card says it in words. */
const isDoneElsewhere = ({ isDone, column, archivedAt }: DraftCard, { columns }: Draft): boolean =>
  isDone &&
  archivedAt === null &&
  !isDoneName(columns.find(({ key }) => key === column)?.name ?? '')

const bold = (words: string): JSONContent => ({ ...text(words), marks: [{ type: 'bold' }] })

function linksOf({ links }: DraftCard, { words }: DraftWishes): JSONContent[] {
  if (links.length === 0) return []
  const content = links.slice(0, mostLines).map(({ name, url, size }) => ({
    type: 'listItem',
    content: [paragraph(linked(lineOf(name, 300) || url.slice(0, 300), url), ...sizeIn(size))],
  }))
  return [heading(3, words.links), { type: 'bulletList', content }]
}

const sizeIn = (bytes: number | null): JSONContent[] =>
  bytes === null ? [] : [text(` (${sizeOf(bytes)})`)]

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

/** Only addresses of the web become links; whatever else it says is words. */
const linked = (words: string, url: string): JSONContent =>
  /^https?:\/\/\S+$/i.test(url) && url.length <= 2000
    ? { ...text(words), marks: [{ type: 'link', attrs: { href: url } }] }
    : text(words)
