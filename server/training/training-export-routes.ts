import { refuse } from '@atelier/shared/refusals'
import { canonicalJson } from '@atelier/shared/training/canonical'
import { type RecordFormat, recordFormats } from '@atelier/shared/training/record'
import { Hono } from 'hono'
import { download } from '../exchange/download'
import { asOneOf, sharedExchangeThread } from '../exchange/exchange-thread'
import { exchangeTurns } from '../exchange/exchange-turns'
import { safeFileName } from '../exchange/file-names'
import { trainingWords } from '../exchange/pdf/training-words'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { loadMe } from '../people/person-queries'
import { putTaken, takeRecord } from './export-queries'
import { oneRecord, recordTo } from './record-routes'
import { sealPdf } from './sealed-pdf'

const mimes: Record<RecordFormat, string> = {
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
}

/** All of a record, to be checked without us. It is its apprentice's; who signs in it may take it along as well. */
export function trainingExportRoutes(deps: Deps, shared = sharedExchangeThread()) {
  const turns = exchangeTurns(1, 2)
  return new Hono().get(`${oneRecord}/export`, withActor(deps), async (c) => {
    const { record, own } = await recordTo(deps, c, 'follow')
    const format =
      recordFormats.find((known) => known === c.req.query('format')) ??
      refuse('invalid', { fields: [{ field: 'format', problem: 'unknown' }] })
    const { language } = await loadMe(deps.db, own.personId)
    const takenAt = new Date()
    const isApprentice = own.role === 'apprentice'
    const bytes = await turns(own.personId, async () => {
      const { signer, ...taken } = await takeRecord(deps.db, record.id, { isApprentice })
      if (format === 'json') return new TextEncoder().encode(canonicalJson(taken))
      const job = { kind: 'write-training', record: taken, language } as const
      return sealPdf(await asOneOf(shared, own.personId).run(job), signer.sign)
    })
    if (isApprentice) await putTaken(deps.db, record.id, takenAt)
    const title = trainingWords(language).title
    download(c, `${safeFileName(title, title)}.${format}`, mimes[format])
    return c.body(new Uint8Array(bytes))
  })
}
