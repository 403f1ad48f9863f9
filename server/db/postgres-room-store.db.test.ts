import { expect, test } from 'vitest'
import { roomStoreContract, type StoreUnderTest } from '../sync/room-store-contract'
import { roomDatabase } from '../testing/room-database'
import { postgresRoomStore } from './postgres-room-store'

async function open(): Promise<StoreUnderTest> {
  const { pool, log, createRoom, createPerson, seqs, flipBit, close } = await roomDatabase()
  return {
    store: postgresRoomStore(pool, { log }),
    otherStore: postgresRoomStore(pool, { log }),
    createRoom,
    createPerson,
    countRows: async (roomId) => (await seqs(roomId)).length,
    async damage(roomId, nth) {
      await flipBit((await seqs(roomId)).at(nth) ?? '')
    },
    close,
  }
}

roomStoreContract('Postgres', open, { canBeDamaged: true })

test('[S1] an author who does not exist is refused, and everybody else is stored', async () => {
  const it = await open()
  const room = await it.createRoom()
  const nobody = '00000000-0000-4000-8000-000000000000'
  const bytes = new Uint8Array([0, 0])
  const results = await Promise.allSettled(
    [null, nobody, null].map((author) => it.store.append(room, bytes, author)),
  )
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await it.countRows(room)).toBe(2)
  await it.close()
})
