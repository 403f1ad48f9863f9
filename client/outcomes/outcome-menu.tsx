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
  among: readonly Outcome[]
  edit(): void
  announce(words: string): void
}

/** What those who lead do with an outcome. */
export function OutcomeMenu({ projectId, outcome, among, edit, announce }: Props) {
  const { t } = useTranslation('outcomes')
  const { mutate: change } = useChangeOutcome(projectId)
  const { id, name } = outcome
  const at = among.findIndex((one) => one.id === id)
  const move = (to: number) => {
    // It stands after what is before it then, once it is no longer where it is.
    const others = among.filter((one) => one.id !== id)
    change({ id, after: others[to - 1]?.id ?? null })
    announce(t('moved', { name, place: to + 1, count: among.length }))
  }
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
        <MenuItem icon={<ArrowUp size={15} />} isDisabled={at <= 0} onAction={() => move(at - 1)}>
          {t('menu.up')}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={15} />}
          isDisabled={at >= among.length - 1}
          onAction={() => move(at + 1)}
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
