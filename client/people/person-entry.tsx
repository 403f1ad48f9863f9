import { type WorkspaceRole, workspaceRoles } from '@atelier/shared/access/roles'
import type { PersonRow } from '@atelier/shared/people/person'
import { Ellipsis } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { Option, Select } from '../ui/select'
import { toast } from '../ui/toast'

type Standing = { role?: WorkspaceRole; suspended?: boolean }

export function PersonEntry({ person }: { person: PersonRow }) {
  const { t } = useTranslation('people')
  const me = useMe()
  const can = useCan()
  const { workspaceId } = me
  const { id: personId, role, sharesProject } = person
  const mayChange =
    !person.hasLeft && can('change', { kind: 'person', workspaceId, personId, role, sharesProject })
  const offered = workspaceRoles.filter(
    (one) => one === role || can('manage', { kind: 'invitation', workspaceId, role: one }),
  )
  const change = useChange(
    (json: Standing) => ask(api.people[':id'].$patch({ param: { id: personId }, json })),
    { renews: [['people'], ['grants']] },
  )
  const suspend = (suspended: boolean) =>
    change.mutate({ suspended }, { onSuccess: () => suspended && offerUndo() })
  const offerUndo = () =>
    toast({
      text: t('people.suspended', { name: person.name }),
      action: { label: t('undo'), onPress: () => suspend(false) },
    })
  const place = [person.department, person.organisation].filter(Boolean).join(' · ')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <Avatar name={person.name} colour={person.colour} />
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {person.name}
          {person.id === me.id && <Badge>{t('people.you')}</Badge>}
          {person.hasLeft && <Badge>{t('people.hasLeft')}</Badge>}
          {person.suspended && <Badge tone="warning">{t('people.isSuspended')}</Badge>}
        </p>
        <p className="truncate text-ink-faint text-sm">
          {[place, person.email].filter(Boolean).join(' · ')}
        </p>
      </div>
      {mayChange ? (
        <div className="ms-auto flex items-center gap-1">
          <Select
            label={t('people.roleOf', { name: person.name })}
            hideLabel
            look="quiet"
            value={change.variables?.role && change.isPending ? change.variables.role : role}
            onChange={(chosen) => change.mutate({ role: chosen })}
          >
            {offered.map((one) => (
              <Option key={one} id={one} hint={t(`roleHints.${one}`)}>
                {t(`roles.${one}`)}
              </Option>
            ))}
          </Select>
          <MenuTrigger>
            <IconButton label={t('people.more', { name: person.name })}>
              <Ellipsis size={18} />
            </IconButton>
            <Menu placement="bottom end">
              <MenuItem
                tone={person.suspended ? undefined : 'danger'}
                onAction={() => suspend(!person.suspended)}
              >
                {t(person.suspended ? 'people.restore' : 'people.suspend')}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        </div>
      ) : (
        <span className="text-ink-soft text-sm">{t(`roles.${role}`)}</span>
      )}
    </li>
  )
}
