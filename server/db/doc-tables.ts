/** What docs have beside their text: where they stand, who may come in, versions, suggestions, files. */

import { type DocRole, docRoles } from '@atelier/shared/access/roles'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, created, key, oneOf, time } from './columns'
import { sections } from './journal-tables'
import { people, rooms, workspaces } from './tables'

const author = (name = 'created_by') =>
  uuid(name)
    .notNull()
    .references(() => people.id)

/** Written when the room is quiet, for lists; the room itself is the truth. */
export const docs = pgTable(
  'docs',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => rooms.id),
    title: text('title').notNull(),
    excerpt: text('excerpt').notNull().default(''),
    text: text('text').notNull().default(''),
    createdBy: author(),
    changedAt: time('changed_at').notNull().defaultNow(),
    /** The doc it stands under in its project's tree; null at the top. */
    parentId: uuid('parent_id').references((): AnyPgColumn => docs.id),
    /** Its place among its siblings, a fractional index (shared/basics/order.ts). Null comes last, oldest first. */
    rank: text('rank'),
    /** New docs can be made from it. */
    template: boolean('template').notNull().default(false),
    /** Only who is granted it, and who leads its project, may read it. */
    restricted: boolean('restricted').notNull().default(false),
    /** Since when everybody in the workspace but partners may read it. */
    libraryAt: time('library_at'),
    /** A doc goes into the bin with all that stands under it: those share the moment. */
    trashedAt: time('trashed_at'),
    trashedBy: uuid('trashed_by').references(() => people.id),
    /** Whether it is known who is mentioned in it (`docMentions`): not in docs of older versions. */
    mentionsKnown: boolean('mentions_known').notNull().default(false),
  },
  (t) => [index('docs_parent').on(t.parentId)],
)

/** What somebody may do in one doc, beyond their project or instead of it. */
export const docGrants = pgTable(
  'doc_grants',
  {
    docId: uuid('doc_id')
      .notNull()
      .references(() => docs.id),
    personId: author('person_id'),
    role: text('role').$type<DocRole>().notNull(),
    grantedBy: author('granted_by'),
    grantedAt: time('granted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.docId, t.personId] }),
    index('doc_grants_person').on(t.personId),
    check('doc_grants_role', oneOf(t.role, docRoles)),
  ],
)

export const docFavourites = pgTable(
  'doc_favourites',
  {
    docId: uuid('doc_id')
      .notNull()
      .references(() => docs.id),
    personId: author('person_id'),
    createdAt: created(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.docId] }), index('doc_favourites_doc').on(t.docId)],
)

/** Which rooms a doc's text mentions, links to or embeds: written with its summary, for backlinks. */
export const docLinks = pgTable(
  'doc_links',
  {
    fromId: uuid('from_id')
      .notNull()
      .references(() => docs.id),
    /** A room of the same workspace; not a reference, since it may be gone or never have been. */
    toId: uuid('to_id').notNull(),
    /** A card of the room, empty for the room itself. */
    card: text('card').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.toId, t.card] }),
    index('doc_links_to').on(t.toId, t.card),
  ],
)

/** Links by which anybody reads one doc. Only hashes: reading this table lets nobody in. */
export const docPublicLinks = pgTable(
  'doc_public_links',
  {
    id: key(),
    docId: uuid('doc_id')
      .notNull()
      .references(() => docs.id),
    /** The hex sha-256 of the token in the address. */
    tokenHash: text('token_hash').notNull(),
    createdBy: author(),
    createdAt: created(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (t) => [
    uniqueIndex('doc_public_links_token').on(t.tokenHash),
    index('doc_public_links_doc').on(t.docId),
  ],
)

/**
 * A fork of a doc, or of a section of a journal, in which one person suggests: a room of its own, since whoever may
 * only comment must not write in the doc's. What it holds beyond the doc is what is suggested.
 */
export const docSuggestions = pgTable(
  'doc_suggestions',
  {
    /** The fork's room. */
    id: uuid('id')
      .primaryKey()
      .references(() => rooms.id),
    docId: uuid('doc_id').references(() => docs.id),
    sectionId: uuid('section_id').references(() => sections.id),
    authorId: author('author_id'),
    createdAt: created(),
    /** Once its author has withdrawn it, or has done suggesting and nothing of it is left. */
    closedAt: time('closed_at'),
    /** Of a section: whether a decision of somebody else's has brought in what its author may not have read. */
    tookIn: boolean('took_in').notNull().default(false),
    /** Until when somebody decides about it, and others wait. */
    decidingUntil: time('deciding_until'),
  },
  (t) => [
    uniqueIndex('doc_suggestions_open').on(t.docId, t.authorId).where(sql`closed_at is null`),
    uniqueIndex('section_suggestions_open')
      .on(t.sectionId, t.authorId)
      .where(sql`closed_at is null`),
    index('doc_suggestions_doc').on(t.docId),
    index('doc_suggestions_section').on(t.sectionId),
    check('doc_suggestions_of_one', sql`(${t.docId} is null) <> (${t.sectionId} is null)`),
  ],
)

/** What became of each suggestion. */
export const docSuggestionDecisions = pgTable(
  'doc_suggestion_decisions',
  {
    id: key(),
    suggestionId: uuid('suggestion_id')
      .notNull()
      .references(() => docSuggestions.id),
    accepted: boolean('accepted').notNull(),
    /** What it would have taken away and put in, as words. */
    removed: text('removed').notNull(),
    inserted: text('inserted').notNull(),
    /** What else it was, as JSON (`AboutSuggestion`); null for those decided before that was kept. */
    about: text('about'),
    decidedBy: author('decided_by'),
    decidedAt: time('decided_at').notNull().defaultNow(),
    /** Those decided at once, which are also taken back at once. */
    batchId: uuid('batch_id').notNull(),
    /** In one row of each batch: what takes it back, as updates of the doc's room and of the fork's. */
    undoDoc: bytes('undo_doc'),
    undoFork: bytes('undo_fork'),
  },
  (t) => [
    index('doc_suggestion_decisions_suggestion').on(t.suggestionId),
    index('doc_suggestion_decisions_batch').on(t.batchId),
  ],
)

/**
 * Every update a squash took out of the log, packed by who wrote it and when (history-packs.ts). The room
 * as it was at a `seq` that no row reaches across is all rows up to there.
 */
export const roomHistory = pgTable(
  'room_history',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    /** From `seq` to `seq` of the log, both among them. */
    firstSeq: bigint('first_seq', { mode: 'bigint' }).notNull(),
    lastSeq: bigint('last_seq', { mode: 'bigint' }).notNull(),
    bytes: bytes('bytes').notNull(),
    checksum: integer('checksum').notNull(),
    /** Null for what the server wrote, and for what was squashed before there was a history. */
    personId: uuid('person_id').references(() => people.id),
    begunAt: time('begun_at').notNull(),
    endedAt: time('ended_at').notNull(),
  },
  (t) => [index('room_history_room').on(t.roomId, t.lastSeq)],
)

/** Versions somebody gave a name: a doc as it was once the log had reached `seq`. */
export const docVersions = pgTable(
  'doc_versions',
  {
    id: key(),
    docId: uuid('doc_id')
      .notNull()
      .references(() => docs.id),
    seq: bigint('seq', { mode: 'bigint' }).notNull(),
    name: text('name').notNull(),
    createdBy: author(),
    createdAt: created(),
  },
  (t) => [index('doc_versions_doc').on(t.docId, t.seq)],
)

/**
 * Pictures and other files in a room; whoever may read the room may read them. Where the bytes lie
 * is the file store's business: equal bytes of a workspace lie there once.
 * @public for files
 */
export const files = pgTable(
  'files',
  {
    id: key(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    name: text('name').notNull(),
    /** As its bytes say, never as its sender says. */
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    /** Hex, of what is stored. */
    sha256: text('sha256').notNull(),
    /** Pixels; null for what is no picture. */
    width: integer('width'),
    height: integer('height'),
    /** Hex, of its thumbnail; null where there is none. */
    thumbnailSha256: text('thumbnail_sha256'),
    createdBy: author(),
    createdAt: created(),
  },
  (t) => [
    index('files_room').on(t.roomId),
    index('files_bytes').on(t.workspaceId, t.sha256),
    index('files_author').on(t.createdBy, t.createdAt),
    index('files_thumbnail').on(t.workspaceId, t.thumbnailSha256),
  ],
)
