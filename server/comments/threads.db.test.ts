import { threadsPerRoom } from '@atelier/shared/comments/limits'
import { afterAll, describe, expect, test } from 'vitest'
import { commentThreads } from '../db/comment-tables'
import { commentStage, words } from '../testing/comment-stage'
import { makeAnchor, makeThread } from '../testing/make'

const stage = await commentStage()
const { app, project, people, browsers, newDoc, begun, listed, answer } = stage
afterAll(() => app.stop())

describe('a thread', () => {
  test('on a selection keeps what it is about, and everybody who reads the doc sees it', async () => {
    const doc = await newDoc()
    const id = crypto.randomUUID()
    const anchor = makeAnchor()
    const body = words('Is this still true?')
    const made = await browsers.commenter.post(`/api/docs/${doc.id}/threads`, {
      ...{ id, anchor, quote: 'twelve\u0000 of a hundred', body },
    })
    expect(made.status).toBe(201)
    expect(await listed(doc)).toEqual({
      threads: [
        {
          ...{ id, anchor, quote: 'twelve of a hundred', createdBy: people.commenter.id },
          createdAt: expect.any(String),
          resolved: null,
          comments: [
            {
              ...{
                id,
                authorId: people.commenter.id,
                imported: null,
                body,
                editedAt: null,
                reactions: [],
              },
              createdAt: expect.any(String),
            },
          ],
        },
      ],
      people: [{ id: people.commenter.id, name: 'A commenter', colour: expect.any(String) }],
    })
  })

  test('sent twice is there once; an id of somebody else’s is refused', async () => {
    const doc = await newDoc()
    const wish = { id: crypto.randomUUID(), anchor: null, quote: '', body: words('Once') }
    for (const status of [201, 201]) {
      expect((await browsers.commenter.post(`/api/docs/${doc.id}/threads`, wish)).status).toBe(
        status,
      )
    }
    expect((await browsers.lead.post(`/api/docs/${doc.id}/threads`, wish)).status).toBe(409)
    const elsewhere = await newDoc()
    expect((await browsers.commenter.post(`/api/docs/${elsewhere.id}/threads`, wish)).status).toBe(
      409,
    )
    expect((await listed(doc)).threads).toHaveLength(1)
    expect((await listed(elsewhere)).threads).toEqual([])
  })

  test('that stands there was begun, however full the doc is by then', async () => {
    const doc = await newDoc()
    const { id: createdBy } = people.commenter
    const at = `/api/docs/${doc.id}/threads`
    const wish = { id: crypto.randomUUID(), anchor: null, quote: '', body: words('The last') }
    expect((await browsers.commenter.post(at, wish)).status).toBe(201)
    const rest = { roomId: doc.id, createdBy }
    const many = Array.from({ length: threadsPerRoom - 1 }, () => rest)
    await app.deps.db.insert(commentThreads).values(many)
    expect((await browsers.commenter.post(at, wish)).status).toBe(201)
    const another = { ...wish, id: crypto.randomUUID() }
    expect((await browsers.commenter.post(at, another)).status).toBe(413)
  })

  test('is resolved by who began it and by who edits, and opened again by whoever comments', async () => {
    const { doc, at } = await begun('commenter')
    for (const role of ['commenter', 'contributor'] as const) {
      expect((await browsers[role].post(`${at}/resolve`)).status).toBe(204)
      const [thread] = (await listed(doc)).threads
      expect(thread.resolved).toEqual({ at: expect.any(String), by: people[role].id })
      expect((await browsers.commenter.post(`${at}/reopen`)).status).toBe(204)
      expect((await listed(doc)).threads[0].resolved).toBe(null)
    }
    const theirs = await begun('lead')
    expect((await browsers.commenter.post(`${theirs.at}/resolve`)).status).toBe(403)
  })

  test('that is resolved twice was resolved by the first', async () => {
    const { doc, at } = await begun()
    await browsers.commenter.post(`${at}/resolve`)
    await browsers.lead.post(`${at}/resolve`)
    expect((await listed(doc)).threads[0].resolved.by).toBe(people.commenter.id)
  })

  test('is opened again by an answer', async () => {
    const { doc, at } = await begun()
    await browsers.commenter.post(`${at}/resolve`)
    await answer('lead', at, 'Not quite.')
    expect((await listed(doc)).threads[0].resolved).toBe(null)
  })

  test('is put to where its words are now, by who may have written them', async () => {
    const { doc, at } = await begun()
    const place = { anchor: makeAnchor(), quote: 'now' }
    expect((await browsers.commenter.put(`${at}/anchor`, place)).status).toBe(403)
    expect((await browsers.contributor.put(`${at}/anchor`, place)).status).toBe(204)
    expect((await listed(doc)).threads[0]).toMatchObject(place)
  })

  test('is counted where the doc is listed, until it is resolved', async () => {
    const { doc, at } = await begun()
    const { id: other } = await makeThread(app.deps.db, doc, people.lead)
    const counted = async () => {
      const { body } = await browsers.viewer.get(`/api/projects/${project.id}`)
      return body.docs.find((one: { id: string }) => one.id === doc.id).openThreads
    }
    expect(await counted()).toBe(2)
    await browsers.commenter.post(`${at}/resolve`)
    expect(await counted()).toBe(1)
    await browsers.lead.delete(`/api/docs/${doc.id}/threads/${other}/comments/${other}`)
    expect(await counted()).toBe(0)
  })
})
