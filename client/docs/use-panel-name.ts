import { useTranslation } from 'react-i18next'
import type { DocDesk } from './doc-desk'
import type { DocPanel } from './doc-panels'

const nothing = () => 0

/** With how many things in it want to be seen, when there are any. */
export function usePanelName({ id, useCount = nothing }: DocPanel, desk: DocDesk) {
  const { t } = useTranslation('docs')
  const count = useCount(desk)
  const name = t(`panels.${id}`)
  return { count, name: count > 0 ? t('panels.counted', { name, count }) : name }
}
