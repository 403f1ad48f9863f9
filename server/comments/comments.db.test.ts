import { commentsPerThread } from '@atelier/shared/comments/limits'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { comments, commentThreads } from '../db/comment-tables'
import { commentStage, words } from '../testing/comment-stage'
import { makeAnchor, makeDoc, makeProject, makeThread, makeWorkspace } from '../testing/make'

const stage = await commentStage()
const { app, people, browsers, begun, listed, answer } = stage
afterAll(() => app.stop())

describe('a comment', () => {
  test('is answered, and sent twice is there once', async () => {
    const { doc, at } = await begun()
    const { id, status } = await answer('contributor', at, 'Yes.')
    expect(status).toBe(201)
    expect((await answer('contributor', at, 'Yes.', id)).status).toBe(201)
    expect((await answer('lead', at, 'Mine', id)).status).toBe(409)
    const [thread] = (await listed(doc)).threads
    expect(thread.comments.map((one: { body: unknown }) => one.body)).toEqual([
      [{ text: expect.any(String) }],
      words('Yes.'),
    ])
  })

  test('is changed by its author alone, and says so', async () => {
    const { doc, at, id } = await begun('commenter')
    const change = { body: words('Better') }
    for (const role of ['lead', 'contributor', 'viewer'] as const) {
      expect((await browsers[role].patch(`${at}/comments/${id}`, change)).status).toBe(403)
    }
    expect((await browsers.commenter.patch(`${at}/comments/${id}`, change)).status).toBe(204)
    expect((await listed(doc)).threads[0].comments[0]).toMatchObject({
      body: words('Better'),
      editedAt: expect.any(String),
    })
  })

  test('is deleted by its author, or by who leads the project', async () => {
    const { doc, at } = await begun('lead')
    const { id } = await answer('commenter', at, 'Hm.')
    expect((await browsers.contributor.delete(`${at}/comments/${id}`)).status).toBe(403)
    expect((await browsers.commenter.delete(`${at}/comments/${id}`)).status).toBe(204)
    const { id: another } = await answer('commenter', at, 'Hm!')
    expect((await browsers.lead.delete(`${at}/comments/${another}`)).status).toBe(204)
    expect((await listed(doc)).threads[0].comments).toHaveLength(1)
  })

  test('that is deleted leaves its place while it has answers, and no word of it anywhere', async () => {
    const { db } = app.deps
    const { doc, at, id } = await begun('commenter')
    const { id: second } = await answer('lead', at, 'An answer')
    await browsers.lead.put(`${at}/comments/${id}/reaction`, { emoji: '👍', given: true })
    await browsers.commenter.delete(`${at}/comments/${id}`)
    const [thread] = (await listed(doc)).threads
    expect(thread.comments).toMatchObject([{ id, body: null, reactions: [] }, { id: second }])
    const [row] = await db.select().from(comments).where(eq(comments.id, id))
    expect(row?.body).toBe('[]')
    for (const [method, body] of [
      ['PATCH', { body: words('x') }],
      ['DELETE', undefined],
    ] as const) {
      const path = `${at}/comments/${id}`
      expect((await browsers.commenter.send(method, path, body)).status).toBe(404)
    }
    await browsers.lead.delete(`${at}/comments/${second}`)
    expect((await listed(doc)).threads).toEqual([])
    expect(await db.select().from(commentThreads).where(eq(commentThreads.id, id))).toEqual([])
  })

  test('reaches a doc through its own thread, and no other', async () => {
    const ours = await begun('commenter')
    const theirs = await begun('commenter')
    const foreign = await begunElsewhere()
    const mixed = [
      `/api/docs/${ours.doc.id}/threads/${theirs.id}`,
      `/api/docs/${theirs.doc.id}/threads/${ours.id}`,
      `/api/docs/${ours.doc.id}/threads/${foreign.id}`,
      `/api/docs/${foreign.doc.id}/threads/${ours.id}`,
      `/api/docs/${ours.doc.id}/threads/not-an-id`,
    ]
    const lead = browsers.lead
    for (const at of mixed) {
      expect((await answer('lead', at, 'x')).status).toBe(404)
      expect((await lead.post(`${at}/resolve`)).status).toBe(404)
      expect((await lead.post(`${at}/reopen`)).status).toBe(404)
      const place = { anchor: makeAnchor(), quote: '' }
      expect((await lead.put(`${at}/anchor`, place)).status).toBe(404)
    }
    for (const at of [...mixed, ours.at]) {
      const path = `${at}/comments/${theirs.id}`
      const reaction = { emoji: '👍', given: true }
      expect((await lead.delete(path)).status).toBe(404)
      expect((await browsers.commenter.patch(path, { body: words('x') })).status).toBe(404)
      expect((await lead.put(`${path}/reaction`, reaction)).status).toBe(404)
    }
    expect((await listed(theirs.doc)).threads[0].comments).toHaveLength(1)
  })

  async function begunElsewhere() {
    const { owner } = await makeWorkspace(app.deps.db)
    const doc = await makeDoc(app.deps.db, await makeProject(app.deps.db, owner), owner)
    return { doc, id: (await makeThread(app.deps.db, doc, owner)).id }
  }

  test('has an end: a thread takes so many', async () => {
    const { db } = app.deps
    const { at, id: threadId } = await begun()
    const { id: authorId } = people.commenter
    await db
      .insert(comments)
      .values(
        Array.from({ length: commentsPerThread - 1 }, () => ({ threadId, authorId, body: '[]' })),
      )
    expect((await answer('commenter', at, 'One more')).status).toBe(413)
  })

  test('that stands there was said, however full the thread is by then', async () => {
    const { db } = app.deps
    const { at, id: threadId } = await begun()
    const { id } = await answer('commenter', at, 'The last')
    const { id: authorId } = people.commenter
    const rest = { threadId, authorId, body: '[]' }
    await db.insert(comments).values(Array.from({ length: commentsPerThread - 2 }, () => rest))
    expect((await answer('commenter', at, 'The last', id)).status).toBe(201)
    expect((await answer('lead', at, 'Mine', id)).status).toBe(409)
  })
})
