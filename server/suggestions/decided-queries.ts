/** What became of the suggestions in a doc, or in a section of a journal. */
import type { AboutSuggestion } from '@atelier/shared/suggestions/gist'
import type {
  DecidedPage,
  DecidedSuggestion,
} from '@atelier/shared/suggestions/suggestion-contract'
import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../db/database'
import { docSuggestionDecisions, docSuggestions } from '../db/doc-tables'
import { people } from '../db/tables'
import { type Forked, isForkOf } from './suggestion-queries'

const perPage = 30
/** Enough to know it by. */
const shownLetters = 800

const made = docSuggestionDecisions
const last = alias(docSuggestionDecisions, 'last')
const lastFork = alias(docSuggestions, 'last_fork')
const author = alias(people, 'author')
const decider = alias(people, 'decider')

/** The newest first, those decided at once in the order of the text; `after` is the last one known, `by` whose alone. */
export async function listDecided(
  db: Queryable,
  forked: Forked,
  after: string | null,
  by: string | null = null,
): Promise<DecidedPage> {
  const rows = await selectDecided(db)
    .where(
      and(
        isForkOf(forked),
        by === null ? undefined : eq(docSuggestions.authorId, by),
        after === null ? undefined : isOlder(db, forked, after),
      ),
    )
    .orderBy(desc(made.decidedAt), asc(made.id))
    .limit(perPage + 1)
  const decided = rows
    .slice(0, perPage)
    .map(asDecided)
    .map(by === null ? whole : asSuggested)
  return { decided, next: rows.length > perPage ? (decided.at(-1)?.id ?? null) : null }
}

type Row = Awaited<ReturnType<typeof selectDecided>>[number]

const selectDecided = (db: Queryable) =>
  db
    .select({
      id: made.id,
      accepted: made.accepted,
      at: made.decidedAt,
      removed: clipped(made.removed),
      inserted: clipped(made.inserted),
      about: made.about,
      author: { id: author.id, name: author.name, colour: author.colour },
      by: { id: decider.id, name: decider.name, colour: decider.colour },
    })
    .from(made)
    .innerJoin(docSuggestions, eq(docSuggestions.id, made.suggestionId))
    .innerJoin(author, eq(author.id, docSuggestions.authorId))
    .innerJoin(decider, eq(decider.id, made.decidedBy))
    .$dynamic()

const clipped = (column: typeof made.removed | typeof made.inserted) =>
  sql<string>`left(${column}, ${shownLetters})`

/**
 * Than one of the same doc. Its moment is compared in the database, which has finer ones than a Date.
 * Once that one was taken back nothing is older; whoever looks hears of it, and asks anew.
 */
function isOlder(db: Queryable, forked: Forked, id: string) {
  const known = db
    .select({ at: last.decidedAt })
    .from(last)
    .innerJoin(lastFork, eq(lastFork.id, last.suggestionId))
    .where(
      and(
        eq(last.id, id),
        eq(forked.kind === 'doc' ? lastFork.docId : lastFork.sectionId, forked.id),
      ),
    )
  return or(
    lt(made.decidedAt, sql`(${known})`),
    and(eq(made.decidedAt, sql`(${known})`), gt(made.id, id)),
  )
}

function asDecided({ removed, inserted, about, at, ...rest }: Row): DecidedSuggestion {
  const kept: AboutSuggestion = about === null ? nothingMore : JSON.parse(about)
  return { ...rest, at: at.toISOString(), said: { ...kept, removed, inserted } }
}

const whole = (decided: DecidedSuggestion) => decided

/**
 * For who suggested it in a section: what others decided, without what stood there by then, which they may not have
 * read and which may be deleted since (S18).
 */
function asSuggested(decided: DecidedSuggestion): DecidedSuggestion {
  const { author, by, said } = decided
  if (author.id === by.id) return decided
  return { ...decided, said: { ...said, removed: '', before: '', after: '', words: '' } }
}

const nothingMore: AboutSuggestion = { spots: [], before: '', after: '', words: '' }
