import type { Stage } from '@atelier/shared/workshops/stage'
import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { ReactNode } from 'react'
import { FullBanner } from '../../sync/full-banner'
import { RefusedBanner } from '../../sync/refused-banner'
import type { RoomState } from '../../sync/room'
import { BreakoutPanel } from './breakout-panel'
import { ResultsPart } from './late-parts'
import { OwnUnseen } from './own-unseen'
import { StageBody } from './stage-body'
import { StageHead } from './stage-head'
import { hasWall } from './stage-kinds'
import type { StageShown } from './use-stage-shown'
import { WaitingRoom } from './waiting-room'
import { WallSwitch } from './wall-switch'
import { useWallView } from './wall-view'

export type StageProps = {
  page: WorkshopPage
  people: readonly Participant[]
  wall: RoomState
  /** Null for who only reads. */
  pad: RoomState | null
}

/** The middle of the screen: what everybody does now. */
export function StageView({ shown, ...props }: StageProps & { shown: StageShown }) {
  const { page, people, wall } = props
  const { stage } = shown
  if (page.state === 'ended') {
    return (
      <Scrolls>
        <ResultsPart page={page} />
        <OwnUnseen page={page} pad={props.pad} />
      </Scrolls>
    )
  }
  if (!stage) {
    return (
      <Scrolls>
        <WaitingRoom page={page} people={people} />
      </Scrolls>
    )
  }
  return (
    <section aria-labelledby="stage-title" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="grid gap-2 px-4 pt-2 empty:hidden">
        <RefusedBanner state={wall} />
        {wall.kind === 'open' && <FullBanner state={wall} />}
      </div>
      <StageFrame
        stage={stage}
        beside={<BreakoutPanel page={page} people={people} stage={stage} />}
      >
        <StageBody key={stage.id} stage={stage} {...props} />
      </StageFrame>
    </section>
  )
}

type FrameProps = { stage: Stage; beside: ReactNode; children: ReactNode }

/** A wall fills what there is; all else is a page that scrolls. */
function StageFrame({ stage, beside, children }: FrameProps) {
  const view = useWallView(stage.kind)
  if (hasWall(stage)) {
    return (
      <>
        <div className="flex items-start gap-2 pe-3">
          <StageHead stage={stage} isSlim>
            {beside}
          </StageHead>
          {stage.kind !== 'vote' && (
            <div className="py-2">
              <WallSwitch view={view} />
            </div>
          )}
        </div>
        <div className="relative flex min-h-0 flex-1 flex-col">{children}</div>
      </>
    )
  }
  return (
    <Scrolls>
      <div className="mx-auto w-full max-w-5xl px-4 pb-16 sm:px-8">
        <StageHead stage={stage} isSlim={false}>
          {beside}
        </StageHead>
        {children}
      </div>
    </Scrolls>
  )
}

const Scrolls = ({ children }: { children: ReactNode }) => (
  <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">{children}</div>
)
