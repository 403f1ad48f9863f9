import * as z from 'zod'
import type { PersonColour } from '../people/choices'
import type { Gist } from './gist'

/** Which suggestions, by their `key`: whoever decides has seen exactly those. */
export const decideSuggestions = z.object({
  keys: z.array(z.string().min(1).max(300)).min(1).max(600),
  accept: z.boolean(),
})

/** A fork in which somebody suggests, and has not done yet. */
export type OpenFork = {
  /** Of its room, too. */
  id: string
  author: SuggestionFace
}

type SuggestionFace = { id: string; name: string; colour: PersonColour }

/** `gone`: how many were not there any more, or said something else by then. */
export type DecisionMade = { batchId: string | null; decided: number; gone: number }

/** What became of a suggestion. */
export type DecidedSuggestion = {
  id: string
  author: SuggestionFace
  accepted: boolean
  by: SuggestionFace
  at: string
  said: Gist
}

/** The newest first; `next`: after which one the older ones begin, null where there are none. */
export type DecidedPage = { decided: DecidedSuggestion[]; next: string | null }
