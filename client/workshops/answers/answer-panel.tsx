import type { Stage } from '@atelier/shared/workshops/stage'
import { isThin, type WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { openStage, resultsKey, useAnswerPage } from '../results/result-records'
import { rightsIn } from '../rights-in'
import { CloseStage } from '../voting/close-stage'
import { AnswerForm } from './answer-form'
import { AnswerResults } from './answer-results'

type Props = { page: WorkshopPage; stage: Stage }

/** A check-in or close: one’s own answer, and once it is shown, those of all. */
export function AnswerPanel({ page, stage }: Props) {
  const { t } = useTranslation('workshop-results')
  const { data } = useAnswerPage({ workshopId: page.id, stageId: stage.id })
  const { writes } = rightsIn(page)
  if (!data) return null
  const isOpen = stage.closedAt === null
  return (
    <div className="grid gap-8">
      {isOpen && writes && (
        <AnswerForm key={stage.id} workshopId={page.id} stage={stage} mine={data.mine} />
      )}
      {!isOpen && data.marks && data.words && (
        <AnswerResults stage={stage} marks={data.marks} words={data.words} />
      )}
      {!isOpen && !data.marks && <TooFew page={page} stage={stage} />}
      {isOpen && (
        <div className="flex max-w-2xl flex-wrap items-center gap-3 border-line border-t pt-4 text-ink-soft text-sm">
          <p className="min-w-0 flex-1">
            {data.answered !== null
              ? t('answer.answered', { count: data.answered })
              : t(isThin(page.people) ? 'answer.thin' : 'answer.fromFive')}
          </p>
          {data.answered !== null && <CloseStage page={page} stage={stage} />}
        </div>
      )}
    </div>
  )
}

function TooFew({ page, stage }: Props) {
  const { t } = useTranslation('workshop-results')
  const at = { workshopId: page.id, stageId: stage.id }
  const { mutate, isPending } = useChange(() => openStage(at), {
    renews: [['workshop', page.id], resultsKey(page.id)],
  })
  return (
    <div className="grid max-w-prose justify-items-start gap-3">
      <p className="text-ink-soft text-pretty">{t('answer.tooFew')}</p>
      {rightsIn(page).facilitates && (
        <Button isPending={isPending} onPress={() => mutate()}>
          {t('answer.openAgain')}
        </Button>
      )}
    </div>
  )
}
