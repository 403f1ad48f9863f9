/** Stores what was found in what somebody brought. */
import type { Actor } from '@atelier/shared/access/can'
import { docTitleLength } from '@atelier/shared/docs/doc'
import { deepestDoc } from '@atelier/shared/docs/doc-tree'
import { filesIn } from '@atelier/shared/docs/files-in'
import type { Imported, Skipped, SkipReason } from '@atelier/shared/exchange/exchange'
import { Refusal } from '@atelier/shared/refusals'
import { limits } from '@atelier/shared/sync/limits'
import type { LoadedProject } from '../access/project-access-queries'
import { projectReadersAmong } from '../access/project-reader-queries'
import { requireRoomToday } from '../files/daily-limit'
import { type KeptFile, keepFile, notTaken } from '../files/store-file'
import type { Deps } from '../http/deps'
import { readablePeople } from '../people/person-queries'
import type { ReadyBoard } from './board-import-queries'
import type { ExchangeThread } from './exchange-thread'
import { type ImportCourse, silentCourse } from './import-course'
import { insertImport, type ReadyDoc } from './import-queries'
import type { Found, FoundDoc } from './jobs'
import { lineOf } from './reading/board-parts'
import { peopleOn, readyBoards } from './ready-boards'
import { type Here, keptIn, peopleIn, settleBody } from './settle-body'
import { settleOutcomes } from './settle-outcomes'
import { toldSkips } from './told-skips'

export async function storeImport(
  deps: Deps,
  thread: ExchangeThread,
  actor: Actor,
  project: LoadedProject,
  found: Found,
  course: ImportCourse = silentCourse,
): Promise<Imported> {
  const skipped = [...found.skipped]
  const brought = found.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (brought > 0) await requireRoomToday(deps.db, actor.personId, brought)
  const files = await keepFiles(deps, project.workspaceId, found, skipped)
  const boards = found.boards ?? []
  const people = await readablePeople(deps.db, actor, named(actor, found))
  const me = people.find(({ id }) => id === actor.personId)?.name ?? ''
  const outcomes = await settleOutcomes(deps.db, actor, project, found)
  if (outcomes.isAnyMissing) skipped.push({ name: project.title, why: 'no-such-outcome' })
  const ids = people.map(({ id }) => id)
  const readers = await projectReadersAmong(deps.db, project.id, ids)
  const here = { files, people: new Set(ids), readers, outcomes: outcomes.ids }
  const ready: ReadyDoc[] = []
  for (const doc of shallow(found.docs)) {
    const one = await readyDoc(thread, doc, here, me, skipped)
    if (one) ready.push(one)
  }
  const stored = withParents(ready)
  const wish = { here, createdBy: actor.personId, skipped }
  const storedBoards = await readyBoards(thread, boards, wish)
  const onBoards = storedBoards.reduce((sum, { update }) => sum + update.length, 0)
  if (onBoards > 0) await requireRoomToday(deps.db, actor.personId, brought + onBoards)
  course.goOn()
  const cards = storedBoards.reduce((sum, board) => sum + board.cards.length, 0)
  course.tell({ step: 'storing', done: 0, of: cards })
  await insertImport(deps.db, actor, project, {
    ...{ docs: stored, boards: storedBoards, outcomes: outcomes.added },
  })
  return reportOf(found, { docs: stored, boards: storedBoards }, skipped)
}

/** Whoever is named beyond these is nobody we know. */
const mostPeople = 20_000

function named({ personId }: Actor, { docs, boards = [] }: Found): string[] {
  const all = [...docs.flatMap(({ body }) => peopleIn(body)), ...boards.flatMap(peopleOn)]
  return [...new Set([personId, ...all])].slice(0, mostPeople)
}

const reportOf = (
  { kind, skippedBeyond = {}, boards: found = [] }: Found,
  { docs, boards }: { docs: readonly ReadyDoc[]; boards: readonly ReadyBoard[] },
  skipped: readonly Skipped[],
): Imported => ({
  kind,
  docs: docs.map(({ id, title }) => ({ id, title })),
  boards: boards.map(({ id, title }) => ({ id, title })),
  files: [...docs, ...boards].reduce((sum, { files }) => sum + files.length, 0),
  comments: [...docs.flatMap(({ threads }) => threads), ...boards].reduce(
    (sum, { comments }) => sum + comments.length,
    0,
  ),
  ...(found.length === 1 && { figures: found[0]?.figures }),
  ...toldSkips(skipped, skippedBeyond),
})

async function keepFiles(deps: Deps, workspaceId: string, found: Found, skipped: Skipped[]) {
  const kept = new Map<string, KeptFile>()
  for (const { id, name, bytes } of found.files) {
    if (bytes.length > deps.fileLimitBytes) {
      skipped.push({ name, why: 'too-large' })
      continue
    }
    try {
      kept.set(id, await keepFile(deps, { workspaceId, name, bytes }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
      skipped.push({ name, why: whyNot(error) })
    }
  }
  return kept
}

function whyNot({ details }: Refusal): SkipReason {
  const [{ problem } = { problem: '' }] = details.fields ?? []
  return problem === 'empty' || problem === notTaken ? problem : 'damaged'
}

async function readyDoc(
  thread: ExchangeThread,
  doc: FoundDoc,
  here: Here,
  me: string,
  skipped: Skipped[],
): Promise<ReadyDoc | null> {
  const title = lineOf(doc.title, docTitleLength)
  const body = settleBody(doc.body, here)
  const isAnyMissing = peopleIn(doc.body).some((id) => !here.people.has(id))
  if (isAnyMissing) skipped.push({ name: title, why: 'no-such-person' })
  const wish = { title, body, threads: doc.comments ?? [], me }
  const { update, threads, moved } = await thread.run({ kind: 'make', ...wish })
  if (update.length > limits.roomBytes) {
    skipped.push({ name: title, why: 'too-long' })
    return null
  }
  if (moved > 0) skipped.push({ name: title, why: 'comment-moved' })
  const files = keptIn(filesIn(body), here)
  const { id, parent, template = false, restricted = false } = doc
  return { id, parent, title, update, template, restricted, files, threads }
}

/** What would stand deeper than docs may stands under the deepest that may. */
function shallow(docs: readonly FoundDoc[]): FoundDoc[] {
  const places = new Map<string, { parent: string | null; depth: number }>()
  return docs.map((doc) => {
    const above = doc.parent === null ? undefined : places.get(doc.parent)
    const isDeep = above !== undefined && above.depth >= deepestDoc
    const parent = isDeep ? above.parent : doc.parent
    places.set(doc.id, { parent, depth: isDeep ? deepestDoc : (above?.depth ?? 0) + 1 })
    return { ...doc, parent }
  })
}

/** A doc may have been too long, and others stand under it. */
function withParents(ready: readonly ReadyDoc[]): ReadyDoc[] {
  const there = new Set(ready.map(({ id }) => id))
  return ready.map((doc) =>
    doc.parent !== null && there.has(doc.parent) ? doc : { ...doc, parent: null },
  )
}
