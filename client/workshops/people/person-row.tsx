import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Check, DoorOpen, Ellipsis, Megaphone, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { rightsIn } from '../rights-in'
import { useParticipantChange, useRemove } from './use-participant-change'

type Props = { page: WorkshopPage; person: Participant; act?: ReactNode }

export function PersonRow({ page, person, act }: Props) {
  const { t } = useTranslation('workshops')
  const { name, colour, here, isGuest, role, done } = person
  const isMe = page.me?.id === person.id
  const kind = [
    ...(isMe ? [t('people.you')] : []),
    ...(role === 'facilitator' ? [t('people.facilitator')] : isGuest ? [t('people.guest')] : []),
    ...(here || person.state === 'waiting' ? [] : [t('people.away')]),
  ].join(' · ')
  return (
    <li className="flex min-h-11 items-center gap-3 rounded-md px-2 py-1 [--ground:var(--color-raised)]">
      <Avatar name={name} colour={colour} here={here} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm">{name}</span>
        {kind && <span className="block truncate text-ink-faint text-xs">{kind}</span>}
      </span>
      {done && (
        <span className="flex items-center gap-1 text-accent text-xs">
          <Check size={14} aria-hidden />
          {t('people.done')}
        </span>
      )}
      {act}
      {rightsIn(page).facilitates && <PersonMenu page={page} person={person} />}
    </li>
  )
}

function PersonMenu({ page, person }: { page: WorkshopPage; person: Participant }) {
  const { t } = useTranslation('workshops')
  const { mutate } = useParticipantChange(page.id)
  const remove = useRemove(page.id)
  const { id: participantId, name, role, isGuest, state } = person
  const leads = role === 'facilitator'
  return (
    <MenuTrigger>
      <IconButton label={t('people.more', { name })} size="small">
        <Ellipsis size={16} />
      </IconButton>
      <Menu placement="bottom end">
        {!isGuest && state === 'in' && (
          <MenuItem
            icon={leads ? <UserRound size={15} /> : <Megaphone size={15} />}
            onAction={() => mutate({ participantId, role: leads ? 'participant' : 'facilitator' })}
          >
            {t(leads ? 'people.noFacilitator' : 'people.makeFacilitator')}
          </MenuItem>
        )}
        <MenuItem icon={<DoorOpen size={15} />} tone="danger" onAction={() => remove(person)}>
          {t('people.remove')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
