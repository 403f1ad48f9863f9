/** Which docs name which rooms and cards: derived from their text, for "mentioned in". */
import type { Actor } from '@atelier/shared/access/can'
import type { CardMention, DocLink } from '@atelier/shared/docs/doc-lists'
import type { RoomLink } from '@atelier/shared/docs/read-links'
import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docLinks, docs } from '../db/doc-tables'
import { boardsOfCard } from '../references/moved-card-queries'
import { inSight, linkTo } from './my-doc-queries'

/** Says whether any of them is new or gone. */
export async function writeLinks(
  db: Queryable,
  fromId: string,
  links: readonly RoomLink[],
): Promise<boolean> {
  // It may have been deleted for good since its room was quiet.
  const [doc] = await db.select({ id: docs.id }).from(docs).where(eq(docs.id, fromId))
  if (!doc) return false
  const fromHere = eq(docLinks.fromId, fromId)
  const known = await db.select().from(docLinks).where(fromHere)
  const wanted = new Set(links.map(({ room, card }) => keyOf(room, card)))
  const before = new Set(known.map(({ toId, card }) => keyOf(toId, card)))
  const gone = [...before].filter((key) => !wanted.has(key))
  const fresh = links.filter(({ room, card }) => !before.has(keyOf(room, card)))
  if (gone.length > 0) await db.delete(docLinks).where(and(fromHere, inArray(linkKey, gone)))
  const rows = fresh.map(({ room: toId, card }) => ({ fromId, toId, card }))
  if (rows.length > 0) await db.insert(docLinks).values(rows).onConflictDoNothing()
  return gone.length + fresh.length > 0
}

const keyOf = (room: string, card: string) => `${room} ${card}`
const linkKey = sql<string>`${docLinks.toId}::text || ' ' || ${docLinks.card}`

/** The docs that name this one, as far as the actor may read them; the latest changed first. */
export async function listBacklinks(db: Queryable, actor: Actor, toId: string): Promise<DocLink[]> {
  const naming = db
    .select({ fromId: docLinks.fromId })
    .from(docLinks)
    .where(and(eq(docLinks.toId, toId), ne(docLinks.fromId, toId)))
  const rows = await withDocRights(db, actor)
    .where(and(inSight(actor), inArray(docs.id, naming)))
    .orderBy(desc(docs.changedAt), docs.id)
  return rows.map((row) => linkTo(actor, row))
}

/**
 * The docs that name this card or its board as a whole, as far as the actor may read them; the card's own first,
 * also those that name it on a board it came from.
 */
export async function listCardMentions(
  db: Queryable,
  actor: Actor,
  { boardId, card }: { boardId: string; card: string },
): Promise<CardMention[]> {
  const way = await boardsOfCard(db, { boardId, id: card })
  const named = and(inArray(docLinks.toId, way), eq(docLinks.card, card))
  const wholly = and(eq(docLinks.toId, boardId), eq(docLinks.card, ''))
  const links = await db
    .select({ fromId: docLinks.fromId, card: docLinks.card })
    .from(docLinks)
    .where(or(named, wholly))
  const ids = links.map(({ fromId }) => fromId)
  if (ids.length === 0) return []
  const own = new Set(links.filter((link) => link.card === card).map(({ fromId }) => fromId))
  const rows = await withDocRights(db, actor)
    .where(and(inSight(actor), inArray(docs.id, ids)))
    .orderBy(desc(docs.changedAt), docs.id)
  const found = rows.map((row) => {
    const link = linkTo(actor, row)
    return { ...link, names: own.has(link.id) ? ('card' as const) : ('board' as const) }
  })
  return [...found.filter(({ names }) => names === 'card'), ...found.filter(isOfBoard)]
}

const isOfBoard = ({ names }: CardMention) => names === 'board'
