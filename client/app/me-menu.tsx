import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { Avatar } from '../ui/avatar'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { setTheme, themes, useTheme } from './theme'
import { useSignOut } from './use-sign-out'

export function MeMenu() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const theme = useTheme()
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <MenuTrigger>
      <Button className="flex w-full cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-start data-hovered:bg-hover data-pressed:bg-pressed">
        <Avatar name={me.name} colour={me.colour} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-sm leading-4.5">{me.name}</span>
          <span className="block truncate text-ink-faint text-xs">
            {me.department ?? me.organisation}
          </span>
        </span>
        <ChevronsUpDown size={15} aria-hidden className="text-ink-faint" />
      </Button>
      <Menu placement="top start" aria-label={t('me')}>
        <MenuItem
          id="profile"
          icon={<UserRound size={16} />}
          onAction={() => void navigate({ to: '/settings/profile' })}
        >
          {t('profile')}
        </MenuItem>
        <MenuSection
          selectionMode="single"
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : [...keys]
            setTheme(themes.find((one) => one === chosen) ?? 'system')
          }}
        >
          <Header className="px-2.5 pt-2 pb-1 font-medium text-ink-faint text-xs">
            {t('theme')}
          </Header>
          {themes.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`themes.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSeparator />
        <MenuItem id="sign-out" icon={<LogOut size={16} />} onAction={signOut}>
          {t('signOut')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
