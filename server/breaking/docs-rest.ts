/** Waits until everything has arrived. */
import { settled } from '../testing/test-clock'
import type { Play } from './docs-scene'

/** Whoever is not held has sent and heard everything. */
export async function untilQuiet({ people }: Play): Promise<void> {
  const frames = () => people.flatMap(({ lines }) => lines).reduce((n, one) => n + one.frames, 0)
  for (let [still, before] = [0, -1]; still < 4; still++) {
    for (const person of people) await person.catchUp()
    await settled()
    const isBusy = people.some((person) => !person.isHeld && person.isBusy)
    if (isBusy) await new Promise((resolve) => setTimeout(resolve, 1))
    if (isBusy || frames() !== before) still = 0
    before = frames()
    for (const { fault } of people) if (fault !== null) throw fault
  }
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
