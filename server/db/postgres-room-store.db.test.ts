import { expect, test } from 'vitest'
import { roomStoreContract, type StoreUnderTest } from '../sync/room-store-contract'
import { makeProject, makeWorkspace } from '../testing/make'
import { testDatabase } from '../testing/test-database'
import { postgresRoomStore } from './postgres-room-store'

async function open(): Promise<StoreUnderTest> {
  const { pool, db, close } = await testDatabase()
  const { owner } = await makeWorkspace(db)
  const project = await makeProject(db, owner)
  return {
    store: postgresRoomStore(pool),
    otherStore: postgresRoomStore(pool),
    async createRoom() {
      const { rows } = await pool.query<{ id: string }>(
        `insert into rooms (workspace_id, project_id, kind) values ($1, $2, 'doc') returning id`,
        [project.workspaceId, project.id],
      )
      return rows[0]?.id ?? ''
    },
    async countRows(roomId) {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from room_updates where room_id = $1',
        [roomId],
      )
      return rows[0]?.count ?? 0
    },
    close,
  }
}

roomStoreContract('Postgres', open)

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
