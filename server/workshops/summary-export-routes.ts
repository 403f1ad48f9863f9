import type { Language } from '@atelier/shared/people/choices'
import { refuse } from '@atelier/shared/refusals'
import { type SummaryFormat, summaryFormats } from '@atelier/shared/workshops/summary'
import { Hono } from 'hono'
import { download, originOf } from '../exchange/download'
import { asOneOf, type ExchangeThread, sharedExchangeThread } from '../exchange/exchange-thread'
import { exchangeTurns } from '../exchange/exchange-turns'
import { safeFileName } from '../exchange/file-names'
import { pageWords } from '../exchange/page-words'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { type Visit, visitorOf, withVisit } from '../http/with-visit'
import { loadMe } from '../people/person-queries'
import { inAWhile } from './in-a-while'
import { loadSummary } from './load-summary'
import { summaryBody } from './summary-body'
import { summaryTable } from './summary-table'
import { summaryWords } from './summary-words'
import { oneWorkshop } from './workshop-routes'

const mimes: Record<SummaryFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** What came of a workshop, to take along: also for guests, who read it here as well. */
export function summaryExportRoutes(deps: Deps, shared = sharedExchangeThread()) {
  const turns = exchangeTurns(2, 3)
  const take = rateLimit(inAWhile)
  return new Hono().get(`${oneWorkshop}/export`, withVisit(deps, 'read'), async (c) => {
    const { visit } = c.var
    const who = visitorOf(visit)
    take(who)
    const format =
      summaryFormats.find((known) => known === c.req.query('format')) ??
      refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })
    const language = await languageOf(deps, visit)
    const title = summaryWords(language).results.replace('{title}', () => visit.workshop.title)
    const wish = { format, title, language, origin: originOf(c, deps) }
    const bytes = await turns(who, () => write(deps, asOneOf(shared, who), visit, wish))
    download(c, `${safeFileName(title, pageWords(language).untitled)}.${format}`, mimes[format])
    return c.body(new Uint8Array(bytes))
  })
}

const languageOf = async ({ db }: Deps, { personId, workshop }: Visit): Promise<Language> =>
  personId === null ? workshop.language : (await loadMe(db, personId)).language

type Wish = { format: SummaryFormat; title: string; language: Language; origin: string }

async function write(
  deps: Deps,
  thread: ExchangeThread,
  visit: Visit,
  { format, title, language, origin }: Wish,
): Promise<Uint8Array> {
  const summary = await loadSummary(deps, visit)
  const encode = (text: string) => new TextEncoder().encode(text)
  if (format === 'csv') return encode(summaryTable(summary, language))
  if (format === 'json') return encode(JSON.stringify(summary, null, 2))
  return thread.run({
    ...{ kind: 'write', format, title, language, origin, files: [], people: {} },
    body: summaryBody(summary, language),
    facts: { source: `${origin}/workshops/${summary.id}` },
    words: pageWords(language),
  })
}
