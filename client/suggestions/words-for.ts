/** What a suggestion is, in a few words. */
import type { Gist } from '@atelier/shared/suggestions/gist'
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import type { TFunction } from 'i18next'

const shortest = 80

type Spot = Gist['spots'][number]

/** `t` of the namespace `suggestions`. */
export function titleOf({ spots, removed, inserted }: Gist, t: TFunction): string {
  const [spot] = spots
  if (!spot) return ''
  if (spot.kind === 'formatting') return t('kinds.formatting', { what: marksOf(spot, t) })
  if (spot.kind === 'attributes') return t('kinds.attributes', { what: settingsOf(spot, t) })
  if (spot.where === 'title') return t('kinds.title')
  const kinds = [removed || hasNodes(spots, 'removed'), inserted || hasNodes(spots, 'inserted')]
  if (kinds[0] && kinds[1])
    return t(removed === inserted ? 'kinds.rearranged' : 'kinds.replacement')
  return t(kinds[0] ? 'kinds.deletion' : 'kinds.insertion')
}

const hasNodes = (spots: readonly Spot[], side: 'removed' | 'inserted') =>
  spots.some((spot) => spot[side].content.length > 0)

/** Its words; of a picture, a table and the like what it is, too. */
export function saidOf(suggestion: Gist, side: 'removed' | 'inserted', t: TFunction): string {
  const words = wordsOn(suggestion, side)
  const content = suggestion.spots.flatMap((spot) => spot[side].content)
  if (words && !content.every(({ type = '' }) => standsAlone.has(type))) return words
  const names = content.flatMap(({ type }) =>
    type && type !== 'text' ? t([`nodes.${type}`, 'nodes.other']) : [],
  )
  return [[...new Set(names)].join(', '), words].filter(Boolean).join(': ')
}

/** What is replaced is read by whole words: “hundred” by “hundreds”, not nothing by “s”. */
function wordsOn(suggestion: Gist, side: 'removed' | 'inserted'): string {
  const { removed, inserted, before, after } = suggestion
  const isReplaced = removed.trim() !== '' && inserted.trim() !== ''
  return isReplaced ? `${before}${suggestion[side]}${after}`.trim() : suggestion[side].trim()
}

const standsAlone = new Set(['picture', 'attachment', 'blockMath', 'inlineMath', 'embed'])

const marksOf = ({ differences }: Spot, t: TFunction) =>
  Object.entries(differences)
    .map(([key, { fork }]) => {
      const name = t([`marks.${key.replace(/--.*/s, '')}`, 'marks.other'])
      return fork === undefined ? t('without', { name }) : name
    })
    .join(', ')

const settingsOf = ({ differences }: Spot, t: TFunction) =>
  [
    ...new Set(
      Object.entries(differences).map(([name, { fork }]) =>
        t([`settings.${name}_${shortly(fork)}`, `settings.${name}`, 'settings.other'], {
          value: typeof fork === 'number' ? fork : '',
        }),
      ),
    ),
  ].join(', ')

/** Anything may stand in an attribute. */
const shortly = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value).slice(0, 40) : ''

/** One sentence, to be read out. */
export function spokenOf(suggestion: Suggestion, name: string, t: TFunction): string {
  const short = (words: string) =>
    words.length > shortest ? `${words.slice(0, shortest).trimEnd()}…` : words
  const removed = short(saidOf(suggestion, 'removed', t))
  const inserted = short(saidOf(suggestion, 'inserted', t))
  const title = titleOf(suggestion, t)
  if (removed && inserted && removed !== inserted) {
    return t('spoken.replacement', { name, title, removed, inserted })
  }
  const words = inserted || removed || short(suggestion.words.trim())
  return words ? t('spoken.words', { name, title, words }) : t('spoken.plain', { name, title })
}
