import type { Stage } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { closeStage, openStage, resultsKey } from '../results/result-records'
import { rightsIn } from '../rights-in'

type Props = { page: WorkshopPage; stage: Stage }

/** For whoever facilitates: everybody sees what came of it, or votes go on. */
export function CloseStage({ page, stage }: Props) {
  const { t } = useTranslation('workshop-results')
  const at = { workshopId: page.id, stageId: stage.id }
  const isClosed = stage.closedAt !== null
  const { mutate, isPending } = useChange(() => (isClosed ? openStage(at) : closeStage(at)), {
    renews: [['workshop', page.id], resultsKey(page.id)],
  })
  if (!rightsIn(page).facilitates) return null
  const isVote = stage.kind === 'vote'
  // Answers that were shown stay as they are; where there were too few, it is said beside them.
  if (isClosed && !isVote) return null
  const words = isVote ? (isClosed ? 'vote.openAgain' : 'vote.close') : 'answer.show'
  return (
    <Button
      size="small"
      tone={isClosed ? 'secondary' : 'primary'}
      isPending={isPending}
      onPress={() => mutate()}
    >
      {t(words)}
    </Button>
  )
}
