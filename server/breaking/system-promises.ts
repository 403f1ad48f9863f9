/** What must be true of a scene once everybody has settled. */
import { setTimeout as wait } from 'node:timers/promises'
import { readBoard } from '@atelier/shared/boards/board'
import { readDocText } from '@atelier/shared/docs/read-doc'
import * as Y from 'yjs'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { requireAcknowledged, requireSame } from './crowd'
import {
  clientsOf,
  enterAll,
  may,
  requireDeaf,
  roomKinds,
  type Scene,
  settleAll,
} from './system-scene'

const patienceMs = 30_000
const lookMs = 200

/** Answers how many updates were acknowledged. Throws naming the promise that was broken. */
export async function requirePromises(scene: Scene): Promise<number> {
  const { cast, stage, lead } = scene
  for (const one of cast) requireDeaf(scene, one)
  const allowed = cast.filter((one) => may(scene, one, 'read'))
  await Promise.all(allowed.map(enterAll))
  await Promise.all(allowed.map(settleAll))
  let acknowledged = 0
  for (const room of roomKinds) {
    const everybody = cast.map((one) => one.in[room])
    for (const node of stage.running) {
      const address = scene.addressOf(lead, room, node)
      acknowledged += await requireAcknowledged(address, everybody, patienceMs)
      await requireSame(
        address,
        allowed.map((one) => one.in[room]),
      )
    }
  }
  for (const one of allowed) for (const client of clientsOf(one)) requireNothingPending(client)
  requireWords(scene)
  requireCards(scene)
  return acknowledged / stage.running.size
}

function requireNothingPending({ doc }: ProtocolClient) {
  const { pendingStructs, pendingDs } = doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error('[S3] Something is missing.')
}

/** Each once, and none that nobody wrote. */
function requireWords({ lead, words }: Scene) {
  const text = lead.in.doc.doc.getText('body').toString()
  const found = [...text.matchAll(/<[^>]*>/g)].map(([word]) => word)
  const written = new Set(words.map(({ word }) => word))
  const strange = found.find((word) => !written.has(word))
  if (strange) throw new Error(`[S4] Nobody who may wrote ${strange}.`)
  const lost = words.find(({ word }) => !found.includes(word))
  if (lost) throw new Error(`[S2] ${lost.word} is lost.`)
  if (found.length !== words.length) throw new Error('[S3] A word is there twice.')
}

/** Each on the board or in its archive, in one place. */
function requireCards({ lead, cards }: Scene) {
  const { columns, archive } = readBoard(lead.in.board.doc)
  const found = [...columns.flatMap((column) => column.cards), ...archive].map(({ id }) => id)
  if (new Set(found).size !== found.length) throw new Error('[S3] A card is in two places.')
  const lost = cards.find((id) => !found.includes(id))
  if (lost) throw new Error(`[S2] Card ${lost} is lost.`)
  if (found.length !== cards.length) throw new Error('[S4] Nobody made one of the cards.')
}

/** What lists and search know is what a newcomer reads, soon after all have left. */
export async function requireListed(scene: Scene) {
  const { stage, ids } = scene
  const doc = readDocText(await readAnew(scene, 'doc'))
  const board = readBoard(await readAnew(scene, 'board'))
  const columns = board.columns.map(({ name, cards }) => ({ title: name, cards: cards.length }))
  const wanted = JSON.stringify([doc.text, columns])
  const until = Date.now() + patienceMs
  for (;;) {
    const { rows } = await stage.database.pool.query(
      'select docs.text, boards.summary from docs, boards where docs.id = $1 and boards.id = $2',
      [ids.doc, ids.board],
    )
    const listed = JSON.stringify([rows[0]?.text, JSON.parse(rows[0]?.summary)])
    if (listed === wanted) return
    if (Date.now() > until) throw new Error(`The lists say ${listed}, a newcomer reads ${wanted}.`)
    await wait(lookMs)
  }
}

/** By somebody new, on any node. */
async function readAnew(scene: Scene, room: (typeof roomKinds)[number]): Promise<Y.Doc> {
  const { stage, lead, random } = scene
  const newcomer = protocolClient(() =>
    scene.addressOf(lead, room, random.pick([...stage.running])),
  )
  await newcomer.enter()
  await newcomer.leave()
  return newcomer.doc
}

/** After every node was killed and started: the store alone has all that was ever acknowledged. */
export async function requireKept(scene: Scene) {
  for (const room of roomKinds) {
    const everybody = scene.cast.map((one) => one.in[room])
    const address = scene.addressOf(scene.lead, room, scene.random.pick(scene.stage.nodes))
    await requireAcknowledged(address, everybody)
    const kept = await readAnew(scene, room)
    if (!Y.equalSnapshots(Y.snapshot(kept), Y.snapshot(scene.lead.in[room].doc))) {
      throw new Error('[S2] What was stored is not what people read.')
    }
  }
}
