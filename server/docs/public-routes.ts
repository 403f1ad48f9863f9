import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { publicBody } from '@atelier/shared/docs/public-body'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { answerFile } from '../files/answer-file'
import { filesOf } from '../files/file-queries'
import { clientAddress } from '../http/client-address'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { loadPublicDoc } from './public-link-queries'
import { readContent } from './read-content'

const minuteMs = 60_000

/** What anybody may read who has a link: one doc, as it is now, and nothing around it. */
export function publicRoutes(deps: Deps) {
  const take = {
    text: rateLimit({ most: 60, windowMs: minuteMs }),
    file: rateLimit({ most: 600, windowMs: minuteMs }),
  }
  async function contentAt(c: Context, kind: keyof typeof take) {
    take[kind](clientAddress(c, deps.trustProxy))
    const { id } = await loadPublicDoc(deps.db, c.req.param('token') ?? '')
    const { title, body } = await readContent(deps, id)
    const content: DocContent = { title, body: publicBody(body) }
    return { id, content }
  }
  return new Hono()
    .get('/public/:token', async (c) => c.json((await contentAt(c, 'text')).content))

    .get('/public/:token/files/:fileId', async (c) => {
      const fileId = requireId(c.req.param('fileId'))
      const { id, content } = await contentAt(c, 'file')
      // What was taken out of the text is no longer shown to anybody out there.
      const isShown = JSON.stringify(content.body).includes(`"file":"${fileId}"`)
      const row = (await filesOf(deps.db, id)).find((file) => file.id === fileId)
      return row && isShown ? answerFile(c, deps, row) : refuse('not-found')
    })
}
