/**
 * What somebody means who types a card on one line: "Cut the samples @ann #steel ~3 by friday".
 * Pure, and quick enough for every key.
 */
import { folded } from '../basics/folded'
import { longest, mostPoints } from './board-shape'
import type { FullCard } from './card-batch-edits'
import { findDays } from './quick-days'

type Meaning =
  | { kind: 'person'; person: string; name: string }
  /** `label` is null where the board has none of that name. */
  | { kind: 'label'; label: string | null; name: string }
  | { kind: 'due' | 'start'; day: string }
  | { kind: 'estimate'; points: number }

/** Letters of the text that mean something, as `raw`, from the first to behind the last. */
export type QuickToken = { from: number; to: number; raw: string } & Meaning

export type QuickWorld = {
  /** `YYYY-MM-DD` */
  today: string
  people: readonly { id: string; name: string }[]
  labels: readonly { id: string; name: string }[]
  /** What stays plain words, as `raw`. */
  plain?: ReadonlySet<string>
}

/** `title` is the text without what was recognised; all of it where nothing else was typed. */
export type QuickCard = { title: string; tokens: readonly QuickToken[] }

export function readQuickCard(text: string, world: QuickWorld): QuickCard {
  const isWanted = ({ raw }: QuickToken) => !world.plain?.has(raw)
  const marked = markedIn(text, world).filter(isWanted)
  const days = findDays(without(text, marked, '\u0000'), world.today)
    .map(({ from, to, day, isStart }): QuickToken => {
      const raw = text.slice(from, to)
      return { from, to, raw, kind: isStart ? 'start' : 'due', day }
    })
    .filter(isWanted)
  const tokens = oncePerFact([...marked, ...days].sort((a, b) => a.from - b.from))
  const rest = without(text, tokens, ' ').replace(/\s+/g, ' ').trim()
  const title = tokens.length > 0 ? tidied(rest) : rest
  return { title: title || text.replace(/\s+/g, ' ').trim(), tokens }
}

/** Without the gaps and dashes that led to what was taken out. */
const tidied = (rest: string) =>
  rest.replace(/ (?=[.,;:!?]+(?:\s|$))/g, '').replace(/\s*[.,;:–—-]+$/u, '')

/** Of what a card has one of, the last counts; nobody and nothing is named twice. */
function oncePerFact(tokens: readonly QuickToken[]): QuickToken[] {
  const last = new Map(tokens.map((token) => [factOf(token), token]))
  return tokens.filter((token) => last.get(factOf(token)) === token)
}

function factOf(token: QuickToken): string {
  if (token.kind === 'person') return `person ${token.person}`
  if (token.kind === 'label') return `label ${token.label ?? folded(token.name)}`
  return token.kind
}

/** The text with every letter of the tokens replaced. */
function without(text: string, tokens: readonly QuickToken[], by: string): string {
  let cut = text
  for (const { from, to } of tokens) cut = cut.slice(0, from) + by.repeat(to - from) + cut.slice(to)
  return cut
}

/** Of "@", "#", "!" and "~", each at the beginning of a word. */
function markedIn(text: string, world: QuickWorld): QuickToken[] {
  const found: QuickToken[] = []
  for (const { index, 1: before = '', 2: mark } of text.matchAll(/(^|\s)([@#!~])(?=\S)/g)) {
    const from = index + before.length
    if (from < (found.at(-1)?.to ?? 0)) continue
    const behind = text.slice(from + 1)
    const read =
      mark === '@'
        ? personIn(behind, world)
        : mark === '#'
          ? labelIn(behind, world)
          : estimateIn(behind)
    if (!read) continue
    const to = from + 1 + read.length
    found.push({ ...read.meaning, from, to, raw: text.slice(from, to) })
  }
  return found
}

type Read = { length: number; meaning: Meaning }

function personIn(behind: string, { people }: QuickWorld): Read | null {
  const whole = longestNamed(behind, people)
  if (whole) return asPerson(whole.one, whole.length)
  const [word = ''] = firstWords(behind, 1)
  const called = people.filter(({ name }) =>
    folded(name)
      .split(/[\s-]+/)
      .includes(folded(word)),
  )
  return called.length === 1 && called[0] ? asPerson(called[0], word.length) : null
}

const asPerson = ({ id, name }: { id: string; name: string }, length: number): Read => ({
  length,
  meaning: { kind: 'person', person: id, name },
})

function labelIn(behind: string, { labels }: QuickWorld): Read | null {
  const known = longestNamed(behind, labels)
  if (known) {
    const { id, name } = known.one
    return { length: known.length, meaning: { kind: 'label', label: id, name } }
  }
  const quoted = /^"([^"\n]*\S[^"\n]*)"/.exec(behind)
  const name = quoted?.[1]?.trim() ?? /^[\p{L}\p{M}\p{N}_&+-]+/u.exec(behind)?.[0] ?? ''
  // "#12" is a number of something.
  if (!/\p{L}/u.test(name) || name.length > longest.labelName) return null
  const same = labels.find((label) => folded(label.name) === folded(name))
  const length = quoted?.[0].length ?? name.length
  return { length, meaning: { kind: 'label', label: same?.id ?? null, name: same?.name ?? name } }
}

function estimateIn(behind: string): Read | null {
  const [number] = /^\d{1,4}(?:[.,]\d)?(?=$|[\s,;])/.exec(behind) ?? []
  if (number === undefined) return null
  const points = Number(number.replace(',', '.'))
  return points > mostPoints
    ? null
    : { length: number.length, meaning: { kind: 'estimate', points } }
}

/** Whose whole name the text begins with, the longest of them; whatever its case and accents. */
function longestNamed<T extends { name: string }>(
  text: string,
  all: readonly T[],
): { one: T; length: number } | null {
  let best: { one: T; length: number } | null = null
  for (const one of all) {
    const name = folded(one.name)
    if (name === '') continue
    const begun = firstWords(text, name.split(' ').length).find((words) => folded(words) === name)
    if (begun !== undefined && begun.length > (best?.length ?? 0))
      best = { one, length: begun.length }
  }
  return best
}

/** The first words, without what ends a sentence behind them, and with it. */
function firstWords(text: string, count: number): string[] {
  const [words] = new RegExp(`^\\S+(?: +\\S+){${count - 1}}`).exec(text) ?? []
  return words === undefined ? [] : [words.replace(/[.,;:!?)]+$/, ''), words]
}

/** What the tokens put on the card. */
export function quickFacts(tokens: readonly QuickToken[]): Omit<FullCard, 'title'> {
  const facts: Omit<FullCard, 'title'> = {}
  for (const token of tokens) {
    if (token.kind === 'person') facts.assignees = [...(facts.assignees ?? []), token.person]
    else if (token.kind === 'estimate') facts.estimate = token.points
    else if (token.kind === 'label') {
      const label = token.label === null ? { name: token.name } : { id: token.label }
      facts.labels = [...(facts.labels ?? []), label]
    } else facts[token.kind] = token.day
  }
  return facts
}
