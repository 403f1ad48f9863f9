import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { docActionGroups, useDocActions } from './doc-actions'
import type { DocDesk } from './doc-desk'

export function DocMenu({ desk }: { desk: DocDesk }) {
  const { t } = useTranslation('docs')
  const actions = useDocActions(desk)
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
        onAction={(id) => actions.find((action) => action.id === id)?.run()}
      >
        {groups.map((group, place) => (
          <Fragment key={group[0]?.group}>
            {place > 0 && <MenuSeparator />}
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
