/** Who of another program’s people is whom here: by address, by name, by user name. */
import type { DraftPerson } from './reading/boards/draft'

export type Member = { id: string; name: string; email: string }

/** By their keys. Whoever could be two people here is nobody; wishes come first. */
export function matchPeople(
  found: readonly DraftPerson[],
  members: readonly Member[],
  wished: readonly { key: string; person: string | null }[] = [],
): Map<string, string> {
  const here = new Set(members.map(({ id }) => id))
  const wishes = new Map(wished.map(({ key, person }) => [key, person]))
  const index = namesOf(members)
  const matched = new Map<string, string>()
  for (const { key, name, knownAs } of found) {
    const wish = wishes.get(key)
    if (wish === null) continue
    const known = [wish, key].find((id) => id !== undefined && here.has(id))
    const person = known ?? firstIn(index, [...knownAs, name])
    if (person) matched.set(key, person)
  }
  return matched
}

/** Null where several go by one name. */
type Index = ReadonlyMap<string, string | null>

/** From what says most to what says least. */
function namesOf(members: readonly Member[]): Index[] {
  const by = (nameOf: (member: Member) => string) => {
    const index = new Map<string, string | null>()
    for (const member of members) {
      const name = nameOf(member)
      const known = index.get(name)
      index.set(name, known === undefined || known === member.id ? member.id : null)
    }
    return index
  }
  return [
    by(({ email }) => email.toLowerCase()),
    by(({ name }) => letters(name)),
    by(({ email }) => letters(email.split('@')[0] ?? '')),
  ]
}

function firstIn(indexes: readonly Index[], names: readonly string[]): string | null {
  for (const index of indexes)
    for (const name of names) {
      const found = index.get(name.toLowerCase().trim()) ?? index.get(letters(name))
      if (found && letters(name) !== '') return found
    }
  return null
}

/** Without case, accents, spaces and signs, so that `lea.lead2` may be Lea Lead 2. */
const letters = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
