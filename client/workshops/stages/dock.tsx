import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { FacilitatorBar } from '../facilitate/facilitator-bar'
import { rightsIn } from '../rights-in'
import { DoneToggle } from './done-toggle'
import { SeatOffer } from './seat-offer'
import type { StageShown } from './use-stage-shown'

type Props = { page: WorkshopPage; people: readonly Participant[]; shown: StageShown }

/** What one does next, below the stage, in reach of a thumb. Nothing where there is nothing to do. */
export function Dock({ page, shown }: Props) {
  const { t } = useTranslation('workshops')
  const { facilitates, writes } = rightsIn(page)
  const { stage, everybodyAt, look } = shown
  const isElsewhere = stage !== null && stage.id !== everybodyAt?.id
  return (
    <div
      role="toolbar"
      aria-label={t('stage.bar')}
      className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-line border-t bg-canvas px-3 py-2 empty:hidden"
    >
      <SeatOffer page={page} />
      {writes && page.me && stage?.kind === 'ideate' && !stage.revealedAt && (
        <span className="me-auto">
          <DoneToggle page={page} me={page.me} stage={stage} />
        </span>
      )}
      {isElsewhere && !facilitates && (
        <Button onPress={() => look?.(null)}>{t('stage.backToAll')}</Button>
      )}
      {facilitates && <FacilitatorBar page={page} shown={shown} />}
    </div>
  )
}
