/** A database with a project, in which rooms are made and rows are harmed. */
import type { Log } from '../sync/log'
import { makePerson, makeProject, makeWorkspace } from './make'
import { type TestDatabase, testDatabase } from './test-database'

export type Told = { message: string; room?: string; seq?: string; why?: string }

export type RoomDatabase = TestDatabase & {
  createRoom(): Promise<string>
  createPerson(): Promise<string>
  /** The places of a room's rows, in order. */
  seqs(roomId: string, table?: string): Promise<string[]>
  /** Flips one bit in the middle of a row. */
  flipBit(seq: string, table?: string): Promise<void>
  log: Log
  /** What was logged. */
  told: Told[]
}

export async function roomDatabase(): Promise<RoomDatabase> {
  const database = await testDatabase()
  const { pool, db } = database
  const workspace = await makeWorkspace(db)
  const project = await makeProject(db, workspace.owner)
  const told: Told[] = []
  const tell = (details: object, message: string) => void told.push({ ...details, message })
  return {
    ...database,
    log: { warn: tell, error: tell },
    told,
    async createRoom() {
      const { rows } = await pool.query<{ id: string }>(
        `insert into rooms (workspace_id, project_id, kind) values ($1, $2, 'doc') returning id`,
        [project.workspaceId, project.id],
      )
      return rows[0]?.id ?? ''
    },
    createPerson: async () => (await makePerson(db, workspace)).id,
    async seqs(roomId, table = 'room_updates') {
      const { rows } = await pool.query<{ seq: string }>(
        `select seq from ${table} where room_id = $1 order by seq`,
        [roomId],
      )
      return rows.map(({ seq }) => seq)
    },
    async flipBit(seq, table = 'room_updates') {
      await pool.query(
        `update ${table} set bytes =
           set_bit(bytes, length(bytes) * 4, 1 - get_bit(bytes, length(bytes) * 4))
         where seq = $1`,
        [seq],
      )
    },
  }
}
