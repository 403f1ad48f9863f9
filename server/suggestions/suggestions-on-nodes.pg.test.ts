/** Several who decide at once, each through a node of their own: on one Postgres and one Redis. */

import { docSchema } from '@atelier/shared/docs/new-doc'
import { write } from '@atelier/shared/suggestions/two-authors'
import { parseRoomName, roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docSuggestionDecisions } from '../db/doc-tables'
import { putMember } from '../projects/project-change-queries'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import type { MadePerson } from '../testing/make'
import { type SeveralNodes, severalNodes } from '../testing/several-nodes'

let house: SeveralNodes
beforeAll(async () => {
  house = await severalNodes(2)
})
afterAll(() => house.stop())

type Stage = { acts: [ForkActs, ForkActs]; editors: [MadePerson, MadePerson]; fork: string }

/** Ada suggests in a doc that says “One two three four.”, and two may decide, each on a node. */
async function stage(): Promise<Stage> {
  const { ana, ben, project, room } = await house.newScene()
  const docId = parseRoomName(room)?.id ?? ''
  const [first, second] = house.nodes.map((node) => forkActs(node, docId)) as [ForkActs, ForkActs]
  const { db } = house.database
  const { ben: ada } = await house.newScene()
  await putMember(db, project, ada.id, 'commenter')
  await house.nodes[0]?.deps.rooms.edit(roomName('doc', docId), (doc) =>
    write(doc, (tr) => tr.insert(1, docSchema().text('One two three four.'))),
  )
  return { acts: [first, second], editors: [ana, ben], fork: await first.begin(ada) }
}

const decisionsOf = (fork: string) =>
  house.database.db
    .select()
    .from(docSuggestionDecisions)
    .where(eq(docSuggestionDecisions.suggestionId, fork))

describe('[S17] two decide at the same moment on two nodes', () => {
  test('the same thing: it is written once, whoever was first', async () => {
    const { acts, editors, fork } = await stage()
    await acts[0].suggest(fork, 'two', 'two and a half')
    await acts[0].suggest(fork, ' four', ' four five')
    const keys = await acts[0].keysOf(fork)
    const answers = await Promise.all(
      acts.map((one, nth) => one.decide(editors[nth] as MadePerson, fork, true, keys)),
    )
    expect(answers.map(({ body }) => body.decided).sort()).toEqual([0, 2])
    for (const one of acts) {
      await expect.poll(one.lines).toEqual(['One two and a half three four five.'])
      await expect.poll(() => one.keysOf(fork)).toEqual([])
    }
    expect(await decisionsOf(fork)).toHaveLength(2)
  })

  test('the one accepts what the other refuses: one of both holds, everywhere', async () => {
    const { acts, editors, fork } = await stage()
    await acts[0].suggest(fork, 'two', '2')
    const keys = await acts[0].keysOf(fork)
    const answers = await Promise.all(
      acts.map((one, nth) => one.decide(editors[nth] as MadePerson, fork, nth === 0, keys)),
    )
    const isAccepted = answers[0]?.body.decided === 1
    expect(answers.map(({ body }) => body.decided).sort()).toEqual([0, 1])
    for (const one of acts) {
      await expect
        .poll(one.lines)
        .toEqual([isAccepted ? 'One 2 three four.' : 'One two three four.'])
      await expect.poll(() => one.keysOf(fork)).toEqual([])
    }
  })

  test('different things of one fork, while it is written through the other node', async () => {
    const { acts, editors, fork } = await stage()
    await acts[0].suggest(fork, 'One', 'Eins')
    await acts[0].suggest(fork, 'three', 'drei')
    const [one, three] = await acts[0].keysOf(fork)
    const [accepted, refused] = await Promise.all([
      acts[0].decide(editors[0], fork, true, [one ?? '']),
      acts[1].decide(editors[1], fork, false, [three ?? '']),
      acts[1].suggest(fork, 'four', 'sechs'),
    ])
    expect([accepted.body.decided, refused.body.decided]).toEqual([1, 1])
    for (const each of acts) {
      await expect.poll(each.lines).toEqual(['Eins two three four.'])
      const said = async () => (await each.suggestions(fork)).map(({ inserted }) => inserted)
      await expect.poll(said).toEqual(['sechs'])
    }
  })

  test('what one node has accepted, the other takes back', async () => {
    const { acts, editors, fork } = await stage()
    await acts[0].suggest(fork, 'two', '2')
    const { body } = await acts[0].decide(editors[0], fork, true)
    const other = await house.nodes[1]?.as(editors[0])
    const answer = await other?.post(`${acts[1].path}/${fork}/decisions/${body.batchId}/undo`)
    expect(answer?.status).toBe(204)
    for (const one of acts) {
      await expect.poll(one.lines).toEqual(['One two three four.'])
      const said = async () =>
        (await one.suggestions(fork)).map(({ removed, inserted }) => [removed, inserted])
      await expect.poll(said).toEqual([['two', '2']])
    }
  })
})
