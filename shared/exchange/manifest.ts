/**
 * A project in a zip: `atelier.json` is this index; every doc lies beside it as Markdown, for people
 * and other programs, and in `atelier/<id>.json` whole, for us. Boards are in `boards/`, each as
 * Markdown and as JSON. Ids are of the place it came from.
 */
import * as z from 'zod'
import { isUuid } from '../basics/uuid'
import { mostOutcomes, newOutcome } from '../outcomes/outcome'

const id = z.string().refine(isUuid)
const mostDocs = 5000

export const manifestName = 'atelier.json'
export const contentName = (docId: string) => `atelier/${docId}.json`

const outcomeEntry = newOutcome.extend({ archived: z.boolean().catch(false) })
export type OutcomeEntry = z.output<typeof outcomeEntry>

/** Readable addresses of what is in the zip; docs in tree order, parents first. */
export const manifest = z.object({
  atelier: z.literal(1),
  project: z.object({ title: z.string().max(500), challenge: z.string().max(20_000) }),
  docs: z
    .array(
      z.object({
        id,
        parent: id.nullable(),
        title: z.string().max(10_000),
        path: z.string().max(2000),
        template: z.boolean(),
        restricted: z.boolean(),
      }),
    )
    .max(mostDocs),
  /** What it wants people to be able to do, in its order. */
  outcomes: z.array(outcomeEntry).max(mostOutcomes).catch([]).default([]),
  /** Each as `boardEntry` of board-content.ts, and read one by one. Older exports have none. */
  boards: z.array(z.unknown()).default([]),
  files: z
    .array(z.object({ id, path: z.string().max(2000), name: z.string().max(1000) }))
    .max(50_000),
  /** Ids of those files whose bytes were lost already. */
  missing: z.array(id).max(50_000).default([]),
  /** Names of everybody who is named by an id. */
  people: z.record(z.string(), z.string().max(500)),
  /** How many docs of the project whoever exported it may not read. */
  leftOut: z.number().int().nonnegative(),
})
export type Manifest = z.output<typeof manifest>

const comment = z.object({
  author: z.string().max(500),
  at: z.string().max(40),
  text: z.string().max(20_000),
})

/** `body` is ProseMirror’s JSON, of which nothing is taken for granted. */
export const docContent = z.object({
  title: z.string().max(10_000),
  body: z.unknown(),
  threads: z
    .array(
      z.object({
        /** Null where it is about the whole doc. */
        anchor: z
          .object({
            quote: z.string().max(2000),
            before: z.string().max(200),
            after: z.string().max(200),
          })
          .nullable(),
        quote: z.string().max(2000),
        resolved: z.boolean(),
        comments: z.array(comment).min(1).max(500),
      }),
    )
    .max(2000),
})
export type DocContent = z.output<typeof docContent>
