import { expectedPersonHeader } from '@atelier/shared/people/session'
import { afterAll, expect, test } from 'vitest'
import { commentStage, words } from '../testing/comment-stage'

const stage = await commentStage()
afterAll(() => stage.app.stop())

test('what one left to be sent is not said as somebody who has signed in after them', async () => {
  const { begun, browsers, people, listed } = stage
  const { doc, at } = await begun('lead')
  const say = (expected: Record<string, string>) =>
    browsers.commenter.fetch(`${at}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...expected },
      body: JSON.stringify({ id: crypto.randomUUID(), body: words('Mine') }),
    })
  const asSomebodyElse = await say({ [expectedPersonHeader]: people.lead.id })
  expect(asSomebodyElse.status).toBe(401)
  expect(await asSomebodyElse.json()).toMatchObject({ error: { code: 'signed-out' } })
  expect((await listed(doc)).threads[0].comments).toHaveLength(1)
  expect((await say({ [expectedPersonHeader]: people.commenter.id })).status).toBe(201)
  expect((await say({})).status).toBe(201)
})
