import type { CardMention } from '@atelier/shared/docs/doc-lists'
import { cardId } from '@atelier/shared/references/reference'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'
import { listCardMentions } from './doc-link-queries'

/** Which docs name a card. Whether the card is there, only its board's room knows: none name what never was. */
export const cardMentionRoutes = (deps: Deps) =>
  new Hono().get('/boards/:id/cards/:cardId/mentions', withActor(deps), async (c) => {
    const { actor } = c.var
    const board = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
    const card = cardId.safeParse(c.req.param('cardId'))
    if (!card.success) return refuse('not-found')
    const place = { boardId: board.id, card: card.data }
    const mentions: CardMention[] = await listCardMentions(deps.db, actor, place)
    return c.json(mentions)
  })
