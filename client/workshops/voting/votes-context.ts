import { createContext, useContext } from 'react'
import type { Votes } from './use-votes'

/** `say` is heard by whoever does not see the dots. */
export type Ballot = { votes: Votes; isOpen: boolean; say(words: string): void }

export const BallotContext = createContext<Ballot | null>(null)
export const useBallot = () => useContext(BallotContext)
