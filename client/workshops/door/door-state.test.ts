import type { SessionAnswer } from '@atelier/shared/people/session'
import type { Doorplate, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { expect, test } from 'vitest'
import { type DoorFacts, doorState } from './door-state'

const door = { id: 'w', title: 'Retro', state: 'open', lobby: false, locked: false } as Doorplate
const seated = (state: 'in' | 'waiting' | 'left') =>
  ({ id: 'w', project: null, me: { id: 's', state } }) as unknown as WorkshopPage
const signedIn = { state: 'signed-in' } as SessionAnswer

const look = (facts: Partial<DoorFacts>) =>
  doorState({
    session: { state: 'signed-out' },
    isSessionAsked: true,
    page: { data: undefined, error: 'signed-out' },
    door: { data: door, error: null },
    ...facts,
  })

test('whoever has the link stands before the door, and is in once they have a seat', () => {
  expect(look({})).toEqual({ kind: 'door', door, isBack: false })
  for (const state of ['in', 'waiting'] as const) {
    const page = seated(state)
    expect(look({ page: { data: page, error: null } })).toEqual({ kind: 'guest', page })
  }
})

test('a guest whose link was withdrawn, or who is without a network, stays in', () => {
  const page = seated('in')
  const gone = { data: undefined, error: 'not-found' } as const
  expect(look({ page: { data: page, error: null }, door: gone }).kind).toBe('guest')
  expect(look({ page: { data: page, error: 'unreachable' }, door: gone }).kind).toBe('guest')
})

test('each closed door says why', () => {
  const shut = (facts: Partial<DoorFacts>) => {
    const state = look(facts)
    return state.kind === 'shut' ? state.because : state.kind
  }
  expect(shut({ door: { data: { ...door, locked: true }, error: null } })).toBe('locked')
  expect(shut({ door: { data: { ...door, state: 'ended' }, error: null } })).toBe('ended')
  expect(shut({ door: { data: undefined, error: 'not-found' } })).toBe('wrongCode')
  expect(shut({ door: { data: undefined, error: 'too-many' } })).toBe('busy')
  expect(shut({ door: { data: undefined, error: 'unreachable' } })).toBe('away')
  expect(shut({ page: { data: seated('in'), error: 'not-found' } })).toBe('removed')
})

test('whose time as a guest is over may come in again', () => {
  expect(look({ page: { data: seated('in'), error: 'signed-out' } })).toEqual({
    ...{ kind: 'door', door, isBack: true },
  })
})

test('with an account and of the project nobody is asked for a name', () => {
  const page = { id: 'w', project: { id: 'p' }, me: null } as unknown as WorkshopPage
  expect(look({ session: signedIn, page: { data: page, error: null } }).kind).toBe('member')
  expect(look({ session: signedIn, page: { data: seated('in'), error: null } }).kind).toBe('member')
  expect(look({ session: signedIn, page: { data: undefined, error: 'not-found' } }).kind).toBe(
    'door',
  )
})

test('nothing is said before it is known who is there', () => {
  expect(look({ isSessionAsked: false }).kind).toBe('waiting')
  expect(look({ page: { data: undefined, error: null } }).kind).toBe('waiting')
  expect(look({ door: { data: undefined, error: null } }).kind).toBe('waiting')
})
