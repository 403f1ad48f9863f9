/** What somebody sees who comes to `/w/<code>`: decided here, drawn elsewhere. */
import type { SessionAnswer } from '@atelier/shared/people/session'
import type { Doorplate, WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { FailureCode } from '../../api/request-failed'

export type ShutBecause = 'locked' | 'ended' | 'removed' | 'wrongCode' | 'away' | 'busy'

export type DoorState =
  | { kind: 'waiting' }
  /** With an account: to the workshop within the shell. */
  | { kind: 'member' }
  | { kind: 'guest'; page: WorkshopPage }
  | { kind: 'door'; door: Doorplate; isBack: boolean }
  | { kind: 'shut'; because: ShutBecause }

export type DoorFacts = {
  /** Null while it is asked for, and where the server does not say. */
  session: SessionAnswer | null
  page: { data: WorkshopPage | undefined; error: FailureCode | null }
  door: { data: Doorplate | undefined; error: FailureCode | null }
  isSessionAsked: boolean
}

const out: readonly (FailureCode | null)[] = ['signed-out', 'not-found', 'forbidden']

export function doorState({ session, page, door, isSessionAsked }: DoorFacts): DoorState {
  const isOut = out.includes(page.error)
  const known = isOut ? undefined : page.data
  if (known && session?.state === 'signed-in' && (known.project || isWithin(known))) {
    return { kind: 'member' }
  }
  if (known && isWithin(known)) return { kind: 'guest', page: known }
  // Their token is as good as ever, and nothing is theirs any more.
  const wasIn = page.data?.me != null
  if (wasIn && page.error === 'not-found') return { kind: 'shut', because: 'removed' }
  if (!isSessionAsked || (!page.data && page.error === null)) return { kind: 'waiting' }
  if (!door.data) return withoutDoor(door.error)
  if (door.data.state === 'ended') return { kind: 'shut', because: 'ended' }
  if (door.data.locked) return { kind: 'shut', because: 'locked' }
  return { kind: 'door', door: door.data, isBack: wasIn }
}

/** Nobody could say what is behind this code. */
export function withoutDoor(error: FailureCode | null): DoorState {
  if (error === null) return { kind: 'waiting' }
  if (error === 'not-found' || error === 'invalid') return { kind: 'shut', because: 'wrongCode' }
  return { kind: 'shut', because: error === 'too-many' ? 'busy' : 'away' }
}

const isWithin = ({ me }: WorkshopPage) => me?.state === 'in' || me?.state === 'waiting'
