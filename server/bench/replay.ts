/**
 * Two people write a paper into the real server, taking turns, exactly as it was once written.
 * In the middle the server is killed (-9) while one of them types. In the end both, somebody
 * new, and somebody new after another restart must read the paper's exact text, and nothing
 * that was acknowledged may be missing at any moment.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { Random } from '../testing/random'
import { type HouseProcess, makeHouse } from './house-process'
import type { Paper, Patch } from './paper'
import { type ProtocolClient, protocolClient } from './protocol-client'

export type Replay = {
  paper: Paper
  seed: number
  postgres: string | null
  say(line: string): void
}

export type ReplayResult = { edits: number; acknowledgedBeforeKill: number; lengthAtKill: number }

/** Unstored frames beyond which a client waits, as a person never would. */
const mostUnstored = 1000
/** Keys pressed in one turn of the event loop. */
const burst = 20

export async function replayPaper(replay: Replay): Promise<ReplayResult> {
  const house = await makeHouse({ backend: replay, core: null, people: 3 })
  try {
    await house.start()
    return await write(house, replay)
  } finally {
    await house.remove()
  }
}

async function write(house: HouseProcess, { paper, seed, say }: Replay): Promise<ReplayResult> {
  const random = new Random(seed)
  const writers = [0, 1].map((nth) => protocolClient(() => house.address(nth)))
  await Promise.all(writers.map((writer) => writer.enter()))

  const half = Math.floor(paper.patches.length / 2)
  const typed = await takeTurns(writers, paper.patches.slice(0, half), random)
  say(`Half of it is written: ${half} edits. Killing the server while the next ones are typed.`)
  const during = paper.patches.slice(half, half + Math.min(2000, half))
  const [typist, other] = typed
  const before = typist.acknowledged.length
  const typing = Promise.all([type(typist, during, 1), scribble(other)])
  await typist.until(() => typist.acknowledged.length > before + 20 && typist.unstored > 0)
  await house.kill()
  await typing
  const acknowledged = writers.flatMap((writer) => writer.acknowledged)
  await Promise.all(writers.map((writer) => writer.leave()))

  await house.start()
  const witness = await newcomer(house)
  const lengthAtKill = textIn(witness.doc).length
  requireAll(witness.doc, acknowledged, 'after kill -9')
  await witness.leave()
  say(`Restarted: all ${acknowledged.length} acknowledged updates are there. Writing on.`)

  await Promise.all(writers.map((writer) => writer.enter()))
  await takeTurns([...typed], paper.patches.slice(half + during.length), random)
  await Promise.all(writers.map((writer) => writer.settled()))
  await compare(house, writers, paper)
  return {
    edits: paper.patches.length,
    acknowledgedBeforeKill: acknowledged.length,
    lengthAtKill,
  }
}

/** Each writes a stretch of up to 400 edits, then the other waits for it and goes on. Resolves with who comes next first. */
async function takeTurns(
  writers: ProtocolClient[],
  patches: readonly Patch[],
  random: Random,
): Promise<[ProtocolClient, ProtocolClient]> {
  let [typist, reader] = writers as [ProtocolClient, ProtocolClient]
  await untilSame(reader, typist)
  for (let from = 0; from < patches.length; ) {
    const to = from + 20 + random.below(380)
    await type(typist, patches.slice(from, to), burst)
    await untilSame(reader, typist)
    ;[typist, reader] = [reader, typist]
    from = to
  }
  return [typist, reader]
}

async function type(writer: ProtocolClient, patches: readonly Patch[], keysPerTurn: number) {
  const text = writer.doc.getText('paper')
  for (const [index, [position, deleted, inserted]] of patches.entries()) {
    writer.doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted)
      if (inserted !== '') text.insert(position, inserted)
    })
    if (index % keysPerTurn === 0) await nextTurn()
    if (writer.unstored > mostUnstored) await writer.until(() => writer.unstored < mostUnstored / 2)
  }
}

/** In the margin, meanwhile: both write when the server dies. */
async function scribble(writer: ProtocolClient) {
  const margin = writer.doc.getText('margin')
  for (const letter of scribbled) {
    margin.insert(margin.length, letter)
    await nextTurn()
  }
}

/** A state vector does not move when something is deleted, but then the length does. */
async function untilSame(reader: ProtocolClient, typist: ProtocolClient) {
  const writer = typist.doc.clientID
  const wanted = Y.getState(typist.doc.store, writer)
  const { length } = typist.doc.getText('paper')
  await reader.until(
    () =>
      Y.getState(reader.doc.store, writer) === wanted &&
      reader.doc.getText('paper').length === length,
  )
}

async function newcomer(house: HouseProcess): Promise<ProtocolClient> {
  const client = protocolClient(() => house.address(2))
  await client.enter()
  return client
}

const scribbled = 'Does this sentence still hold? '.repeat(20)

const textIn = (doc: Y.Doc) => doc.getText('paper').toString()

/** Applying once more what is there already changes nothing; anything that changes was missing. */
function requireAll(doc: Y.Doc, updates: readonly Uint8Array[], when: string) {
  let missing = 0
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.on('update', () => missing++)
  for (const update of updates) Y.applyUpdate(copy, update)
  if (missing > 0) throw new Error(`${missing} acknowledged updates are missing ${when}.`)
}

async function compare(house: HouseProcess, writers: ProtocolClient[], paper: Paper) {
  const acknowledged = writers.flatMap((writer) => writer.acknowledged)
  for (const [nth, writer] of writers.entries()) requireText(`writer ${nth + 1}`, writer.doc, paper)
  const fresh = await newcomer(house)
  requireText('a newcomer', fresh.doc, paper)
  await Promise.all([...writers, fresh].map((client) => client.leave()))
  await house.stop()
  await house.start()
  const later = await newcomer(house)
  requireText('a newcomer after a restart', later.doc, paper)
  requireAll(later.doc, acknowledged, 'after a restart')
  await later.leave()
}

function requireText(who: string, doc: Y.Doc, { text }: Paper) {
  const margin = doc.getText('margin').toString()
  if (margin !== scribbled) throw new Error(`In the margin ${who} reads “${margin}”.`)
  const read = textIn(doc)
  if (read === text) return
  const at = [...text].findIndex((letter, index) => letter !== read[index])
  throw new Error(
    `What ${who} reads is not the paper: ${read.length} characters instead of ${text.length}, different from character ${at} on.`,
  )
}
