/** Every emoji by its names in the reader's language; fetched once, when somebody first looks for one. */
import type { Language } from '@atelier/shared/people/choices'

export type Emoji = {
  character: string
  /** What it shows, in the reader's language. */
  label: string
  group: EmojiGroup
  /** What it is found by, folded: the label's words, what it is about, and what is typed as `:smile:`. */
  words: string[]
  /** Names as in `:smile:`, alike in every language. */
  codes: string[]
}

/** In the order in which they are shown; each is `groups.<name>` of the catalogue. */
export const emojiGroups = [
  'smileys',
  'people',
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiGroup = (typeof emojiGroups)[number]

/** By the numbers of the data. Its third group are parts of others, such as hair and skin. */
const numbered: Record<number, EmojiGroup> = {
  0: 'smileys',
  1: 'people',
  3: 'animals',
  4: 'food',
  5: 'travel',
  6: 'activities',
  7: 'objects',
  8: 'symbols',
  9: 'flags',
}

type Row = {
  hexcode: string
  label: string
  unicode: string
  group?: number
  order?: number
  tags?: string[]
}
type Codes = Record<string, string | string[]>

const rowsIn: Record<Language, () => Promise<{ default: Row[] }>> = {
  en: () => import('emojibase-data/en/compact.json'),
  de: () => import('emojibase-data/de/compact.json'),
}

const loaded = new Map<Language, Promise<Emoji[]>>()
const byCode = new Map<string, string>()

/** The character that is called `:code:`, if emoji were loaded before. */
export const emojiCalled = (code: string): string | undefined => byCode.get(code)

export function loadEmoji(language: Language): Promise<Emoji[]> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const emoji = load(language)
  loaded.set(language, emoji)
  // Without a network now, it may be had later.
  emoji.catch(() => loaded.delete(language))
  return emoji
}

async function load(language: Language): Promise<Emoji[]> {
  const [{ default: rows }, { default: codes }] = await Promise.all([
    rowsIn[language](),
    import('emojibase-data/en/shortcodes/emojibase.json'),
  ])
  const emoji = emojiFrom(rows, codes)
  for (const one of emoji) for (const code of one.codes) byCode.set(code, one.character)
  return emoji
}

function emojiFrom(rows: readonly Row[], allCodes: Codes): Emoji[] {
  return [...rows]
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ hexcode, label, unicode, group, tags = [] }) => {
      const place = group === undefined ? undefined : numbered[group]
      const codes = [allCodes[hexcode] ?? []].flat()
      const words = [label, ...tags, ...codes].flatMap(wordsOf)
      return place ? [{ character: unicode, label, group: place, words, codes }] : []
    })
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean)

/**
 * Those whose words begin with everything that was typed: exact names first, then those that are
 * called so, then what is only about it. An empty query finds all of them.
 */
export function findEmoji(all: readonly Emoji[], query: string): Emoji[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return query.trim() === '' ? [...all] : []
  const typed = wanted.join('_')
  const rank = ({ label, words, codes }: Emoji): number => {
    if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) return 9
    if (codes.some((code) => code === typed)) return 0
    if (codes.some((code) => code.startsWith(typed))) return 1
    return wordsOf(label)[0]?.startsWith(wanted[0] ?? '') ? 2 : 3
  }
  return all
    .map((emoji) => ({ emoji, rank: rank(emoji) }))
    .filter((found) => found.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map(({ emoji }) => emoji)
}
