// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { eraseDatabases } from './device-databases'
import { isFresh, listFresh, noteFresh, noteKnown, whenKnown } from './fresh-rooms'
import { rememberWho } from './remembered-who'

const ada = { workspaceId: 'w', personId: 'ada' }
const ben = { workspaceId: 'w', personId: 'ben' }
const room = 'doc:6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'

beforeEach(() => rememberWho(ada))

it('a room begun here is fresh for who began it, until the server knows it', async () => {
  await noteFresh(ada, { room, projectId: 'p' })
  expect(await listFresh(ada)).toEqual([{ room, projectId: 'p' }])
  expect(await isFresh(ben, room)).toBe(false)

  let isKnown = false
  const waiting = whenKnown(ada, room).then(() => {
    isKnown = true
  })
  await noteFresh(ada, { room: 'doc:another', projectId: 'p' })
  expect(isKnown).toBe(false)
  await noteKnown(ada, room)
  await waiting
  expect(await listFresh(ada)).toEqual([{ room: 'doc:another', projectId: 'p' }])
})

it('nothing of it is left after the person’s databases are erased', async () => {
  await noteFresh(ada, { room, projectId: 'p' })
  await eraseDatabases(ada)
  expect(await listFresh(ada)).toEqual([])
})
