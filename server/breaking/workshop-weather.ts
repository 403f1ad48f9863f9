/**
 * A whole workshop on bad wifi: many guests write unseen, are cut off and come back; the facilitator's laptop dies, the
 * server is killed; then all is revealed and voted on. Everybody must see the same notes, each once; nobody has more
 * dots than they may; clocks agree.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { must } from '@atelier/shared/basics/must'
import type { Stage, StageKind } from '@atelier/shared/workshops/stage'
import type { VotePage } from '@atelier/shared/workshops/vote'
import { readWall } from '@atelier/shared/workshops/wall'
import { addNote } from '@atelier/shared/workshops/wall-edits'
import type { Participant } from '@atelier/shared/workshops/workshop'
import { type Backend, type HouseProcess, makeHouse } from '../bench/house-process'
import { Random } from '../testing/random'
import { type Seated, sitAt, Visitor } from './workshop-guest'

export type WeatherWish = {
  backend: Backend
  guests: number
  /** How long they write unseen, and then vote; milliseconds each. */
  phaseMs: number
  /** How long somebody is cut off: at least, and at most. */
  awayMs: readonly [number, number]
  seed: number
  say(line: string): void
}

export type WeatherResult = {
  notes: number
  dots: number
  /** How far apart everybody's clock is, milliseconds. */
  skewMs: number
  /** From the facilitator's last sign of life until another could lead, milliseconds. */
  handOverMs: number
}

const dropped = 0.2

/** Throws a sentence when a promise is broken. */
export async function playWorkshop(wish: WeatherWish): Promise<WeatherResult> {
  const { backend, guests, say } = wish
  const house = await makeHouse({ backend, core: null, people: 2 })
  const random = new Random(wish.seed)
  try {
    await house.start()
    const { lead, second, id, code } = await beginWorkshop(house)
    const seats = await Promise.all(
      Array.from({ length: guests }, (_, nth) => joinAsGuest(house, { id, code, nth })),
    )
    say(`${seats.length} guests are in.`)
    const scene = { ...wish, house, random, id, lead, second, seats }
    await goTo(scene, lead, 'ideate')
    const skewMs = await skewOf(scene)
    const written = await writeUnseen(scene)
    const handOverMs = await handOver(scene)
    await second.visitor.insist('POST', stagePath(id, await stage(second, 'ideate'), 'reveal'))
    await sameNotes(scene, written)
    say(`${written.length} notes, the same everywhere.`)
    const dots = await voteAll(scene, written)
    await Promise.all([...seats, second].map((seat) => seat.goAway()))
    return { notes: written.length, dots, skewMs, handOverMs }
  } finally {
    await house.remove()
  }
}

type Scene = WeatherWish & {
  house: HouseProcess
  random: Random
  id: string
  lead: Seated
  second: Seated
  seats: readonly Seated[]
}

async function beginWorkshop(house: HouseProcess) {
  const { origin } = house
  const owner = new Visitor(origin, house.cookie(0))
  const project = await owner.ask<{ id: string }>('POST', '/projects', {
    title: 'On the road',
    challenge: '',
    departmentIds: [],
  })
  const made = await owner.ask<{ id: string }>('POST', `/projects/${project.body.id}/workshops`, {
    title: 'Retrospective',
    kit: 'start-stop-continue',
    language: 'en',
  })
  const { id } = made.body
  const other = new Visitor(origin, house.cookie(1))
  await other.insist('POST', `/workshops/${id}/seat`)
  const [lead, second] = [await sitAt(origin, id, owner), await sitAt(origin, id, other)]
  return { lead, second, id, code: must((await lead.page()).code, 'code') }
}

async function joinAsGuest(
  { origin }: HouseProcess,
  { id, code, nth }: { id: string; code: string; nth: number },
): Promise<Seated> {
  const visitor = new Visitor(origin)
  await visitor.insist('POST', '/workshops/join', { code, nickname: `Guest ${nth}` })
  return sitAt(origin, id, visitor)
}

const stage = async (seat: Seated, kind: StageKind): Promise<Stage> =>
  must(
    (await seat.page()).stages.find((one) => one.kind === kind),
    kind,
  )

const stagePath = (id: string, { id: stageId }: Stage, what: string) =>
  `/workshops/${id}/stages/${stageId}/${what}`

async function goTo({ id }: Scene, seat: Seated, kind: StageKind): Promise<void> {
  const { stageId: from } = await seat.page()
  await seat.visitor.insist('POST', `/workshops/${id}/stage`, {
    stageId: (await stage(seat, kind)).id,
    from,
  })
}

/** A timer runs: when does it end, by everybody's own reckoning? Nobody's date is asked. */
async function skewOf({ id, lead, seats }: Scene): Promise<number> {
  await lead.visitor.insist('POST', `/workshops/${id}/timer`, { act: 'start', seconds: 300 })
  const ends = await Promise.all(
    seats.map(async (seat) => {
      const asked = performance.now()
      const { timer, now } = await seat.page()
      const half = (performance.now() - asked) / 2
      if (timer?.state !== 'running') throw new Error('Somebody sees no timer.')
      return asked + half + Date.parse(timer.endsAt) - Date.parse(now)
    }),
  )
  return Math.max(...ends) - Math.min(...ends)
}

/** Everybody but those who are cut off, over and over; the server dies in the middle. Answers the ids of all notes. */
async function writeUnseen(scene: Scene): Promise<string[]> {
  const { seats, random, phaseMs, house, say, lead } = scene
  const { id: stageId, rules } = await stage(lead, 'ideate')
  const until = performance.now() + phaseMs
  const written: string[] = []
  const write = async (seat: Seated, nth: number) => {
    while (performance.now() < until) {
      const topic = random.pick(rules.topics ?? []).key
      const text = `note ${written.length} of guest ${nth}`
      const spot = { x: 0, y: 0, z: 0 }
      written.push(addNote(seat.pad.doc, { text, colour: 'yellow', spot, stage: stageId, topic }))
      await wait(300 + random.below(Math.max(1, phaseMs / 4)))
    }
  }
  const killing = wait(phaseMs / 2).then(async () => {
    await house.kill()
    await house.start()
    say('The server was killed, and is back.')
  })
  const weather = seats.map((seat) => badWeather(seat, scene, until))
  await Promise.all([killing, ...weather, ...seats.map(write)])
  await Promise.all(seats.map((seat) => seat.pad.settled()))
  return written
}

/** A fifth of them is cut off, each for as long as chance will have it. */
async function badWeather(seat: Seated, { random, awayMs }: Scene, until: number): Promise<void> {
  if (random.next() >= dropped) return
  const [least, most] = awayMs
  while (performance.now() < until) {
    await wait(random.below(most))
    await seat.goAway()
    await wait(least + random.below(most - least))
    await seat.comeBack()
  }
}

/** The lead's laptop dies. Answers how long it is until somebody else leads. */
async function handOver({ id, lead, second, say }: Scene): Promise<number> {
  await lead.goAway()
  const gone = performance.now()
  for (;;) {
    const { body } = await second.visitor.ask<Participant[]>('GET', `/workshops/${id}/people`)
    const { me } = await second.page()
    if (body.some((one) => one.id === me?.id && one.role === 'facilitator')) break
    if (performance.now() - gone > 20_000) throw new Error('Nobody took over from the facilitator.')
    await wait(50)
  }
  const handOverMs = Math.round(performance.now() - gone)
  say(`The facilitator is gone, and replaced after ${handOverMs} ms.`)
  return handOverMs
}

async function sameNotes({ seats, second }: Scene, written: readonly string[]): Promise<void> {
  const wanted = [...written].sort().join()
  const shown = ({ wall }: Seated) =>
    readWall(wall.doc)
      .notes.map((note) => note.id)
      .sort()
      .join()
  await Promise.all([...seats, second].map((seat) => seat.wall.until(() => shown(seat) === wanted)))
}

/** Everybody votes for more than they may; what they may arrives once, however often it is sent. Answers all dots. */
async function voteAll(scene: Scene, notes: readonly string[]): Promise<number> {
  const { id, seats, second, random } = scene
  await goTo(scene, second, 'vote')
  const voting = await stage(second, 'vote')
  const path = stagePath(id, voting, 'votes')
  await Promise.all(
    seats.map(async ({ visitor }) => {
      for (let tries = 0; tries < 12; tries++) {
        const vote = { target: random.pick(notes), dots: 1 + random.below(3) }
        // Refused where it would be too many, which is right; sent twice, as on a road that loses answers.
        await visitor.ask('PUT', path, vote)
        await visitor.ask('PUT', path, vote)
      }
    }),
  )
  const budgets = await Promise.all(
    seats.map(async ({ visitor }) => {
      const { body } = await visitor.ask<VotePage>('GET', path)
      if (body.totals !== null) throw new Error('Somebody sees totals before voting is closed.')
      const mine = Object.values(body.mine).reduce((sum, dots) => sum + dots, 0)
      if (mine > body.budget) throw new Error(`Somebody has ${mine} dots of ${body.budget}.`)
      return mine
    }),
  )
  await second.visitor.insist('POST', stagePath(id, voting, 'close'))
  const { body } = await second.visitor.ask<VotePage>('GET', path)
  const total = Object.values(body.totals ?? {}).reduce((sum, dots) => sum + dots, 0)
  const given = budgets.reduce((sum, dots) => sum + dots, 0)
  if (total !== given) throw new Error(`${given} dots were given, and ${total} counted.`)
  return total
}

/** Throws a sentence where a figure is beyond what is promised. */
export function requirePromised({ skewMs, handOverMs }: WeatherResult): void {
  if (skewMs > 500) throw new Error(`Clocks are ${skewMs} ms apart.`)
  if (handOverMs > 3000) throw new Error(`It took ${handOverMs} ms until somebody else led.`)
}
