import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { peopleIn, stampedPresence } from './use-presence'

const me = { id: 'me', name: 'Ada', colour: 'teal' as const }
const ben = { id: 'b', name: 'Ben', colour: 'red' as const }

function room(states: Record<number, object>) {
  const awareness = new Awareness(new Y.Doc())
  for (const [client, state] of Object.entries(states)) {
    awareness.states.set(Number(client), state)
  }
  return awareness
}

describe('who is here', () => {
  it('shows each person once, me first, then by name', () => {
    const people = peopleIn(
      room({
        1: { person: { ...ben, id: 'z', name: 'Zoe' } },
        2: { person: ben },
        3: { person: ben },
      }),
      me,
    )
    expect(people.map(({ person }) => person.name)).toEqual(['Ada', 'Ben', 'Zoe'])
  })

  it('shows somebody’s several tabs by the one that says most', () => {
    const people = peopleIn(room({ 1: { person: ben }, 2: { person: ben, card: 'c1' } }), me)
    expect(people[1]).toMatchObject({ person: ben, card: 'c1' })
  })

  it('leaves out what the server has not stamped, and unknown colours', () => {
    expect(peopleIn(room({ 1: { cursor: {} }, 2: { user: { name: 'Fake' } } }), me)).toHaveLength(1)
    expect(stampedPresence({ person: { ...ben, colour: 'url(x)' } })?.person.colour).toBe('blue')
  })
})
