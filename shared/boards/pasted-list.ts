/** Pasted lines as cards: lists from mails and docs, Markdown, and cells of spreadsheets. */

import { longest } from './board-shape'
import type { FullCard } from './card-batch-edits'

/** Of lines that become cards or items; of what stands behind, nothing is read. */
export const mostPasted = 500

type Line = { depth: number; text: string; done: boolean; rest: string }

export type PastedList = {
  cards: FullCard[]
  /** How many lines there are, however many of them are read. */
  lines: number
}

/**
 * Every line a card; what is indented below one becomes its checklist. Nothing is lost: what a title has no
 * room for, and further cells of a row, stand in the description.
 */
export function readPastedList(text: string): PastedList {
  const all = text.split(/\r\n?|\n/).filter((line) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(line))
  const isTable = all.some((line) => /\S\t/.test(line))
  const lines = all.slice(0, mostPasted).flatMap((line) => (isTable ? rowOf(line) : lineOf(line)))
  const cards: FullCard[] = []
  let top = 0
  for (const line of lines) {
    const above = cards.at(-1)
    if (above && line.depth > top) addItem(above, line)
    else {
      top = line.depth
      cards.push(cardOf(line))
    }
  }
  return { cards, lines: all.length }
}

const tabWidth = 4
const bullet = /^(?:[-*+•◦▪‣·–—]|\d{1,3}[.)]|[a-z]\))\s+/
const box = /^\[([ xX✓✔]?)\]\s+|^([☐☑✓✔])\s*/

function lineOf(line: string): Line[] {
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const unmarked = line.slice(indent.length).replace(bullet, '')
  const [checked, inBox, sign] = box.exec(unmarked) ?? ['']
  const text = tidy(unmarked.slice(checked.length))
  const done = /[xX✓✔]/.test(inBox ?? '') || /[☑✓✔]/.test(sign ?? '')
  const depth = indent.replaceAll('\t', ' '.repeat(tabWidth)).length
  return text === '' ? [] : [{ depth, text, done, rest: '' }]
}

/** The first cell that says anything is the title. */
function rowOf(line: string): Line[] {
  const [text, ...rest] = line.split('\t').map(tidy).filter(Boolean)
  return text === undefined ? [] : [{ depth: 0, text, done: false, rest: rest.join('\n\n') }]
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

function cardOf({ text, rest }: Line): FullCard {
  const isLong = text.length > longest.cardTitle
  const title = shortened(text, longest.cardTitle)
  const description = [isLong ? text : '', rest].filter(Boolean).join('\n\n')
  return { title, ...(description && { description }) }
}

function addItem(card: FullCard, { text, done }: Line): void {
  const items = card.checklist?.items ?? []
  if (text.length > longest.itemText)
    card.description = [card.description, text].filter(Boolean).join('\n\n')
  card.checklist = {
    name: card.checklist?.name ?? '',
    items: [...items, { text: shortened(text, longest.itemText), done }],
  }
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
