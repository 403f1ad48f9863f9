/** Waits until everything has arrived. */
import { settled } from '../testing/test-clock'
import type { Person } from './docs-person'
import type { Play } from './docs-scene'

/** Whoever is not held has sent and heard everything. */
export async function untilQuiet({ people }: Play): Promise<void> {
  const frames = () => people.flatMap(({ lines }) => lines).reduce((n, one) => n + one.frames, 0)
  const begun = performance.now()
  for (let [still, before] = [0, -1]; still < 4; still++) {
    if (performance.now() - begun > patienceMs) throw new Error(`no end: ${people.map(busyWith)}`)
    for (const person of people) await person.catchUp()
    await settled()
    const isBusy = people.some((person) => !person.isHeld && person.isBusy)
    if (isBusy) await new Promise((resolve) => setTimeout(resolve, 1))
    if (isBusy || frames() !== before) still = 0
    before = frames()
    for (const { fault } of people) if (fault !== null) throw fault
  }
}

/** Far more than anything takes: only to notice what hangs. */
const patienceMs = 30_000

const busyWith = ({ name, isHeld, hasNews, lines }: Person): string => {
  const told = lines.map(({ isRead, client: { stored, sent, closed } }) =>
    JSON.stringify({ isRead, stored, sent, closed }),
  )
  return `${name} ${isHeld ? 'held' : ''} ${hasNews ? 'with news' : ''} ${told.join(' ')}`
}

export async function comeToRest(play: Play): Promise<void> {
  for (const person of play.people) person.letGo()
  await untilQuiet(play)
  // What one finds again has other ids for the next.
  for (const person of [...play.people, ...play.people]) {
    person.lookAgain()
    await untilQuiet(play)
  }
}
