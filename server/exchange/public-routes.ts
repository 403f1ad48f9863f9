import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono, type TypedResponse } from 'hono'
import { loadPublicDoc } from '../docs/public-link-queries'
import { answerFile } from '../files/answer-file'
import { findFiles } from '../files/file-queries'
import { clientAddress } from '../http/client-address'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { exchangeThread } from './exchange-thread'
import { publicTexts } from './public-texts'

const minuteMs = 60_000
/** Whoever reads by a link waits for nobody's export. */
const ownThread = () => exchangeThread({ memoryMb: 768, mostWaiting: 40 })

/** What anybody may read who has a link: one doc, as it is now, and nothing around it. */
export function publicRoutes(deps: Deps, thread = ownThread()) {
  const take = {
    text: rateLimit({ most: 60, windowMs: minuteMs }),
    file: rateLimit({ most: 600, windowMs: minuteMs }),
  }
  /** From however many addresses. */
  const takeOfLink = {
    text: rateLimit({ most: 300, windowMs: minuteMs }),
    file: rateLimit({ most: 6000, windowMs: minuteMs }),
  }
  const textOf = publicTexts(deps, thread)
  async function docAt(c: Context, kind: keyof typeof take) {
    take[kind](clientAddress(c, deps.trustProxy))
    const doc = await loadPublicDoc(deps.db, c.req.param('token') ?? '')
    takeOfLink[kind](doc.linkId)
    return doc
  }
  return new Hono()
    .get('/public/:token', async (c) => {
      const { json } = await textOf(await docAt(c, 'text'))
      const answer: Response = c.body(json, 200, { 'Content-Type': 'application/json' })
      return answer as Response & TypedResponse<DocContent, 200, 'json'>
    })

    .get('/public/:token/files/:fileId', async (c) => {
      const fileId = requireId(c.req.param('fileId'))
      const doc = await docAt(c, 'file')
      const [row] = await findFiles(deps.db, doc.workspaceId, [fileId])
      if (row?.roomId !== doc.id) return refuse('not-found')
      // What was taken out of the text is no longer shown to anybody out there.
      const { files } = await textOf(doc)
      return files.has(fileId) ? answerFile(c, deps, row) : refuse('not-found')
    })
}
