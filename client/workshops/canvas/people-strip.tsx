import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { Participant } from '@atelier/shared/workshops/workshop'
import { Eye, Users } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton, MenuTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePeopleHere } from '../../sync/use-presence'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { personColour } from '../../ui/palette'
import { useCanvasDesk } from './canvas-desk'
import { usePicked } from './canvas-state'

const shownFaces = 5

/** Who else looks at the wall: a press on a face, and one's own view goes along with theirs. */
export function PeopleStrip({ people }: { people: readonly Participant[] }) {
  const { t } = useTranslation('workshop-wall')
  const { room, state } = useCanvasDesk()
  const [, ...others] = usePeopleHere(room)
  const following = usePicked(state, (facts) => facts.following)
  useStopWhenGone(others, following)
  const followed = others.find(({ id }) => id === following)
  if (followed) return <Following person={followed} />
  if (others.length === 0) return null
  const leads = new Set(
    people.flatMap(({ role, personId, id }) => (role === 'facilitator' ? [personId ?? id] : [])),
  )
  const sorted = [...others].sort((a, b) => Number(leads.has(b.id)) - Number(leads.has(a.id)))
  return (
    <div className="wall-people">
      {sorted.slice(0, shownFaces).map((person) => (
        <FaceButton key={person.id} person={person} />
      ))}
      <MenuTrigger>
        <IconButton label={t('canvas.followOne')} size="small">
          <Users size={16} aria-hidden />
        </IconButton>
        <Menu aria-label={t('canvas.followOne')} placement="bottom end">
          {sorted.map((person) => (
            <MenuItem
              key={person.id}
              textValue={person.name}
              icon={<Avatar size="tiny" name={person.name} colour={person.colour} />}
              onAction={() => state.change({ following: person.id })}
            >
              {person.name}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </div>
  )
}

function FaceButton({ person }: { person: PresentPerson }) {
  const { t } = useTranslation('workshop-wall')
  const { state } = useCanvasDesk()
  return (
    <AriaButton
      className="wall-face"
      aria-label={t('canvas.follow', { name: person.name })}
      onPress={() => state.change({ following: person.id })}
    >
      <Avatar size="small" name={person.name} colour={person.colour} />
    </AriaButton>
  )
}

function Following({ person }: { person: PresentPerson }) {
  const { t } = useTranslation('workshop-wall')
  const { state } = useCanvasDesk()
  return (
    <div className="wall-following" style={{ borderColor: personColour(person.colour) }}>
      <Eye size={16} aria-hidden />
      <span dir="auto">{t('canvas.following', { name: person.name })}</span>
      <Button size="small" tone="quiet" onPress={() => state.change({ following: null })}>
        {t('canvas.stopFollowing')}
      </Button>
    </div>
  )
}

function useStopWhenGone(others: readonly PresentPerson[], following: string | null): void {
  const { state, announce } = useCanvasDesk()
  const { t } = useTranslation('workshop-wall')
  const isGone = following !== null && !others.some(({ id }) => id === following)
  useEffect(() => {
    if (!isGone) return
    state.change({ following: null })
    announce(t('canvas.followedLeft'))
  }, [isGone, state, announce, t])
}
