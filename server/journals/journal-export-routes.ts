import type { Actor } from '@atelier/shared/access/can'
import { readDocFrom } from '@atelier/shared/docs/new-doc'
import {
  type ExportedJournal,
  type JournalFormat,
  journalFormats,
} from '@atelier/shared/journals/export-contract'
import { bodyOfJournal } from '@atelier/shared/journals/journal-body'
import type { Telling } from '@atelier/shared/journals/journal-words'
import { shippedSets } from '@atelier/shared/journals/prompt-sets'
import type { AgreementVersion } from '@atelier/shared/mentorships/mentorship'
import type { Language } from '@atelier/shared/people/choices'
import { Refusal, refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { listThreads } from '../comments/thread-list-queries'
import { RoomDamaged } from '../db/undamaged-rows'
import { download, originOf } from '../exchange/download'
import { asOneOf, sharedExchangeThread } from '../exchange/exchange-thread'
import { exchangeTurns } from '../exchange/exchange-turns'
import { safeFileName } from '../exchange/file-names'
import { pageWords } from '../exchange/page-words'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { loadToDos } from '../mentorships/to-do-queries'
import { loadMe } from '../people/person-queries'
import { loadOwnJournal } from './own-journal-queries'
import { loadNames, loadTakenAlong } from './taken-along-queries'

const mimes: Record<JournalFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
}

/** A journal belongs to its author, who takes it along whenever they like. */
export function journalExportRoutes(deps: Deps, shared = sharedExchangeThread()) {
  const turns = exchangeTurns(1, 2)
  return new Hono().get('/journals/export', withActor(deps), async (c) => {
    const { actor } = c.var
    const format =
      journalFormats.find((known) => known === c.req.query('format')) ??
      refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })
    const { language, name, timeZone } = await loadMe(deps.db, actor.personId)
    const words = pageWords(language)
    const bytes = await turns(actor.personId, async () => {
      const journal = await readJournal(deps, actor, name)
      if (format === 'json') return new TextEncoder().encode(JSON.stringify(journal, null, 2))
      return asOneOf(shared, actor.personId).run(
        {
          ...{
            kind: 'write',
            format,
            title: words.journal.title,
            body: bodyOfJournal(journal, tellingOf(journal, { language, timeZone })),
          },
          ...{ facts: { author: name }, files: [], people: {}, words, language },
          origin: originOf(c, deps),
        },
        { givesAway: true },
      )
    })
    download(c, `${safeFileName(words.journal.title, words.untitled)}.${format}`, mimes[format])
    return c.body(new Uint8Array(bytes))
  })
}

function tellingOf(
  { people }: ExportedJournal,
  { language, timeZone }: { language: Language; timeZone: string | null },
): Telling {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const titles = new Map<string, string>(shippedSets(language).map(({ id, title }) => [id, title]))
  return {
    ...{ words: pageWords(language).journal, timeZone },
    nameOf: (id) => names.get(id) ?? '—',
    shippedTitle: (set) => titles.get(set) ?? null,
  }
}

/** Room by room: what is not stored yet is in it as well. One that is erased meanwhile is left out. */
async function readJournal(deps: Deps, actor: Actor, name: string): Promise<ExportedJournal> {
  const { personId } = actor
  const journal: ExportedJournal = {
    ...{ format: 'atelier-journal', version: 2, author: { id: personId, name }, entries: [] },
    ...(await loadToDos(deps.db, personId)),
    ...(await loadTakenAlong(deps.db, actor)),
    people: [],
  }
  const named = new Set([personId])
  for (const { people, agreements } of journal.mentorships)
    for (const id of [...people, ...agreements.flatMap(namedInAgreement)]) named.add(id)
  for (const { sections, ...entry } of await loadOwnJournal(deps.db, personId)) {
    const read = []
    for (const section of sections) {
      const found = await readSection(deps, section.id)
      if (!found) continue
      const { threads, people } = await listThreads(deps.db, { id: section.id, since: null })
      for (const { id } of people) named.add(id)
      read.push({ ...section, ...found, margin: threads })
    }
    journal.entries.push({ ...entry, sections: read })
  }
  journal.people = await loadNames(deps.db, named)
  return journal
}

const namedInAgreement = ({ writtenBy, agreedBy }: AgreementVersion) => [writtenBy, ...agreedBy]

/** A damaged one must not keep all the rest from being taken along. */
async function readSection({ rooms }: Deps, id: string) {
  try {
    const { body } = readDocFrom(await rooms.read(roomName('section', id)))
    return { body, isLost: false }
  } catch (error) {
    if (error instanceof RoomDamaged) return { body: { type: 'doc' }, isLost: true }
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}
