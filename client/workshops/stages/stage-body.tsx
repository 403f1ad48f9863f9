import type { Stage } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import type { RoomState } from '../../sync/room'
import { RoomClosed } from '../../sync/room-closed'
import { EmptyState } from '../../ui/empty-state'
import { Loading, SkeletonLines } from '../../ui/skeleton'
import { AnswerPanel } from '../answers/answer-panel'
import { ActionsPanel, DecisionsPanel } from '../results/results-panel'
import { useTotals } from '../voting/use-totals'
import { VotePanel } from '../voting/vote-panel'
import { Pad } from '../wall/pad'
import { hasWall } from './stage-kinds'
import type { StageProps } from './stage-view'
import { WallPlace } from './wall-place'

type Props = StageProps & { stage: Stage }

/** What belongs to a stage of this kind. */
export function StageBody(props: Props) {
  const { page, people, stage, wall } = props
  if (hasWall(stage)) {
    if (wall.kind !== 'open') return <NotOpen state={wall} />
    if (stage.kind === 'vote') return <VotePanel {...{ page, stage }} room={wall.room} />
    if (stage.kind === 'discuss')
      return <RankedWall {...{ page, people, stage }} room={wall.room} />
    return <WallPlace {...{ page, people, stage }} room={wall.room} />
  }
  switch (stage.kind) {
    case 'ideate':
      return <PadPlace {...props} />
    case 'check-in':
    case 'close':
      return <AnswerPanel page={page} stage={stage} />
    case 'decide':
      return <DecisionsPanel page={page} />
    case 'actions':
      return <ActionsPanel page={page} />
    default:
      return null
  }
}

/** In the order of the votes, once there are any to be seen. */
function RankedWall(props: Parameters<typeof WallPlace>[0]) {
  const totals = useTotals(props.page)
  return <WallPlace {...props} totals={totals} />
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
  return <Pad key={room.doc.guid} {...{ room, saving, page, stage }} level={2} />
}

const NotOpen = ({ state }: { state: Exclude<RoomState, { kind: 'open' }> }) =>
  state.kind === 'closed' ? (
    <RoomClosed state={state} />
  ) : (
    <Loading className="p-5">
      <SkeletonLines lines={5} />
    </Loading>
  )
