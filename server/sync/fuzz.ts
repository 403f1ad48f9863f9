/**
 * Everything that can happen to a room, in an order a seed decides: people type, lose their line,
 * come back, leave for good; the database stalls and fails; the server is killed; hostile frames
 * arrive. `node --import tsx server/sync/fuzz.ts --seed 1 --runs 1000` prints the seed that fails.
 */
import { syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { Random } from '../testing/random'
import { settled } from '../testing/test-clock'
import { docRoom, type Person, roomId, type World, world } from '../testing/two-people'
import { squashed } from './squashed'

type Play = {
  random: Random
  place: World
  people: Person[]
  /** Words of people who left when the badge said "saved". */
  promised: string[]
  /** Words of the server's own that were seen, but may be lost with it. */
  unsure: Set<string>
  written: number
}

const steps = 60

const actions: Record<string, { often: number; act(play: Play): unknown }> = {
  type: {
    often: 12,
    act(play) {
      const { text, doc } = play.random.pick(play.people)
      text.insert(placeIn(text, play.random), play.random.pick(['a', 'word ', '👩‍🏫']))
      doc.getArray('words').push([`word ${play.written++}`])
    },
  },
  erase: {
    often: 6,
    act({ random, people }) {
      const { text } = random.pick(people)
      const from = placeIn(text, random)
      const letter = text.toString().slice(from).codePointAt(0)
      if (letter !== undefined) text.delete(from, String.fromCodePoint(letter).length)
    },
  },
  format: {
    often: 3,
    act({ random, people }) {
      const { text } = random.pick(people)
      text.format(0, placeIn(text, random), { strong: random.pick([true, null]) })
    },
  },
  point: {
    often: 2,
    act: ({ random, people }) =>
      random.pick(people).client.awareness.setLocalState({ card: `${random.below(9)}` }),
  },
  hold: { often: 3, act: ({ random, people }) => random.pick(people).wire.hold() },
  deliver: { often: 4, act: ({ random, people }) => random.pick(people).wire.deliver() },
  holdTurn: { often: 2, act: ({ place }) => (place.clock.holdsTurns = true) },
  endTurn: { often: 4, act: ({ place }) => place.clock.endTurn() },
  readSlowly: {
    often: 2,
    act({ random, people }) {
      random.pick(people).wire.unsentBytes = 600 * 1024
    },
  },
  readAgain: { often: 3, act: ({ random, people }) => random.pick(people).wire.readsAgain() },
  breakLine: {
    often: 1,
    act({ random, people }) {
      const fates = ['arrives', 'arrives', 'lost', 'doubled', 'late'] as const
      random.pick(people).wire.fate = () => random.pick(fates)
    },
  },
  mendLine: {
    often: 2,
    act({ random, people }) {
      random.pick(people).wire.fate = () => 'arrives'
    },
  },
  cut: { often: 2, act: ({ random, people }) => random.pick(people).wire.cut() },
  comeBack: {
    often: 4,
    act: ({ place, random, people }) =>
      random.pick(people).reconnect(undefined, random.below(place.nodes.length)),
  },
  arrive: {
    often: 2,
    async act({ place, people, random }) {
      people.push(await arrive(place, `person ${people.length}`, random))
    },
  },
  leaveForGood: {
    often: 2,
    act(play) {
      const leaving = play.people.find(({ client }) => client.isSaved)
      if (!leaving || play.people.length < 2) return
      const seen = leaving.doc.getArray('words').toArray() as string[]
      play.promised.push(...seen.filter((word) => !play.unsure.has(word)))
      leaving.client.disconnect()
      play.people.splice(play.people.indexOf(leaving), 1)
    },
  },
  failDatabase: { often: 2, act: ({ place }) => (place.store.failsToAppend = true) },
  mendDatabase: { often: 3, act: ({ place }) => (place.store.failsToAppend = false) },
  stallDatabase: { often: 2, act: ({ place }) => place.store.hold() },
  resumeDatabase: { often: 3, act: ({ place }) => place.store.release() },
  squash: { often: 1, act: ({ place }) => place.store.squash(roomId) },
  kill: {
    often: 1,
    act: ({ place, random }) => place.restart(random.below(place.nodes.length)),
  },
  holdNodes: { often: 2, act: ({ place }) => (place.bus.isHeld = true) },
  deliverToNodes: { often: 3, act: ({ place }) => place.bus.deliver() },
  cutNodes: { often: 1, act: ({ place }) => place.bus.cut() },
  mendNodes: { often: 2, act: ({ place }) => place.bus.mend() },
  loseBetweenNodes: {
    often: 1,
    act({ place, random }) {
      const share = random.below(3)
      place.bus.loses = () => random.below(6) < share
    },
  },
  wait: { often: 4, act: ({ place, random }) => place.clock.advance(random.below(20_000)) },
  recheck: {
    often: 2,
    act: ({ place }) => place.nodes.map((rooms) => rooms.recheck({ roomIds: [roomId] })),
  },
  serverWrites: {
    often: 1,
    act(play) {
      const word = `word ${play.written++}`
      const write = (doc: Y.Doc) => {
        doc.clientID = play.random.below(2 ** 32)
        doc.getArray('words').push([word])
      }
      play.unsure.add(word)
      const isStored = () => play.unsure.delete(word)
      // Answered only once the database is mended; a kill may come first.
      play.random
        .pick(play.place.nodes)
        .edit(docRoom, write)
        .then(isStored, () => undefined)
    },
  },
  mutate: { often: 2, act: sendMutated },
}

/** Client ids come from the seed too: which one is higher decides who is first. */
async function arrive(place: World, name: string, random: Random): Promise<Person> {
  const node = random.below(place.nodes.length)
  const person = await place.join(name, 'write', {}, node)
  person.doc.clientID = person.client.awareness.clientID = random.below(2 ** 32)
  return person
}

/** Between two letters: editors never cut one in half, and Yjs could not heal it. */
function placeIn(text: Y.Text, random: Random): number {
  const letters = [...text.toString()]
  return letters.slice(0, random.below(letters.length + 1)).join('').length
}

const hat = Object.values(actions).flatMap(({ often, act }) => Array(often).fill(act))

/**
 * What the room holds already, with a few bytes changed or cut off. Never what somebody has not
 * sent yet: whoever may write can take a colleague's next clock, and no check can tell them apart.
 */
async function sendMutated({ random, place }: Play) {
  const mallory = await arrive(place, 'mallory', random)
  const known = Y.decodeStateVector(Y.encodeStateVector(mallory.doc))
  const frame = Y.encodeStateAsUpdate(mallory.doc).slice()
  for (let i = random.below(4); i >= 0; i--) frame[random.below(frame.length)] = random.below(256)
  const cut = frame.subarray(0, random.below(3) === 0 ? random.below(frame.length) : frame.length)
  const kind = random.pick([syncKinds.update, syncKinds.step2])
  if (!takesNextClock(cut, known)) mallory.client.sendUpdate(cut, kind)
  await settled()
  mallory.client.disconnect()
}

/** Chance forges it, too, once in some thousand plays. */
function takesNextClock(update: Uint8Array, known: Map<number, number>): boolean {
  try {
    return Y.decodeUpdate(update).structs.some(({ id, length }) => {
      const clock = known.get(id.client)
      return clock !== undefined && id.clock + length > clock
    })
  } catch {
    return false
  }
}

/** Throws when a promise is broken. */
export async function playOut(seed: number, hostile = true, nodes = 1): Promise<void> {
  const random = new Random(seed)
  const place = world(nodes)
  const people = [await arrive(place, 'ana', random), await arrive(place, 'ben', random)]
  const play: Play = { random, place, people, promised: [], unsure: new Set(), written: 0 }
  const choices = hostile ? hat : hat.filter((act) => act !== sendMutated)
  for (let i = 0; i < steps; i++) {
    await random.pick(choices)(play)
    await settled()
  }
  await comeToRest(play)
  await checkPromises(play, hostile)
  for (const { client } of people) client.disconnect()
  await Promise.all(place.nodes.map((rooms) => rooms.close()))
}

async function comeToRest({ place, people }: Play) {
  place.store.failsToAppend = false
  place.clock.endTurn()
  await place.store.release()
  place.bus.loses = () => false
  place.bus.deliver()
  place.bus.mend()
  await place.clock.advance(30_000)
  for (const person of people) await person.reconnect()
  for (let i = 0; i < 3; i++) await place.clock.advance(30_000)
}

async function checkPromises({ place, people, promised }: Play, hostile: boolean) {
  people.push(await place.join('the last to come'))
  const stored = new Y.Doc()
  Y.applyUpdate(stored, squashed(place.store.rows(roomId)))
  const first = people[0] as Person
  for (const { name, client } of people) {
    expectThat(client.closed === null, `${name} is out: ${JSON.stringify(client.closed)}`)
    expectThat(client.isSaved, `[S1] ${name} is not saved: ${client.stored} of ${client.sent}`)
    expectThat(client.doc.store.pendingStructs === null, `[S3] ${name} waits for something`)
    expectSame(client.doc, first.doc, `[S3] ${name}`)
  }
  expectSame(stored, first.doc, '[S2] the store')
  const words = new Set(first.doc.getArray('words').toArray())
  const lost = promised.filter((word) => !words.has(word))
  // A forged deletion may be a valid one: whoever may write may also erase.
  expectThat(hostile || lost.length === 0, `[S2] lost ${lost.join(', ')}`)
  const bugs = place.logged.filter(({ message }) => message.includes('went wrong'))
  expectThat(bugs.length === 0, `[S6] ${bugs.map(({ details }) => describe(details)).join('; ')}`)
}

const describe = (details: object) => String((details as { err?: Error }).err?.stack)

function expectSame(doc: Y.Doc, other: Y.Doc, who: string) {
  const [one, two] = [doc, other].map(
    (each) => each.getText('body').toString() + JSON.stringify(each.getArray('words')),
  )
  expectThat(one === two, `${who} has ${one} instead of ${two}`)
  const [snapshot, expected] = [Y.snapshot(doc), Y.snapshot(other)]
  expectThat(Y.equalSnapshots(snapshot, expected), `${who} differs in what is deleted`)
}

function expectThat(holds: boolean, what: string) {
  if (!holds) throw new Error(what)
}

async function main() {
  const numberAfter = (name: string) => Number(process.argv[process.argv.indexOf(name) + 1])
  const [first, runs] = [numberAfter('--seed'), numberAfter('--runs')]
  let broken = 0
  const nodes = process.argv.includes('--nodes') ? numberAfter('--nodes') : 1
  for (let seed = first; seed < first + runs; seed++) {
    for (const hostile of [true, false]) {
      await playOut(seed, hostile, nodes).catch((error: unknown) => {
        const why = error instanceof Error ? error.stack : String(error)
        process.stdout.write(`seed ${seed}, hostile ${hostile}: ${why}\n`)
        broken++
      })
    }
  }
  process.stdout.write(
    `${2 * runs} plays of ${steps} actions, seeds ${first} to ${first + runs - 1}, with and without hostile frames: ${broken} broke a promise\n`,
  )
  if (broken > 0) process.exitCode = 1
}

if (process.argv.includes('--runs')) {
  await main()
  // Presence keeps timers of its own.
  process.exit()
}
