import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { publicBody } from '@atelier/shared/docs/public-body'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { answerFile } from '../files/answer-file'
import { findFiles } from '../files/file-queries'
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
  function docAt(c: Context, kind: keyof typeof take) {
    take[kind](clientAddress(c, deps.trustProxy))
    return loadPublicDoc(deps.db, c.req.param('token') ?? '')
  }
  async function contentOf(id: string): Promise<DocContent> {
    const { title, body } = await readContent(deps, id)
    return { title, body: publicBody(body) }
  }
  return new Hono()
    .get('/public/:token', async (c) => c.json(await contentOf((await docAt(c, 'text')).id)))

    .get('/public/:token/files/:fileId', async (c) => {
      const fileId = requireId(c.req.param('fileId'))
      const { id, workspaceId } = await docAt(c, 'file')
      const [row] = await findFiles(deps.db, workspaceId, [fileId])
      if (row?.roomId !== id) return refuse('not-found')
      // What was taken out of the text is no longer shown to anybody out there.
      const { body } = await contentOf(id)
      const isShown = JSON.stringify(body).includes(`"file":"${fileId}"`)
      return isShown ? answerFile(c, deps, row) : refuse('not-found')
    })
}
