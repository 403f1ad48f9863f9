/** Who is in the workshop: faces in the bar, all of them with their seats behind a press. */
import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Dialog } from '../../ui/dialog'
import { Popover } from '../../ui/popover'
import { useNarrow } from '../../ui/use-narrow'
import { PeopleList } from './people-list'

const mostFaces = { narrow: 2, wide: 5 }

type Props = { page: WorkshopPage; people: readonly Participant[] }

export function FacesButton({ page, people }: Props) {
  const { t } = useTranslation('workshops')
  const isNarrow = useNarrow()
  const seated = people.filter(({ state }) => state === 'in')
  const waiting = people.filter(({ state }) => state === 'waiting').length
  const faces = [...seated].sort((a, b) => Number(b.here) - Number(a.here))
  const shown = faces.slice(0, isNarrow ? mostFaces.narrow : mostFaces.wide)
  const list = <PeopleList page={page} people={people} />
  const here = seated.filter((one) => one.here).length
  return (
    <DialogTrigger>
      <AriaButton
        aria-label={t('people.open', { count: seated.length, here })}
        className="flex h-9 shrink-0 cursor-pointer items-center gap-1.5 rounded-full px-1.5 data-hovered:bg-hover"
      >
        <span className="flex">
          {shown.map(({ id, name, colour, here }) => (
            <span
              key={id}
              className="-ms-1.5 flex rounded-full border-2 border-(--ground) first:ms-0"
              style={{ opacity: here ? 1 : 0.5 }}
            >
              <Avatar name={name} colour={colour} size="small" />
            </span>
          ))}
        </span>
        <span className="pe-1 font-medium text-ink-soft text-sm tabular-nums">{seated.length}</span>
        {waiting > 0 && (
          <span className="flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 font-semibold text-on-accent text-xs">
            {t('people.waitingShort', { count: waiting })}
          </span>
        )}
      </AriaButton>
      {isNarrow ? (
        <Dialog title={t('people.title')}>{list}</Dialog>
      ) : (
        <Popover label={t('people.title')} placement="bottom end" className="w-88 p-2">
          {list}
        </Popover>
      )}
    </DialogTrigger>
  )
}
