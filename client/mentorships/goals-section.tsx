import type { Goal } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage, MentorshipPerson } from '@atelier/shared/mentorships/mentorship'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { Button } from '../ui/button'
import { GoalDialog } from './goal-dialog'
import { GoalRow } from './goal-row'
import { Nothing, Section } from './section'
import { othersIn } from './standing'

type Props = { page: MentorshipPage; goals: readonly Goal[]; mayWrite: boolean }

/** What each aims at: one's own to change, the others' to read. */
export function GoalsSection({ page, goals, mayWrite }: Props) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const [edited, setEdited] = useState<Goal | 'new' | null>(null)
  const own = goals.filter(({ personId }) => personId === me)
  return (
    <Section
      title={t('goals.title')}
      action={
        mayWrite && (
          <Button
            size="small"
            icon={<Plus aria-hidden size={15} />}
            onPress={() => setEdited('new')}
          >
            {t('goals.add')}
          </Button>
        )
      }
    >
      {goals.length === 0 && <Nothing>{t('goals.none')}</Nothing>}
      {own.length > 0 && (
        <ul aria-label={t('goals.own')}>
          {own.map((goal) => (
            <GoalRow key={goal.id} goal={goal} onEdit={() => setEdited(goal)} />
          ))}
        </ul>
      )}
      {othersIn(page, me).map((person) => (
        <Theirs key={person.id} person={person} goals={goals} />
      ))}
      {edited && (
        <GoalDialog
          goal={edited === 'new' ? null : edited}
          mentorshipId={page.id}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}

function Theirs({ person, goals }: { person: MentorshipPerson; goals: readonly Goal[] }) {
  const { t } = useTranslation('mentorships')
  const theirs = goals.filter(({ personId }) => personId === person.id)
  if (theirs.length === 0) return null
  const title = t('goals.of', { name: person.name })
  return (
    <div className="mt-4">
      <h3 className="mb-1 font-medium text-ink-faint text-xs">{title}</h3>
      <ul aria-label={title}>
        {theirs.map((goal) => (
          <GoalRow key={goal.id} goal={goal} />
        ))}
      </ul>
    </div>
  )
}
