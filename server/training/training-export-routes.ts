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
    const { language, timeZone } = await loadMe(deps.db, own.personId)
    const isApprentice = own.role === 'apprentice'
    const { bytes, at, name } = await turns(own.personId, async () => {
      const { signer, at, ...taken } = await takeRecord(deps.db, record.id, { isApprentice })
      const name = taken.content.people.find(({ role }) => role === 'apprentice')?.name ?? ''
      if (format === 'json')
        return { bytes: new TextEncoder().encode(canonicalJson(taken)), at, name }
      const job = { kind: 'write-training', record: taken, language, timeZone } as const
      const pdf = await asOneOf(shared, own.personId).run(job)
      return { bytes: sealPdf(pdf, signer.sign), at, name }
    })
    const title = trainingWords(language).title
    const day = dayIn(at, timeZone)
    download(c, `${safeFileName(`${title} ${name} ${day}`, title)}.${format}`, mimes[format])
    const taken = async () => isApprentice && (await putTaken(deps.db, record.id, at))
    return c.body(inFull(bytes, taken))
  })
}

/** As its times are printed. */
const dayIn = (at: Date, timeZone: string | null): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: timeZone ?? 'UTC' }).format(at)

/** `taken` is called once all of it was read from here, and not where the other side is gone before that. */
function inFull(bytes: Uint8Array, taken: () => Promise<unknown>): ReadableStream<Uint8Array> {
  let isGiven = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(to) {
        if (!isGiven) {
          isGiven = true
          to.enqueue(bytes)
          return
        }
        await taken()
        to.close()
      },
    },
    { highWaterMark: 0 },
  )
}
