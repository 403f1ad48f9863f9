import type { Stage } from '@atelier/shared/workshops/stage'
import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Users } from 'lucide-react'
import { useMemo } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { breakoutGroups } from './breakout'

type Props = { page: WorkshopPage; people: readonly Participant[]; stage: Stage }

/** With whom one is, in a stage that is done in small groups; all groups behind a press. */
export function BreakoutPanel({ page, people, stage }: Props) {
  const { t } = useTranslation('workshops')
  const { list } = useFormat()
  const size = stage.rules.groupsOf
  const groups = useMemo(() => (size ? breakoutGroups(people, size) : []), [people, size])
  if (groups.length === 0) return null
  const mine = groups.find((group) => group.some(({ id }) => id === page.me?.id))
  const others = mine?.filter(({ id }) => id !== page.me?.id).map(({ name }) => name) ?? []
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-accent-soft px-3 py-2 text-sm">
      <Users size={16} aria-hidden className="shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-48">
        {others.length > 0 ? t('groups.yours', { names: list(others) }) : t('groups.alone')}
      </p>
      <DialogTrigger>
        <Button size="small" tone="quiet">
          {t('groups.all', { count: groups.length })}
        </Button>
        <Dialog title={t('groups.title')}>
          <Groups groups={groups} />
        </Dialog>
      </DialogTrigger>
    </div>
  )
}

function Groups({ groups }: { groups: readonly Participant[][] }) {
  const { t } = useTranslation('workshops')
  return (
    <ol className="grid gap-3">
      {groups.map((group, nth) => (
        <li key={group[0]?.id} className="rounded-lg border border-line p-3">
          <h3 className="mb-2 font-medium text-ink-faint text-xs">
            {t('groups.nth', { nth: nth + 1 })}
          </h3>
          <ul className="grid gap-1.5">
            {group.map(({ id, name, colour }) => (
              <li key={id} className="flex items-center gap-2.5 text-sm">
                <Avatar name={name} colour={colour} size="small" />
                {name}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
