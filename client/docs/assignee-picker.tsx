import { readUuid } from '@atelier/shared/docs/attributes'
import { UserRoundX } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { MenuItem } from '../ui/menu'
import { Popover } from '../ui/popover'
import type { BlockQuestion } from './block-popovers'
import { attributesOf, changeBlock } from './change-block'
import { type DocHost, hostOf } from './doc-host'

const nobody = 'nobody'

/** Whose task it is: a member of the project, found by a few letters. */
export function AssigneePicker({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('blocks')
  const { contains } = useFilter({ sensitivity: 'base' })
  const people = usePeople(hostOf(editor))
  const assignee = readUuid(attributesOf(editor, asked).assignee)
  const choose = (id: string) => {
    changeBlock(editor, asked, { assignee: id === nobody ? null : id })
    onClose()
  }
  return (
    <Popover
      label={t('task.assignee.label')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={{ current: asked.beside }}
      placement="bottom start"
      className="w-64 p-0"
    >
      <Autocomplete filter={contains}>
        <TextField
          aria-label={t('task.assignee.label')}
          autoFocus
          className="border-line border-b px-3"
        >
          <Input
            placeholder={t('task.assignee.placeholder')}
            className="h-10 w-full bg-transparent text-sm outline-none placeholder:text-ink-faint"
          />
        </TextField>
        <Menu
          aria-label={t('task.assignee.label')}
          className="max-h-64 overflow-y-auto p-1 outline-none"
          onAction={(id) => choose(String(id))}
          selectionMode="single"
          selectedKeys={assignee ? [assignee] : []}
          renderEmptyState={() => (
            <p className="px-3 py-4 text-center text-ink-faint text-sm">
              {t('task.assignee.none')}
            </p>
          )}
        >
          {people.map(({ id, name, colour }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              icon={<Avatar name={name} colour={colour} size="tiny" />}
            >
              <span dir="auto" className="block truncate">
                {name}
              </span>
            </MenuItem>
          ))}
          {assignee !== null && (
            <MenuItem id={nobody} icon={<UserRoundX size={16} aria-hidden />}>
              {t('task.assignee.remove')}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Popover>
  )
}

/** They may only just be on their way here. */
function usePeople(host: DocHost) {
  const watch = useMemo(() => (listener: () => void) => host.onPeople(listener), [host])
  const people = useSyncExternalStore(watch, () => host.people)
  return [...(people?.values() ?? [])]
}
