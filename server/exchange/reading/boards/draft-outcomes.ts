import { outcomeFinder } from '@atelier/shared/outcomes/find-outcome'
import { mostContributions } from '@atelier/shared/outcomes/outcome'
import type { NamedOutcome } from '../../jobs'
import type { DraftCard } from './draft'
import type { DraftWishes } from './draft-board'

/** Those of the project that a card names, each once; what the project does not have, or is too many, becomes words. */
export function outcomeTaker({ outcomes, words }: Pick<DraftWishes, 'outcomes' | 'words'>) {
  const find = outcomeFinder(outcomes)
  return (card: DraftCard): NamedOutcome[] => {
    const known = new Map<string, NamedOutcome>()
    const unknown: string[] = []
    for (const name of card.outcomes) {
      const id = find({ id: '', name })
      if (id !== null && (known.has(id) || known.size < mostContributions))
        known.set(id, { id, name })
      else unknown.push(name)
    }
    if (unknown.length > 0) card.facts.push({ name: words.outcomes, value: unknown.join(', ') })
    return [...known.values()]
  }
}
