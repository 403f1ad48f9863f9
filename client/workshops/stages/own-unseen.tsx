import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { RefusedBanner } from '../../sync/refused-banner'
import type { RoomState } from '../../sync/room'
import { Pad } from '../wall/pad'
import { useWall } from '../wall/use-wall'

type Open = Extract<RoomState, { kind: 'open' }>
type Props = { page: WorkshopPage; pad: RoomState | null }

/** After the end: what one wrote unseen and nobody revealed. It is still one's own, and nobody else's. */
export function OwnUnseen({ page, pad }: Props) {
  if (pad?.kind !== 'open') return null
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-10 px-4 pb-12 empty:hidden sm:px-8">
      <RefusedBanner state={pad} />
      <Unrevealed key={pad.room.doc.guid} page={page} pad={pad} />
    </div>
  )
}

function Unrevealed({ page, pad }: { page: WorkshopPage; pad: Open }) {
  const { notes } = useWall(pad.room)
  const hasNotes = ({ id }: Stage) => notes.some(({ stage }) => stage === id)
  return page.stages
    .filter((stage) => stage.kind === 'ideate' && stage.revealedAt === null && hasNotes(stage))
    .map((stage) => <Unseen key={stage.id} {...{ page, pad, stage }} />)
}

function Unseen({ page, pad, stage }: { page: WorkshopPage; pad: Open; stage: Stage }) {
  const { t, i18n } = useTranslation('workshops')
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-lg">
        {t('end.unseen', { stage: wordsIn(stage.title, i18n.language) })}
      </h2>
      <Pad room={pad.room} saving={pad.saving} page={page} stage={stage} level={3} />
    </section>
  )
}
