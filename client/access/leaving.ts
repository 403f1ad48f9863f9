/**
 * Signing out, also while the server is away: this page is done with the person at once, and the
 * session is ended as soon as the server can be asked, before it is asked who is signed in.
 */
import { api, ask } from '../api/api'
import { codeOf } from '../api/request-failed'

export type Leaving = 'here' | 'everywhere'

const key = 'atelier-leaving'

const end = (how: Leaving): Promise<unknown> =>
  how === 'everywhere' ? ask(api['sign-out-everywhere'].$post()) : ask(api['sign-out'].$post())

export async function endSession(how: Leaving): Promise<void> {
  try {
    await end(how)
  } catch (error) {
    if (codeOf(error) !== 'unreachable') throw error
    localStorage.setItem(key, how)
  }
}

export async function finishLeaving(): Promise<void> {
  const owed = localStorage.getItem(key)
  if (owed === null) return
  try {
    await end(owed === 'everywhere' ? owed : 'here')
  } catch (error) {
    if (codeOf(error) === 'unreachable') throw error
    console.warn('The session had ended before it could be ended.', error)
  }
  stopLeaving()
}

/** Somebody has signed in since. */
export const stopLeaving = (): void => localStorage.removeItem(key)
