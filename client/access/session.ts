/** Who is signed in here, and how to ask. */
import type { SessionAnswer } from '@atelier/shared/people/session'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { codeOf, type FailureCode } from '../api/request-failed'
import { keepRecord, readRecord, reportKeeping } from '../offline/kept-records'
import { forgetWho, rememberedWho, rememberWho } from '../offline/remembered-who'
import { finishLeaving } from './leaving'

export type SignedIn = Extract<SessionAnswer, { state: 'signed-in' }>

export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: async (): Promise<SessionAnswer> => {
    const who = rememberedWho()
    try {
      await finishLeaving()
      return noted(await ask(api.session.$get()))
    } catch (error) {
      if (codeOf(error) !== 'unreachable' || !who) throw error
      const kept = await readRecord<SessionAnswer>(who, ['session'])
      if (!kept) throw error
      return kept
    }
  },
  staleTime: 5 * 60_000,
})

/** From now on this device keeps what it is told for them, or finds nothing any more. */
function noted(answer: SessionAnswer): SessionAnswer {
  if (answer.state !== 'signed-in') {
    forgetWho()
    return answer
  }
  const who = { workspaceId: answer.me.workspaceId, personId: answer.me.id }
  rememberWho(who)
  void keepRecord(who, ['session'], answer).catch(reportKeeping)
  return answer
}

/** Only below the shell, which is drawn for signed-in people alone. */
export function useSignedIn(): SignedIn {
  const { data } = useQuery(sessionQuery)
  if (data?.state === 'signed-in') return data
  // The guard is about to lead away; the last answer of a person stays until it has.
  if (lastSeen) return lastSeen
  throw new Error('asked for the session outside of the shell')
}

/** Asks the server, not the memory of this tab: another tab may have changed the answer. */
export async function isStillSignedIn(personId: string): Promise<boolean> {
  const answer = await ask(api.session.$get())
  return answer.state === 'signed-in' && answer.me.id === personId
}

/** Anything else says nothing about who asks. */
const noGuest: readonly FailureCode[] = ['signed-out', 'not-found', 'forbidden']

/** Likewise of somebody without an account, who is in this one workshop. */
export async function isStillGuest(workshopId: string): Promise<boolean> {
  try {
    const param = { workshopId }
    const { me } = await ask(api.workshops[':workshopId'].$get({ param }))
    return me !== null
  } catch (error) {
    if (noGuest.includes(codeOf(error))) return false
    throw error
  }
}

let lastSeen: SignedIn | null = null

/** The guard tells each answer it has seen. */
export function noteSession(answer: SessionAnswer): void {
  if (answer.state === 'signed-in') lastSeen = answer
}

export const useMe = () => useSignedIn().me
