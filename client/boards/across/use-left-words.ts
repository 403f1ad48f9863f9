import type { LeftBehind } from '@atelier/shared/boards/move-card'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { useDesk } from '../board-context'
import { useLeftOutcomes } from './use-left-outcomes'

/** Sentences about what moved cards could not take along; none where they took everything. */
export function useLeftWords(): (left: readonly LeftBehind[]) => string[] {
  const { t } = useTranslation('board-moves')
  const { list } = useFormat()
  const { people } = useDesk()
  const leftOutcomes = useLeftOutcomes()
  return (left) => {
    const relations = left.reduce((sum, one) => sum + one.relations, 0)
    const names = [...new Set(left.flatMap((one) => one.people))].map(
      (id) => people.get(id)?.name ?? t('somebody'),
    )
    return [
      ...(relations > 0 ? [t('leftRelations', { count: relations })] : []),
      ...(names.length > 0 ? [t('leftPeople', { names: list(names), count: names.length })] : []),
      ...leftOutcomes(left),
    ]
  }
}
