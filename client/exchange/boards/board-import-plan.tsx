import { isolated } from '@atelier/shared/basics/both-ways'
import type { BoardLook, BoardPlan } from '@atelier/shared/exchange/board-import'
import type { ProjectMember } from '@atelier/shared/projects/project'
import { SquareKanban } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DialogFoot } from '../../ui/dialog'
import { PeopleMapping } from './people-mapping'
import { TableMapping } from './table-mapping'

type Props = {
  look: BoardLook
  plan: BoardPlan
  members: readonly ProjectMember[]
  failure: string | null
  /** What changes what is in the file: it is looked at again. */
  onPlan(plan: BoardPlan): void
  onGo(plan: BoardPlan): void
  onBack(): void
}

/** What was found, and what becomes of it. */
export function BoardImportPlan({ look, plan: guess, members, failure, ...on }: Props) {
  const { t } = useTranslation('board-exchange')
  const [plan, setPlan] = useState(guess)
  const [before, setBefore] = useState(guess)
  if (before !== guess) {
    setBefore(guess)
    setPlan(guess)
  }
  const isReady = !look.table || plan.fields?.includes('title') === true
  return (
    <div className="grid gap-6">
      {failure && <Banner tone="danger">{failure}</Banner>}
      <Found look={look} />
      {look.table && (
        <TableMapping table={look.table} plan={plan} onChange={setPlan} onLookAgain={on.onPlan} />
      )}
      {look.people.length > 0 && (
        <PeopleMapping people={look.people} plan={plan} members={members} onChange={setPlan} />
      )}
      {!isReady && <Banner tone="warning">{t('table.noTitle')}</Banner>}
      <DialogFoot>
        <Button onPress={on.onBack}>{t('import.back')}</Button>
        <Button tone="primary" isDisabled={!isReady} onPress={() => on.onGo(plan)}>
          {t('import.go')}
        </Button>
      </DialogFoot>
    </div>
  )
}

const shownColumns = 8

function Found({ look }: { look: BoardLook }) {
  const { t } = useTranslation('board-exchange')
  const names = look.columns.slice(0, shownColumns).filter((name) => name !== '')
  const rest = look.columns.length - names.length
  return (
    <div className="flex items-start gap-3" role="status">
      <SquareKanban size={22} className="mt-0.5 shrink-0 text-accent" aria-hidden />
      <div className="min-w-0">
        <p className="text-ink-soft text-sm">{t(`from.${look.source}`)}</p>
        <p className="wrap-anywhere font-medium" dir="auto">
          {look.title || t('report.untitled')}
        </p>
        <p className="text-ink-soft text-sm">
          {t('found.cards', { count: look.cards })}
          {look.archived > 0 && `, ${t('found.archived', { count: look.archived })}`}
          {look.comments > 0 && ` · ${t('found.comments', { count: look.comments })}`}
        </p>
        {names.length > 0 && (
          <p className="wrap-anywhere text-ink-soft text-sm">
            {t('found.columns', { names: names.map(isolated).join(', ') })}
            {rest > 0 && ` ${t('found.more', { count: rest })}`}
          </p>
        )}
      </div>
    </div>
  )
}
