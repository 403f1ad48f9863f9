import { X } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { InShellHeader } from '../shell/shell-header'
import { IconButton } from '../ui/icon-button'
import { Loading, Skeleton } from '../ui/skeleton'
import { useFetchAhead } from '../ui/use-fetch-ahead'
import { useNarrow } from '../ui/use-narrow'
import type { DocDesk } from './doc-desk'
import { DocMenu } from './doc-menu'
import { type DocPanel, panelsAhead } from './doc-panels'
import { useDocPanel } from './use-doc-panel'
import { usePanelName } from './use-panel-name'
import './doc-side.css'

/**
 * The panel beside the text, its buttons in the top bar, and the menu of the doc. They outlive the
 * editor: somebody may be writing in the panel while another takes its place, and for a moment there
 * is none.
 */
export function DocSide({ desk }: { desk: DocDesk | null }) {
  const last = useRef(desk)
  useEffect(() => {
    if (desk) last.current = desk
  })
  const shown = desk ?? last.current
  return shown && <SideOf desk={shown} />
}

function SideOf({ desk }: { desk: DocDesk }) {
  const { offered, current, toggle, close } = useDocPanel(desk)
  const isNarrow = useNarrow()
  useFetchAhead(panelsAhead)
  return (
    <>
      <InShellHeader>
        {!isNarrow &&
          offered.map((panel) => (
            <PanelButton
              key={panel.id}
              panel={panel}
              desk={desk}
              isOn={panel === current}
              onPress={() => toggle(panel.id)}
            />
          ))}
        <DocMenu desk={desk} {...(isNarrow && { panels: { offered, toggle } })} />
      </InShellHeader>
      {current && <OpenPanel key={current.id} panel={current} desk={desk} close={close} />}
    </>
  )
}

function PanelButton(props: {
  panel: DocPanel
  desk: DocDesk
  isOn: boolean
  onPress: () => void
}) {
  const { panel, desk, isOn } = props
  const { icon, shortcut } = panel
  const { count, name } = usePanelName(panel, desk)
  return (
    <IconButton
      label={name}
      {...(shortcut && { shortcut })}
      isOn={isOn}
      aria-pressed={isOn}
      onPress={props.onPress}
      className="relative"
    >
      {icon}
      {count > 0 && (
        <span aria-hidden className="doc-panel-count">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </IconButton>
  )
}

function OpenPanel(props: { panel: DocPanel; desk: DocDesk; close: () => void }) {
  const { t } = useTranslation('docs')
  const { panel, desk, close } = props
  const name = t(`panels.${panel.id}`)
  return (
    <aside
      className="doc-side"
      tabIndex={-1}
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <header className="doc-side-head">
        <h2>{name}</h2>
        <IconButton label={t('panels.close')} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <div className="doc-side-body">
        <Suspense fallback={<PanelSkeleton />}>
          <panel.Panel desk={desk} close={close} />
        </Suspense>
      </div>
    </aside>
  )
}

const PanelSkeleton = () => (
  <Loading className="space-y-3 p-4">
    <Skeleton className="h-4 w-40" />
    <Skeleton className="h-16 w-full" />
    <Skeleton className="h-16 w-full" />
  </Loading>
)
