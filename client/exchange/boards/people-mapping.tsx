import type { BoardPlan, FoundPerson } from '@atelier/shared/exchange/board-import'
import type { ProjectMember } from '@atelier/shared/projects/project'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Option, Select } from '../../ui/select'

const nobody = 'nobody'

type Props = {
  people: readonly FoundPerson[]
  plan: BoardPlan
  members: readonly ProjectMember[]
  onChange(plan: BoardPlan): void
}

/** Who of theirs is whom here. */
export function PeopleMapping({ people, plan, members, onChange }: Props) {
  const { t } = useTranslation('board-exchange')
  const title = useId()
  const chosen = new Map(plan.people?.map(({ key, person }) => [key, person]))
  const choose = (key: string, person: string) =>
    onChange({
      ...plan,
      people: people.map((one) => ({
        key: one.key,
        person:
          one.key === key ? (person === nobody ? null : person) : (chosen.get(one.key) ?? null),
      })),
    })
  const matched = people.filter(({ key }) => chosen.get(key)).length
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <div>
        <h3 id={title} className="font-medium">
          {t('people.title')}
        </h3>
        <p className="text-ink-soft text-sm">
          {t('people.matched', { matched, count: people.length })}
          {' · '}
          {t('people.intro')}
        </p>
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {people.map(({ key, name, ...counts }) => (
          <li
            key={key}
            className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_13rem]"
          >
            <div className="min-w-0 text-sm">
              <p className="truncate font-medium">
                <bdi>{name}</bdi>
              </p>
              <Counts {...counts} />
            </div>
            <Select
              label={name}
              hideLabel
              value={chosen.get(key) ?? nobody}
              onChange={(person) => choose(key, person)}
            >
              <Option id={nobody}>{t('people.nobody')}</Option>
              {members.map((member) => (
                <Option
                  key={member.id}
                  id={member.id}
                  icon={<Avatar name={member.name} colour={member.colour} size="tiny" />}
                >
                  {member.name}
                </Option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where they come up. */
function Counts({ cards, comments }: Pick<FoundPerson, 'cards' | 'comments'>) {
  const { t } = useTranslation('board-exchange')
  const parts = [
    ...(cards > 0 ? [t('people.cards', { count: cards })] : []),
    ...(comments > 0 ? [t('people.comments', { count: comments })] : []),
  ]
  return <p className="text-ink-faint">{parts.join(' · ') || t('people.none')}</p>
}
