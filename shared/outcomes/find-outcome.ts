import type { Outcome } from './outcome'

type Named = Pick<Outcome, 'id' | 'name'>

/** Which of these outcomes one of another place is: by its id, else by its name; of two of one name the first. */
export function outcomeFinder(here: readonly Named[]): (named: Named) => string | null {
  const byId = new Set(here.map(({ id }) => id))
  const byName = new Map([...here].reverse().map(({ id, name }) => [called(name), id]))
  return ({ id, name }) => (byId.has(id) ? id : (byName.get(called(name)) ?? null))
}

const called = (name: string) => name.trim().toLowerCase()
