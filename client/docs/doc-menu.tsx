import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { docActionGroups, useDocActions } from './doc-actions'
import type { DocDesk } from './doc-desk'
import type { DocPanel } from './doc-panels'
import { usePanelName } from './use-panel-name'

type Panels = { offered: DocPanel[]; toggle: (id: string) => void }

/** `panels` where the top bar has no room for their buttons. */
export function DocMenu({ desk, panels }: { desk: DocDesk; panels?: Panels }) {
  const { t } = useTranslation('docs')
  const all = useDocActions(desk)
  const actions = all.filter(({ id }) => !panels?.offered.some((panel) => panel.id === id))
  const groups = docActionGroups
    .map((group) => actions.filter((action) => action.group === group))
    .filter((group) => group.length > 0)
  return (
    <MenuTrigger>
      <IconButton label={t('menu.label')}>
        <Ellipsis size={18} aria-hidden />
      </IconButton>
      <Menu
        aria-label={t('menu.label')}
        placement="bottom end"
        onAction={(id) => {
          const panel = panels?.offered.find((one) => panelKey(one) === id)
          if (panel) panels?.toggle(panel.id)
          else actions.find((action) => action.id === id)?.run()
        }}
      >
        {panels && <PanelItems desk={desk} offered={panels.offered} />}
        {groups.map((group, place) => (
          <Fragment key={group[0]?.group}>
            {(place > 0 || panels) && <MenuSeparator />}
            {group.map(({ id, label, icon, shortcut, tone }) => (
              <MenuItem
                key={id}
                id={id}
                icon={icon}
                {...(shortcut && { shortcut })}
                {...(tone && { tone })}
              >
                {label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

const panelKey = ({ id }: DocPanel) => `panel:${id}`

const PanelItems = ({ desk, offered }: { desk: DocDesk; offered: DocPanel[] }) =>
  offered.map((panel) => <PanelItem key={panel.id} panel={panel} desk={desk} />)

function PanelItem({ panel, desk }: { panel: DocPanel; desk: DocDesk }) {
  return (
    <MenuItem id={panelKey(panel)} icon={panel.icon}>
      {usePanelName(panel, desk).name}
    </MenuItem>
  )
}
