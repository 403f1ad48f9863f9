/**
 * A server in a process of its own that says when cards are on both boards of a move, and then waits to be killed.
 * It is told, as JSON, where its database is and what it moves.
 */
import type { RoomName } from '@atelier/shared/sync/room-name'
import { roomName } from '@atelier/shared/sync/room-name'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type * as Y from 'yjs'
import { type Move, moveCardsAcross } from '../boards/moving-cards'
import { testApp } from './test-app'

const { url, move } = JSON.parse(process.argv[2] ?? '') as { url: string; move: Move }
const pool = new Pool({ connectionString: url })
const database = { pool, db: drizzle(pool), url, close: () => pool.end() }
const { db, rooms } = (await testApp({ database })).deps
const edit = async (name: RoomName, change: (doc: Y.Doc) => void, by?: string) => {
  if (name !== roomName('board', move.from)) return rooms.edit(name, change, by)
  console.log('between the boards')
  return new Promise<void>((resolve) => setTimeout(resolve, 2 ** 30))
}
await moveCardsAcross({ db, rooms: { ...rooms, edit } }, move)
