/** The kits that come with the house, by key. Each has its words in all languages of the house. */
import type { Kit } from './kit'
import { startStopContinue } from './kits/retrospectives'

export const shippedKits: readonly Kit[] = [startStopContinue]

export const shippedKit = (key: string): Kit | null =>
  shippedKits.find((kit) => kit.key === key) ?? null
