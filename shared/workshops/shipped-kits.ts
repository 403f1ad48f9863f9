/** The kits that come with the house, by key. Each has its words in all languages of the house. */
import type { Kit } from './kit'
import { afterActionReview } from './kits/after-action-review'
import { crazyEights, oneTwoFourAll } from './kits/finding-ideas'
import { leanCoffee } from './kits/lean-coffee'
import { gladSadMad, sailboat, startStopContinue } from './kits/retrospectives'
import { problemFraming, skillsNeeds, swot } from './kits/seeing-clearly'
import { sixHats } from './kits/six-hats'

/** Looking back first, then seeing where one stands, then finding and weighing ideas. */
export const shippedKits: readonly Kit[] = [
  startStopContinue,
  gladSadMad,
  sailboat,
  afterActionReview,
  problemFraming,
  skillsNeeds,
  swot,
  oneTwoFourAll,
  crazyEights,
  sixHats,
  leanCoffee,
]

export const shippedKit = (key: string): Kit | null =>
  shippedKits.find((kit) => kit.key === key) ?? null
