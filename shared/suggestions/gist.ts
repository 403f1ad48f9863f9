/** As much of a suggestion as it takes to say in a few words what it is, also when it is long decided. */
import type { JSONContent } from '@tiptap/core'
import type { Spot, Suggestion } from './suggestion'

type Content = { content: readonly Pick<JSONContent, 'type'>[] }

/** Of a spot what it is, without where it is. */
type SpotGist = Pick<Spot, 'kind' | 'where'> & {
  differences: Record<string, { fork?: unknown }>
  removed: Content
  inserted: Content
}

/** A `Suggestion` is one, too. */
export type Gist = Pick<Suggestion, 'removed' | 'inserted' | 'before' | 'after' | 'words'> & {
  spots: readonly SpotGist[]
}

/** What its words alone do not tell. */
export type AboutSuggestion = Omit<Gist, 'removed' | 'inserted'>

const most = 12
const keptLetters = 40
const keptWords = 300

/** Anything may stand in a fork: little is kept of it. */
export function aboutSuggestion({ spots, before, after, words }: Suggestion): AboutSuggestion {
  const [first] = spots
  const around = { before: short(before), after: short(after), words: words.slice(0, keptWords) }
  if (!first) return { spots: [], ...around }
  const { kind, where, differences } = first
  const types = (side: 'removed' | 'inserted') => ({
    content: [...new Set(spots.flatMap((spot) => spot[side].content.map(({ type = '' }) => type)))]
      .slice(0, most)
      .map((type) => ({ type: short(type) })),
  })
  const named = Object.entries(differences).slice(0, most)
  return {
    ...around,
    spots: [
      {
        kind,
        where,
        differences: Object.fromEntries(
          named.map(([name, { fork }]) => [
            short(name),
            fork === undefined ? {} : { fork: plain(fork) },
          ]),
        ),
        removed: types('removed'),
        inserted: types('inserted'),
      },
    ],
  }
}

const short = (word: string) => word.slice(0, keptLetters)

/** That there is something is enough to know of anything larger. */
function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return short(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
