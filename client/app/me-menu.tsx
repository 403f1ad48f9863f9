import { useNavigate } from '@tanstack/react-router'
import { LogOut, UserRound } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '../people/use-sign-out'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { MeFace } from './me-face'
import { setTheme, themes, useTheme } from './theme'

export function MeMenu() {
  const { t } = useTranslation('shell')
  const theme = useTheme()
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <MenuTrigger>
      <Button className="w-full cursor-pointer rounded-md data-hovered:bg-hover data-pressed:bg-pressed">
        <MeFace />
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
        <MenuItem id="sign-out" icon={<LogOut size={16} />} onAction={() => void signOut('here')}>
          {t('signOut')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
