import { languages } from '@atelier/shared/people/choices'
import { Languages } from 'lucide-react'
import { Header } from 'react-aria-components/Header'
import { MenuSection, MenuTrigger, type Selection } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { setTheme, themes, useTheme } from './theme'

/** How a page looks and speaks, where there is no profile to keep it in. */
export function PageControls() {
  const { t, i18n } = useTranslation('shell')
  const { t: door } = useTranslation('door')
  const theme = useTheme()
  return (
    <MenuTrigger>
      <IconButton label={t('look')}>
        <Languages size={18} />
      </IconButton>
      <Menu placement="bottom end" aria-label={t('look')}>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[i18n.language]}
          onSelectionChange={(keys) => void i18n.changeLanguage(oneOf(keys, 'en'))}
        >
          <Header className={headClass}>{door('language')}</Header>
          {languages.map((language) => (
            <MenuItem key={language} id={language}>
              {door(`languages.${language}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = oneOf(keys, 'system')
            setTheme(themes.find((one) => one === chosen) ?? 'system')
          }}
        >
          <Header className={headClass}>{t('theme')}</Header>
          {themes.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`themes.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}

const headClass = 'px-2.5 pt-2 pb-1 font-medium text-ink-faint text-xs'

const oneOf = (keys: Selection, otherwise: string): string =>
  String(keys === 'all' ? otherwise : ([...keys][0] ?? otherwise))
