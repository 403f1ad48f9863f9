import { latePart } from '../../offline/late-part'
import { Loading, Skeleton } from '../../ui/skeleton'

const waiting = (
  <Loading className="w-full p-5">
    <Skeleton className="h-64 w-full" />
  </Loading>
)

/** A phone that begins with the list need not fetch it. */
export const CanvasPart = latePart(
  async () => (await import('../canvas/wall-canvas')).WallCanvas,
  waiting,
)

export const VotePart = latePart(
  async () => (await import('../voting/vote-panel')).VotePanel,
  waiting,
)

export const AnswerPart = latePart(
  async () => (await import('../answers/answer-panel')).AnswerPanel,
  waiting,
)

export const DecisionsPart = latePart(
  async () => (await import('../results/results-panel')).DecisionsPanel,
  waiting,
)

export const ActionsPart = latePart(
  async () => (await import('../results/results-panel')).ActionsPanel,
  waiting,
)

export const ResultsPart = latePart(
  async () => (await import('../results/results-screen')).ResultsScreen,
  waiting,
)
