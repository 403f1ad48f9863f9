import type { ProjectRole } from '@atelier/shared/access/roles'
import { commentsPerThread, threadsOnTrust } from '@atelier/shared/comments/limits'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { comments, commentThreads } from '../db/comment-tables'
import { putMember, removeMember } from '../projects/project-change-queries'
import { commentStage, words } from '../testing/comment-stage'
import { makeBoard, makeProject } from '../testing/make'

const stage = await commentStage()
const { app, project, people, browsers, workspace } = stage
const { db } = app.deps
afterAll(() => app.stop())

let board = { id: '' }
const at = (card = 'welding') => `/api/boards/${board.id}/cards/${card}/comments`
beforeEach(async () => {
  board = await makeBoard(db, project, workspace.owner)
})

async function say(by: ProjectRole, text: string, card?: string, id = crypto.randomUUID()) {
  const { status } = await browsers[by].post(at(card), { id, body: words(text) })
  return { id, status }
}
const heard = async (card?: string) => (await browsers.viewer.get(at(card))).body

describe('what is said about a card', () => {
  test('is one conversation, which everybody who reads the board reads', async () => {
    const { id } = await say('commenter', 'Which steel?')
    expect((await say('lead', 'The thin one.')).status).toBe(201)
    expect(await heard()).toMatchObject({
      comments: [
        { id, authorId: people.commenter.id, body: words('Which steel?'), reactions: [] },
        { authorId: people.lead.id, body: words('The thin one.') },
      ],
      people: expect.arrayContaining([expect.objectContaining({ name: 'A commenter' })]),
    })
    expect(await heard('painting')).toEqual({ comments: [], people: [] })
    const threads = await db
      .select()
      .from(commentThreads)
      .where(eq(commentThreads.roomId, board.id))
    expect(threads).toHaveLength(1)
  })

  test('by two at the same moment is still one conversation', async () => {
    const both = await Promise.all([say('commenter', 'One'), say('lead', 'Two')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect((await heard()).comments).toHaveLength(2)
  })

  test('and sent twice is there once; an id of somebody else’s is refused', async () => {
    const { id } = await say('commenter', 'Once')
    expect((await say('commenter', 'Once', 'welding', id)).status).toBe(201)
    expect((await say('lead', 'Mine', 'welding', id)).status).toBe(409)
    expect((await say('commenter', 'Elsewhere', 'painting', id)).status).toBe(409)
    expect((await heard()).comments).toHaveLength(1)
    expect((await heard('painting')).comments).toEqual([])
  })

  test('is not for viewers to say, and not for cards that cannot be', async () => {
    expect((await say('viewer', 'Hm')).status).toBe(403)
    for (const card of ['a.b', '%20', 'x'.repeat(65)])
      expect((await say('lead', 'x', card)).status).toBe(404)
  })

  test('is changed by its author alone, and deleted by them or by who leads the project', async () => {
    const { id } = await say('commenter', 'Hm')
    const path = `${at()}/${id}`
    for (const role of ['lead', 'contributor', 'viewer'] as const)
      expect((await browsers[role].patch(path, { body: words('x') })).status).toBe(403)
    expect((await browsers.commenter.patch(path, { body: words('Better') })).status).toBe(204)
    expect((await heard()).comments[0]).toMatchObject({ body: words('Better') })
    expect((await browsers.contributor.delete(path)).status).toBe(403)
    expect((await browsers.lead.delete(path)).status).toBe(204)
    expect(await heard()).toEqual({ comments: [], people: [] })
    const { id: own } = await say('commenter', 'Again')
    expect((await browsers.commenter.delete(`${at()}/${own}`)).status).toBe(204)
  })

  test('that is deleted leaves its place while others have answered, and is counted no more', async () => {
    const { id } = await say('commenter', 'Hm')
    await say('lead', 'An answer')
    await browsers.lead.put(`${at()}/${id}/reaction`, { emoji: '👍', given: true })
    expect((await heard()).comments[0].reactions).toEqual([{ emoji: '👍', by: [people.lead.id] }])
    expect(await counts()).toEqual({ welding: 2 })
    await browsers.commenter.delete(`${at()}/${id}`)
    expect((await heard()).comments).toMatchObject([{ id, body: null, reactions: [] }, {}])
    expect(await counts()).toEqual({ welding: 1 })
  })

  test('calls by their names those who may read the board; of anybody else only the words are left', async () => {
    const stranger = { person: crypto.randomUUID(), name: 'Nobody' }
    const viewer = { person: people.viewer.id, name: 'made up' }
    const body = [{ text: 'See ' }, viewer, stranger]
    await browsers.lead.post(at(), { id: crypto.randomUUID(), body })
    expect((await heard()).comments[0].body).toEqual([
      { text: 'See ' },
      { person: people.viewer.id, name: 'A viewer' },
      { text: '@Nobody' },
    ])
    const { body: readers } = await browsers.viewer.get(`/api/boards/${board.id}/readers`)
    const names = readers.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['A lead', 'A viewer', workspace.owner.name]))
  })

  test('is reached through its own board and card, and no other', async () => {
    const { id } = await say('commenter', 'Ours')
    const ours = board
    board = await makeBoard(db, project, workspace.owner)
    await say('commenter', 'Theirs')
    const mixed = [`${at()}/${id}`, `/api/boards/${ours.id}/cards/painting/comments/${id}`]
    for (const path of mixed) {
      expect((await browsers.lead.delete(path)).status).toBe(404)
      expect((await browsers.commenter.patch(path, { body: words('x') })).status).toBe(404)
      const reaction = { emoji: '👍', given: true }
      expect((await browsers.lead.put(`${path}/reaction`, reaction)).status).toBe(404)
    }
    const elsewhere = await makeBoard(db, await makeProject(db, workspace.owner), workspace.owner)
    expect((await browsers.lead.get(`/api/boards/${elsewhere.id}/cards/a/comments`)).status).toBe(
      404,
    )
    expect((await browsers.lead.get(`/api/boards/${elsewhere.id}/comment-counts`)).status).toBe(404)
  })

  test('is not told any more to who was taken out of the project', async () => {
    await say('lead', 'For us')
    await removeMember(db, project.id, people.viewer.id)
    for (const path of [at(), `/api/boards/${board.id}/comment-counts`])
      expect((await browsers.viewer.get(path)).status).toBe(404)
    await putMember(db, project, people.viewer.id, 'viewer')
    expect((await heard()).comments).toHaveLength(1)
  })

  test('has an end: a card takes so many', async () => {
    await say('commenter', 'The first')
    const [thread] = await db
      .select()
      .from(commentThreads)
      .where(eq(commentThreads.roomId, board.id))
    const rest = { threadId: thread?.id ?? '', authorId: people.lead.id, body: '[]' }
    await db.insert(comments).values(Array.from({ length: commentsPerThread - 1 }, () => rest))
    expect((await say('commenter', 'One more')).status).toBe(413)
  })

  const counts = async () =>
    (await browsers.viewer.get(`/api/boards/${board.id}/comment-counts`)).body
})

describe('who watches a card', () => {
  const watching = async (role: ProjectRole) =>
    (await browsers[role].get(`/api/boards/${board.id}/watching`)).body
  const watch = (role: ProjectRole, wish: boolean, card = 'welding') =>
    browsers[role].put(`/api/boards/${board.id}/cards/${card}/watching`, { watching: wish })

  test('is their own business: whoever reads may, and hears of nobody else', async () => {
    expect((await watch('viewer', true)).status).toBe(204)
    expect(await watching('viewer')).toEqual({ welding: true })
    expect(await watching('lead')).toEqual({})
    expect((await watch('viewer', false)).status).toBe(204)
    expect(await watching('viewer')).toEqual({ welding: false })
    expect((await watch('viewer', true, 'a.b')).status).toBe(404)
  })

  test('is whoever says something about it, unless they have said that they do not want to', async () => {
    await say('commenter', 'Hm')
    expect(await watching('commenter')).toEqual({ welding: true })
    await watch('commenter', false)
    await say('commenter', 'Hm again')
    expect(await watching('commenter')).toEqual({ welding: false })
  })
})

test('once much is said on a board, only cards that are there are talked about', async () => {
  const cards = [{ title: 'Weld', column: 'To do' }]
  const full = await makeBoard(db, project, workspace.owner, { cards })
  const invented = Array.from({ length: threadsOnTrust }, (_, nth) => `invented${nth}`)
  await db
    .insert(commentThreads)
    .values(invented.map((card) => ({ roomId: full.id, card, createdBy: workspace.owner.id })))
  const real = await app.deps.rooms.look(roomName('board', full.id), (doc) => [
    ...doc.getMap('cards').keys(),
  ])
  const sayOn = async (card = '') =>
    (
      await browsers.commenter.post(`/api/boards/${full.id}/cards/${card}/comments`, {
        ...{ id: crypto.randomUUID(), body: words('Hm') },
      })
    ).status
  expect([await sayOn('another'), await sayOn('invented0'), await sayOn(real[0])]).toEqual([
    ...[404, 201, 201],
  ])
})
