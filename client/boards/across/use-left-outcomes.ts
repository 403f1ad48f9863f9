import type { LeftBehind } from '@atelier/shared/boards/move-card'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'

/** A sentence about the outcomes that another project does not have, each named once; none where it has all. */
export function useLeftOutcomes(): (left: readonly Pick<LeftBehind, 'outcomes'>[]) => string[] {
  const { t } = useTranslation('board-moves')
  const { list } = useFormat()
  return (left) => {
    const names = [...new Set(left.flatMap(({ outcomes }) => outcomes))].map(
      (name) => name || t('goneOutcome'),
    )
    return names.length > 0 ? [t('leftOutcomes', { names: list(names), count: names.length })] : []
  }
}
