import type { CardChange } from '@atelier/shared/boards/card-change'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useDesk } from '../board-context'
import { useDueWords } from '../due-chip'

/** Says one change of somebody's, as the end of a sentence that begins with their name. */
export function useChangeWords(): (change: CardChange, by: string | null) => string {
  const { t } = useTranslation('card-history')
  const { people, outcomes } = useDesk()
  const day = useDueWords()
  const cards = useBoardPart((board) => board.cards)
  const name = (id: string) => people.get(id)?.name ?? t('former')
  const title = (id: string) => cards.get(id)?.title || t('aCard')
  return (change, by) => {
    switch (change.what) {
      case 'renamed':
        return t('changes.renamed', { from: change.from })
      case 'moved':
        return t('changes.moved', {
          from: change.from || t('unnamed'),
          to: change.to || t('unnamed'),
        })
      case 'goal':
      case 'learned': {
        const own = change.what === 'goal' ? 'ownGoal' : 'ownLearned'
        if (change.person === by) return t(`changes.${own}`)
        return t(`changes.${change.what}`, { person: name(change.person) })
      }
      case 'assigned':
      case 'unassigned':
      case 'asked':
        return t(`changes.${change.what}`, { person: name(change.person) })
      case 'labelled':
      case 'unlabelled':
      case 'attached':
      case 'detached':
        return t(`changes.${change.what}`, { name: change.name })
      case 'start':
        return change.day ? t('changes.start', { day: day(change.day) }) : t('changes.noStart')
      case 'due':
        return change.day ? t('changes.due', { day: day(change.day) }) : t('changes.noDue')
      case 'estimate':
        if (change.points === null) return t('changes.noEstimate')
        return t('changes.estimate', { count: change.points })
      case 'item-added':
      case 'item-removed':
      case 'item-done':
      case 'item-open':
        return t(`changes.${change.what}`, { text: change.text })
      case 'item-worded':
        return t('changes.item-worded', { from: change.from, to: change.to })
      case 'item-words-lost':
        return t('changes.item-words-lost', { text: change.text, kept: change.kept })
      case 'contributes':
      case 'contributes-no-more': {
        const outcome = outcomes.find(({ id }) => id === change.outcome)
        return t(`changes.${change.what}`, { name: outcome?.name ?? t('goneOutcome') })
      }
      case 'outcome-left':
        return t('changes.outcome-left', { name: change.name || t('goneOutcome') })
      case 'blocks':
      case 'blocks-no-more':
        return t(`changes.${change.what}`, { card: title(change.card) })
      case 'part-of':
        return change.card
          ? t('changes.part-of', { card: title(change.card) })
          : t('changes.noPart')
      case 'came':
      case 'went':
        return t(`changes.${change.what}`, { board: t('anotherBoard') })
      case 'duplicate-of':
        if (!change.card) return t('changes.noDuplicate')
        return t('changes.duplicate-of', { card: title(change.card) })
      default:
        return t(`changes.${change.what}`)
    }
  }
}
