import { LayoutGrid, List } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import { setWallView, type WallView, wallViews } from './wall-view'

const icons = { canvas: LayoutGrid, list: List }

/** The same notes on a surface, or as a list. */
export function WallSwitch({ view }: { view: WallView }) {
  const { t } = useTranslation('workshops')
  return (
    <ToggleButtonGroup
      aria-label={t('stage.view')}
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={([chosen]) => chosen && setWallView(chosen as WallView)}
      className="inline-flex shrink-0 gap-0.5 rounded-md bg-hover p-0.5"
    >
      {wallViews.map((one) => {
        const Icon = icons[one]
        return (
          <ToggleButton
            key={one}
            id={one}
            className="inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-sm px-2 font-medium text-ink-soft text-sm data-selected:bg-raised data-selected:text-ink data-selected:shadow-card pointer-coarse:h-9"
          >
            <Icon size={15} aria-hidden />
            <span className="max-sm:sr-only">{t(`stage.${one}`)}</span>
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
