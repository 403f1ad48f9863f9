import type { Card } from '@atelier/shared/boards/card'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'

export type NamedOutcome = { id: string; name: string }

/** What a card contributes to, in the project's order; what the project does not have (any more) comes last. */
export function useOutcomeNames({ outcomes: own }: Pick<Card, 'outcomes'>): NamedOutcome[] {
  const { t } = useTranslation('outcomes')
  const { outcomes } = useDesk()
  const known = outcomes.filter(({ id }) => own.includes(id))
  const gone = own.filter((id) => !outcomes.some((outcome) => outcome.id === id))
  return [
    ...known.map(({ id, name }) => ({ id, name })),
    ...gone.map((id) => ({ id, name: t('card.gone') })),
  ]
}

/** To choose among: all but the archived ones, and whatever is chosen already. */
export function useOutcomeOptions(chosen: readonly string[]): NamedOutcome[] {
  const { outcomes } = useDesk()
  const named = useOutcomeNames({ outcomes: chosen })
  const open = outcomes.filter(({ id, archived }) => !archived || chosen.includes(id))
  const known = new Set(open.map(({ id }) => id))
  return [...open, ...named.filter(({ id }) => !known.has(id))]
}
