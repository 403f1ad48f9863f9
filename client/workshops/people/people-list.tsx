import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { rightsIn } from '../rights-in'
import { PersonRow } from './person-row'
import { useParticipantChange } from './use-participant-change'

type Props = { page: WorkshopPage; people: readonly Participant[] }

/** Who waits first, then who is in; those who are here before those who were. */
export function PeopleList({ page, people }: Props) {
  const { t } = useTranslation('workshops')
  const facilitates = rightsIn(page).facilitates
  const waiting = people.filter(({ state }) => state === 'waiting')
  const seated = people
    .filter(({ state }) => state === 'in')
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  return (
    <div className="grid gap-3">
      {facilitates && waiting.length > 0 && <Waiting page={page} waiting={waiting} />}
      <section>
        <h3 className="px-2 pb-1 font-medium text-ink-faint text-xs">
          {t('people.in', { count: seated.length })}
        </h3>
        <ul>
          {seated.map((person) => (
            <PersonRow key={person.id} page={page} person={person} />
          ))}
        </ul>
      </section>
    </div>
  )
}

const rank = ({ role, here }: Participant) => (role === 'facilitator' ? 0 : 1) + (here ? 0 : 2)

function Waiting({ page, waiting }: { page: WorkshopPage; waiting: readonly Participant[] }) {
  const { t } = useTranslation('workshops')
  const { mutate } = useParticipantChange(page.id)
  const letIn = (participantId: string) => mutate({ participantId, state: 'in' })
  const letAllIn = () => {
    for (const { id } of waiting) letIn(id)
  }
  return (
    <section className="rounded-lg bg-accent-soft p-2">
      <div className="flex items-center justify-between gap-2 px-2 pb-1">
        <h3 className="font-medium text-accent text-xs">
          {t('people.waiting', { count: waiting.length })}
        </h3>
        {waiting.length > 1 && (
          <Button size="small" onPress={letAllIn}>
            {t('people.letAllIn')}
          </Button>
        )}
      </div>
      <ul>
        {waiting.map((person) => (
          <PersonRow
            key={person.id}
            page={page}
            person={person}
            act={
              <Button size="small" tone="primary" onPress={() => letIn(person.id)}>
                {t('people.letIn')}
              </Button>
            }
          />
        ))}
      </ul>
    </section>
  )
}
