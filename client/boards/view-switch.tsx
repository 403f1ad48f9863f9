import type { ViewKind } from '@atelier/shared/boards/view'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import { boardViews } from './board-views'
import './view-switch.css'

type Props = { kind: ViewKind; onChange(kind: ViewKind): void }

/** The same cards, looked at in another way. */
export function ViewSwitch({ kind, onChange }: Props) {
  const { t } = useTranslation('board-views')
  return (
    <ToggleButtonGroup
      className="view-switch"
      aria-label={t('switch')}
      disallowEmptySelection
      selectedKeys={[kind]}
      onSelectionChange={([chosen]) => chosen && onChange(chosen as ViewKind)}
    >
      {boardViews.map(({ kind: one, icon: Icon }, index) => (
        <ToggleButton key={one} id={one} aria-keyshortcuts={String(index + 1)}>
          <Icon aria-hidden size={15} />
          <span>{t(`kinds.${one}`)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
