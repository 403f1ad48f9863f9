import type { Stage } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import { FullBanner } from '../../sync/full-banner'
import { RefusedBanner } from '../../sync/refused-banner'
import type { Room, RoomState } from '../../sync/room'
import { RoomClosed } from '../../sync/room-closed'
import { EmptyState } from '../../ui/empty-state'
import { Loading, SkeletonLines } from '../../ui/skeleton'
import { useTotals } from '../voting/use-totals'
import { Pad } from '../wall/pad'
import { ActionsPart, AnswerPart, DecisionsPart, VotePart } from './late-parts'
import { hasWall } from './stage-kinds'
import type { StageProps } from './stage-view'
import { WallPlace } from './wall-place'

type Props = StageProps & { stage: Stage }

/** What belongs to a stage of this kind. */
export function StageBody(props: Props) {
  const { page, stage, wall } = props
  if (hasWall(stage)) {
    if (wall.kind !== 'open') return <NotOpen state={wall} />
    return <OnWall {...props} room={wall.room} />
  }
  switch (stage.kind) {
    case 'ideate':
      return <PadPlace {...props} />
    case 'decide':
      return <DecisionsPart page={page} />
    case 'actions':
      return <ActionsPart page={page} />
    default:
      return <AnswerPart page={page} stage={stage} />
  }
}

function OnWall({ page, people, stage, room }: Props & { room: Room }) {
  const totals = useTotals(page)
  if (stage.kind === 'vote') {
    return <VotePart key={room.doc.guid} {...{ page, stage, room }} />
  }
  return (
    <WallPlace
      {...{ page, people, stage, room }}
      totals={stage.kind === 'discuss' ? totals : null}
    />
  )
}

/** Of those who write; all others are told what goes on. */
function PadPlace({ page, stage, pad }: Props) {
  const { t } = useTranslation('workshops')
  if (pad === null) {
    return (
      <EmptyState scene="board" title={t('stage.onlyPeople')}>
        {t('stage.onlyPeopleWords')}
      </EmptyState>
    )
  }
  if (pad.kind !== 'open') return <NotOpen state={pad} />
  const { room, saving } = pad
  return (
    <div className="grid gap-3">
      <RefusedBanner state={pad} />
      <FullBanner state={pad} />
      <Pad key={room.doc.guid} {...{ room, saving, page, stage }} level={2} />
    </div>
  )
}

const NotOpen = ({ state }: { state: Exclude<RoomState, { kind: 'open' }> }) =>
  state.kind === 'closed' ? (
    <RoomClosed state={state} />
  ) : (
    <Loading className="p-5">
      <SkeletonLines lines={5} />
    </Loading>
  )
