import { askQuestion } from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { requireCan } from '../access/require-can'
import { loadSectionRoom } from '../access/section-access-queries'
import { putQuestionNews } from '../comments/comment-news-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { putQuestion } from '../mentorships/question-queries'
import { tellMentoring } from '../mentorships/tell-mentorship'

/** What is left open in the margin of a section, for the next session: words for everybody in the mentorship. */
export const sectionQuestionRoutes = (deps: Deps) =>
  new Hono().post(
    '/sections/:id/threads/:threadId/question',
    withActor(deps),
    withBody(askQuestion),
    async (c) => {
      const { actor } = c.var
      const section = await loadSectionRoom(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'ask', section)
      const { id: entryId, mentorshipId } = section.entry
      if (mentorshipId === null) return refuse('forbidden')
      const place = { mentorshipId, entryId, sectionId: section.id, by: actor.personId }
      const question = { ...place, threadId: requireId(c.req.param('threadId')) }
      const wish = c.req.valid('json')
      const { id, words, isNew, told } = await deps.db.transaction(async (tx) => {
        const item = await putQuestion(tx, question, wish)
        const news = { ...question, askId: wish.id }
        return { ...item, told: item.isNew ? await putQuestionNews(tx, news) : [] }
      })
      if (isNew) await tellMentoring(deps, mentorshipId)
      tellInbox(deps, told)
      return c.json({ id, words }, 201)
    },
  )
