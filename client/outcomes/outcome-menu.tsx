import type { Outcome } from '@atelier/shared/outcomes/outcome'
import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { useChangeOutcome } from './outcome-records'

type Props = {
  projectId: string
  outcome: Outcome
  /** Among all that are shown. */
  place: number
  count: number
  edit(): void
  step(by: -1 | 1): void
}

/** What those who lead do with an outcome. */
export function OutcomeMenu({ projectId, outcome, place, count, edit, step }: Props) {
  const { t } = useTranslation('outcomes')
  const { mutate: change } = useChangeOutcome(projectId)
  const { id, name } = outcome
  const archive = () => {
    change({ id, archived: true })
    const undo = { label: t('undo'), onPress: () => change({ id, archived: false }) }
    toast({ text: t('wasArchived', { name }), action: undo })
  }
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('menu.label', { name })}>
        <Ellipsis aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={15} />} onAction={edit}>
          {t('menu.edit')}
        </MenuItem>
        <MenuItem
          icon={<ArrowUp size={15} />}
          shortcut={['Alt', 'Shift', '↑']}
          isDisabled={place === 0}
          onAction={() => step(-1)}
        >
          {t('menu.up')}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={15} />}
          shortcut={['Alt', 'Shift', '↓']}
          isDisabled={place >= count - 1}
          onAction={() => step(1)}
        >
          {t('menu.down')}
        </MenuItem>
        <MenuItem icon={<Archive size={15} />} onAction={archive}>
          {t('menu.archive')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
