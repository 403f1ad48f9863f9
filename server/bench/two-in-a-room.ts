/** Many small rooms: one types a little in each, and a second one comes to read it. */
import { setTimeout as wait } from 'node:timers/promises'
import { FastTypist } from './fast-typist'
import { Progress } from './progress'
import { joinRaw, type RawClient } from './raw-client'
import type { Running, Target } from './targets'

export type SmallRooms = {
  /** Throws unless each second one reads what the first types. */
  secondComes(): Promise<void>
  close(): void
}

const letters = 20
const patienceMs = 20_000
/** A few at a time, as people come, not all in one moment. */
const atATime = 20

export async function openTwice(
  target: Target,
  running: Running,
  from: number,
  count: number,
): Promise<SmallRooms> {
  const clients: RawClient[] = []
  const rooms = Array.from({ length: count }, (_, nth) => from + nth)
  const come = async (room: number) => {
    const client = await joinRaw(running.address(room, room), target.keeps)
    clients.push(client)
    return client
  }
  const writers = new Map<number, { client: RawClient; typist: FastTypist }>()
  await inGroups(rooms, async (room) => {
    const client = await come(room)
    const typist = new FastTypist(client.prefix)
    client.write(typist.type(letters))
    writers.set(room, { client, typist })
  })
  return {
    secondComes: () =>
      inGroups(rooms, async (room) => {
        const reader = await come(room)
        const writer = writers.get(room)
        if (!writer) return
        writer.client.write(writer.typist.type(1))
        await untilRead(target, reader, writer.typist)
      }),
    close() {
      for (const client of clients) client.close()
    },
  }
}

async function inGroups(rooms: number[], work: (room: number) => Promise<unknown>) {
  for (let from = 0; from < rooms.length; from += atATime)
    await Promise.all(rooms.slice(from, from + atATime).map(work))
}

async function untilRead({ name, keeps }: Target, reader: RawClient, typist: FastTypist) {
  const giveUp = performance.now() + patienceMs
  while (!(keeps ? hasAll(reader, typist) : hasSome(reader))) {
    if (performance.now() > giveUp)
      throw new Error(`On ${name} a second one does not read the first.`)
    await wait(2)
  }
}

function hasAll(reader: RawClient, { client, clock }: FastTypist): boolean {
  const progress = new Progress()
  for (const frame of reader.frames()) progress.hear(frame)
  return progress.of(client) === clock
}

/** A relay tells a newcomer only what comes after. */
const hasSome = (reader: RawClient) => !reader.frames().next().done
