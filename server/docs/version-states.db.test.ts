/** Whatever squashed when, however often it failed: each version is what the log said then. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checksumOf } from '../db/checksum'
import { postgresRoomStore } from '../db/postgres-room-store'
import { sharedSquashThread } from '../db/squash-thread'
import { Random } from '../testing/random'
import { type RoomDatabase, roomDatabase } from '../testing/room-database'
import { loadSegments, nameVersion, placeFrom } from './version-queries'
import { versionsOf } from './version-sessions'
import { loadUpdatesBetween, loadUpdatesUpTo } from './version-update-queries'
import { writersOf } from './version-writers'

let database: RoomDatabase
let people: string[]
beforeAll(async () => {
  database = await roomDatabase()
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into people (workspace_id, organisation_id, name, email, role, colour, language, password_hash)
     select workspace_id, organisation_id, nth, nth || '@atelier.example', 'member', 'teal', 'en', 'x'
     from people, unnest(array['ann', 'ben']) nth returning id`,
  )
  people = rows.map(({ id }) => id)
})
afterAll(() => database.close())

async function aDoc(): Promise<string> {
  const id = await database.createRoom()
  await database.pool.query(`insert into docs (id, title, created_by) values ($1, '', $2)`, [
    id,
    people[0],
  ])
  return id
}

const aStore = () => postgresRoomStore(database.pool, { log: database.log })

/** Two people in one room, over hours, and everything that was ever written to its log. */
class Past {
  readonly log = new Map<number, Uint8Array>()
  readonly docs = people.map(() => new Y.Doc())
  readonly #unsent = people.map((): Uint8Array[] => [])
  readonly room: string
  #now = Date.parse('2026-11-26T08:00:00Z')
  #reserved: number[] = []

  constructor(room: string) {
    this.room = room
    this.docs.forEach((doc, who) => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'heard') this.#unsent[who]?.push(update)
      })
    })
  }

  write(who: number, random: Random): void {
    const text = this.docs[who]?.getText('body')
    if (!text) return
    const at = random.below(text.length + 1)
    if (random.below(3) > 0 || text.length === 0) text.insert(at, random.pick(['a', 'bc ', 'word']))
    else text.delete(Math.min(at, text.length - 1), 1)
  }

  hear(): void {
    const [one, other] = this.docs
    if (!one || !other) return
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other), 'heard')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one), 'heard')
  }

  /** Time passes; what somebody wrote is stored, sometimes in a place that was taken before others'. */
  async store(who: number, random: Random): Promise<void> {
    this.#now += random.pick([200, 1000, 30_000, 200_000, 3_600_000])
    const seqs = await database.pool.query<{ seq: string }>(
      `select nextval('room_updates_seq_seq') as seq`,
    )
    this.#reserved.push(Number(seqs.rows[0]?.seq))
    for (const update of this.#unsent[who]?.splice(0) ?? []) await this.#append(who, update)
    if (random.below(3) === 0) this.#reserved.pop()
  }

  async #append(who: number, bytes: Uint8Array): Promise<void> {
    const { rows } = await database.pool.query<{ seq: string }>(
      `insert into room_updates (room_id, bytes, person_id, checksum, created_at)
       values ($1, $2, $3, $4, $5) returning seq`,
      [this.room, bytes, people[who], checksumOf(bytes), new Date(this.#now)],
    )
    this.log.set(Number(rows[0]?.seq), bytes)
  }

  /** Another node was slower: its row has an older place, and appears only now. */
  async late(): Promise<void> {
    const seq = this.#reserved.shift()
    if (seq === undefined) return
    const doc = new Y.Doc()
    doc.getText('late').insert(0, `late ${seq}`)
    const bytes = Y.encodeStateAsUpdate(doc)
    await database.pool.query(
      `insert into room_updates (seq, room_id, bytes, person_id, checksum, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [seq, this.room, bytes, people[0], checksumOf(bytes), new Date(this.#now)],
    )
    this.log.set(seq, bytes)
  }

  asOf(place: number): unknown {
    return said([...this.log].filter(([seq]) => seq <= place).map(([, bytes]) => bytes))
  }

  async told(place: number): Promise<unknown> {
    const rows = await loadUpdatesUpTo(database.db, this.room, place)
    return said([(await sharedSquashThread().squash(rows)).whole])
  }

  async versions(): Promise<number[]> {
    const { segments } = await loadSegments(database.db, this.room, null, 5000)
    return versionsOf(segments, new Map()).map(({ version }) => version.seq)
  }
}

function said(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const state = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)
  return { body: doc.getText('body').toString(), late: doc.getText('late').toString(), state }
}

/** Its transactions fail at the nth statement, as if the process or the line had died there. */
function dyingPool(nth: number): typeof database.pool {
  let left = nth
  return new Proxy(database.pool, {
    get(pool, name) {
      if (name !== 'connect') return Reflect.get(pool, name).bind?.(pool) ?? Reflect.get(pool, name)
      return async () => {
        const client = await pool.connect()
        const query = client.query.bind(client)
        const release = client.release.bind(client)
        const restored = (error?: Error) => {
          Object.assign(client, { query, release })
          release(error)
        }
        const dying = (text: string, values?: unknown[]) =>
          left-- === 0 ? Promise.reject(new Error('the line is cut')) : query(text, values)
        return Object.assign(client, { query: dying, release: restored })
      }
    },
  })
}

async function live(past: Past, random: Random, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const who = random.below(2)
    const act = random.below(12)
    if (act < 6) past.write(who, random)
    else if (act < 8) past.hear()
    else if (act < 10) await past.store(who, random)
    else if (act === 10) await past.late()
    else await squashSomehow(past.room, random)
    if (act === 7) for (const one of [0, 1]) await past.store(one, random)
  }
  for (const one of [0, 1]) await past.store(one, random)
}

async function squashSomehow(room: string, random: Random): Promise<void> {
  const way = random.below(4)
  if (way < 2) await aStore().squash(room)
  else if (way === 2) await Promise.all([aStore().squash(room), aStore().squash(room)])
  else {
    const dying = postgresRoomStore(dyingPool(random.below(8)), { log: database.log })
    await dying.squash(room).catch((error: Error) => expect(error.message).toBe('the line is cut'))
  }
}

describe.each([1, 2, 3, 4, 5, 6])('a past with seed %i', (seed) => {
  test('[S2] [S11] is told as it was, at every version, and from every place in the log', async () => {
    const random = new Random(seed)
    const past = new Past(await aDoc())
    await live(past, random, 150)
    const versions = await past.versions()
    expect(versions.length).toBeGreaterThan(3)
    for (const place of versions) expect(await past.told(place)).toEqual(past.asOf(place))
    for (const seq of past.log.keys()) {
      const place = await placeFrom(database.db, past.room, seq)
      expect(place).not.toBeNull()
      expect(await past.told(place ?? 0)).toEqual(past.asOf(place ?? 0))
    }
    expect(Math.max(...versions)).toBe(Math.max(...past.log.keys()))
  })

  test('keeps a version that was named exactly where it was, also while others squash', async () => {
    const random = new Random(100 + seed)
    const past = new Past(await aDoc())
    const named: number[] = []
    for (let round = 0; round < 6; round++) {
      await live(past, random, 30)
      const last = Math.max(...past.log.keys())
      const squashing = aStore().squash(past.room)
      await nameVersion(database.db, past.room, last, `Version ${round}`, people[0] ?? '')
      await squashing
      named.push(last)
    }
    await aStore().squash(past.room)
    const versions = await past.versions()
    for (const place of named) {
      expect(versions).toContain(place)
      expect(await past.told(place)).toEqual(past.asOf(place))
    }
  })
})

test('words that were deleted long ago stand in the versions that had them, with who wrote and who deleted them', async () => {
  const past = new Past(await aDoc())
  const random = new Random(7)
  past.docs[0]?.getText('body').insert(0, 'a secret plan')
  await past.store(0, random)
  const before = Math.max(...past.log.keys())
  await nameVersion(database.db, past.room, before, 'Before', people[0] ?? '')
  past.hear()
  past.docs[1]?.getText('body').delete(2, 7)
  await past.store(1, random)
  for (let i = 0; i < 3; i++) {
    await aStore().squash(past.room)
    past.docs[1]?.getText('body').insert(0, '.')
    await past.store(1, random)
  }
  await aStore().squash(past.room)
  const live = await database.pool.query('select bytes from room_updates where room_id = $1', [
    past.room,
  ])
  expect(Buffer.concat(live.rows.map(({ bytes }) => bytes)).includes('secret')).toBe(false)
  expect(await past.told(before)).toMatchObject({ body: 'a secret plan' })

  const now = Math.max(...past.log.keys())
  const rows = await loadUpdatesBetween(database.db, past.room, before, now)
  const spans = await sharedSquashThread().spans(rows.map(({ bytes }) => bytes))
  const persons = rows.map(({ personId }) => people.indexOf(personId ?? ''))
  const [ann, ben] = past.docs.map(({ clientID }) => clientID)
  expect(writersOf(spans, persons, 'deleted')).toEqual([[ann, 2, 7, 1]])
  expect(writersOf(spans, persons, 'written')).toEqual([[ben, 0, 3, 1]])
})

test('what was squashed before there was a history is where the history begins', async () => {
  const past = new Past(await aDoc())
  const random = new Random(8)
  past.docs[0]?.getText('body').insert(0, 'old')
  await past.store(0, random)
  const begun = Math.max(...past.log.keys())
  await database.pool.query('update room_updates set person_id = null where room_id = $1', [
    past.room,
  ])
  past.docs[0]?.getText('body').insert(3, ' and new')
  await past.store(0, random)
  await aStore().squash(past.room)
  const { segments } = await loadSegments(database.db, past.room, null, 10)
  expect(new Set(segments.map(({ personId }) => personId))).toEqual(new Set([null, people[0]]))
  expect(await placeFrom(database.db, past.room, begun)).not.toBeNull()
})

test.each([
  ['suggestion', 'project_id'],
  ['section', 'null'],
  ['section-suggestion', 'null'],
])('a %s has no past', async (kind, projectId) => {
  const past = new Past(await aDoc())
  await database.pool.query(`update rooms set kind = $2, project_id = ${projectId} where id = $1`, [
    past.room,
    kind,
  ])
  past.docs[0]?.getText('body').insert(0, 'maybe')
  past.docs[0]?.getText('body').insert(0, 'or not ')
  await past.store(0, new Random(9))
  await aStore().squash(past.room)
  const { rows } = await database.pool.query('select 1 from room_history where room_id = $1', [
    past.room,
  ])
  expect(rows).toEqual([])
})
