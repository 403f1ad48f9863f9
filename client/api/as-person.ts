import { expectedPersonHeader } from '@atelier/shared/people/session'

/** For a request that only this person may have made: refused where somebody else is signed in by now. */
export const asPerson = (personId: string) => ({ headers: { [expectedPersonHeader]: personId } })
