import { minutesOf } from '@atelier/shared/workshops/kit'
import { wordsIn } from '@atelier/shared/workshops/stage'
import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Card } from '../../ui/card'
import { InviteCard } from '../invite/invite-card'
import { LastActions } from '../results/last-actions'
import { rightsIn } from '../rights-in'

type Props = { page: WorkshopPage; people: readonly Participant[] }

/** Before it is begun: who is there, and what is to come. */
export function WaitingRoom({ page, people }: Props) {
  const { t, i18n } = useTranslation('workshops')
  const minutes = minutesOf(page)
  const { facilitates } = rightsIn(page)
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-5 py-8 sm:px-8 lg:py-12">
      <header>
        <p className="font-medium text-accent text-sm">{wordsIn(page.kit.title, i18n.language)}</p>
        <h1 id="stage-title" tabIndex={-1} className="mt-1 font-semibold text-3xl outline-none">
          {page.title}
        </h1>
        <p className="mt-2 text-ink-soft text-lg">
          {t(facilitates ? 'waiting.lead' : 'waiting.words')}{' '}
          {minutes > 0 && t('waiting.minutes', { count: minutes })}
        </p>
      </header>
      {facilitates && page.code && (
        <Card>
          <InviteCard code={page.code} title={page.title} />
        </Card>
      )}
      <Faces people={people} />
      <LastActions workshopId={page.id} />
    </div>
  )
}

function Faces({ people }: Pick<Props, 'people'>) {
  const { t } = useTranslation('workshops')
  const seated = people.filter(({ state }) => state === 'in')
  return (
    <section>
      <h2 className="font-semibold text-lg">{t('waiting.who', { count: seated.length })}</h2>
      <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-x-2 gap-y-4">
        {seated.map(({ id, name, colour, here }) => (
          <li
            key={id}
            className="fade-in flex flex-col items-center gap-1.5 text-center transition-opacity"
            style={{ opacity: here ? 1 : 0.55 }}
          >
            <Avatar name={name} colour={colour} size="large" here={here} />
            <span className="line-clamp-2 w-full text-sm wrap-anywhere">{name}</span>
            {!here && <span className="sr-only">{t('people.away')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
