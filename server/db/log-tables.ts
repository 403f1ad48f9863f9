/** Where what is written in rooms is stored, row by row. */
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, created, key, time } from './columns'
import { people, rooms } from './tables'

/** The columns of a row of the log, wherever it lies; `seq` is unique in each place. */
const loggedUpdate = () => ({
  roomId: uuid('room_id')
    .notNull()
    .references(() => rooms.id),
  bytes: bytes('bytes').notNull(),
  personId: uuid('person_id').references(() => people.id),
  createdAt: created(),
  /** See `checksumOf`. Null for rows older than checksums. */
  checksum: integer('checksum'),
})

/** All of it is in `room_history` too, where its room has one. */
const inHistory = () => boolean('in_history').notNull().default(false)

/** The log. A squash replaces the rows it read by one. */
export const roomUpdates = pgTable(
  'room_updates',
  {
    seq: bigserial('seq', { mode: 'bigint' }).primaryKey(),
    ...loggedUpdate(),
    inHistory: inHistory(),
  },
  (t) => [index('room_updates_room').on(t.roomId, t.seq)],
)

/**
 * What the last squash of a room replaced, until the next one has read that row back unharmed.
 * @public for drizzle-kit
 */
export const roomUpdatesReplaced = pgTable(
  'room_updates_replaced',
  {
    seq: bigint('seq', { mode: 'bigint' }).primaryKey(),
    ...loggedUpdate(),
    inHistory: inHistory(),
    /** `seq` of the row in its place. */
    replacedBy: bigint('replaced_by', { mode: 'bigint' }).notNull(),
  },
  (t) => [index('room_updates_replaced_room').on(t.roomId)],
)

/**
 * Rows taken out of the log because they were damaged, as they were found. Only people delete here.
 * @public for drizzle-kit
 */
export const roomUpdatesQuarantined = pgTable(
  'room_updates_quarantined',
  {
    id: key(),
    seq: bigint('seq', { mode: 'bigint' }).notNull(),
    ...loggedUpdate(),
    quarantinedAt: time('quarantined_at').notNull().defaultNow(),
    why: text('why').notNull(),
  },
  (t) => [index('room_updates_quarantined_room').on(t.roomId)],
)
