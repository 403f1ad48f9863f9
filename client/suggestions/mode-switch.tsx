import { ChevronDown, Eye, type LucideIcon, Pencil, PenLine } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from '../ui/menu'
import { VisuallyHidden } from '../ui/visually-hidden'
import { modeKeys } from './suggestion-keys'
import type { Mode, Suggesting } from './use-suggesting'
import './suggestions.css'

const icons: Record<Mode, LucideIcon> = { editing: Pencil, suggesting: PenLine, viewing: Eye }

/** Whether what somebody writes stands in the doc at once. Nothing for those who only read. */
export function ModeSwitch({ suggesting }: { suggesting: Suggesting }) {
  const { t } = useTranslation('suggestions')
  const { mode, modes, choose } = suggesting
  if (modes.length < 2) return null
  const Icon = icons[mode]
  const name = t(`mode.${mode}`)
  return (
    <>
      <MenuTrigger>
        <Button className="mode-switch" data-mode={mode} aria-label={t('mode.now', { mode: name })}>
          <Icon size={15} aria-hidden />
          <span className="mode-switch-name">{name}</span>
          <ChevronDown size={13} aria-hidden />
        </Button>
        <Menu
          aria-label={t('mode.label')}
          placement="bottom end"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[mode]}
          onAction={(key) => choose(key as Mode)}
        >
          {modes.map((each) => (
            <ModeItem key={each} mode={each} />
          ))}
        </Menu>
      </MenuTrigger>
      <VisuallyHidden>
        <span role="status">{t('mode.said', { mode: name })}</span>
      </VisuallyHidden>
    </>
  )
}

function ModeItem({ mode }: { mode: Mode }) {
  const { t } = useTranslation('suggestions')
  const Icon = icons[mode]
  return (
    <MenuItem
      id={mode}
      icon={<Icon size={16} aria-hidden />}
      textValue={t(`mode.${mode}`)}
      {...(mode === 'suggesting' && { shortcut: modeKeys })}
    >
      {t(`mode.${mode}`)}
      <span className="block text-ink-faint text-xs">{t(`mode.${mode}Hint`)}</span>
    </MenuItem>
  )
}
