import type { ProjectRole } from '@atelier/shared/access/roles'
import { emojiPerComment } from '@atelier/shared/comments/limits'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { commentReactions } from '../db/comment-tables'
import { docs } from '../db/doc-tables'
import { pickAudience } from '../notices/listener-queries'
import { commentStage } from '../testing/comment-stage'
import { makePerson, makeWorkspace } from '../testing/make'
import type { Browser } from '../testing/test-app'

const stage = await commentStage()
const { app, workspace, people, browsers, newDoc, begun, listed, answer } = stage
afterAll(() => app.stop())

describe('a mention', () => {
  test('calls people who may read along by their own names; others stay words', async () => {
    const stranger = await makePerson(app.deps.db, workspace, { name: 'Stranger' })
    const foreigner = (await makeWorkspace(app.deps.db)).owner
    const { doc, at } = await begun()
    const mention = (person: { id: string }, name: string) => ({ person: person.id, name })
    await browsers.commenter.post(`${at}/comments`, {
      id: crypto.randomUUID(),
      body: [
        mention(people.lead, 'Whoever'),
        { text: ' and ' },
        mention(stranger, 'Stranger'),
        mention(foreigner, 'Foreigner'),
        mention({ id: crypto.randomUUID() }, 'Nobody'),
      ],
    })
    const { threads, people: named } = await listed(doc)
    expect(threads[0].comments[1].body).toEqual([
      { person: people.lead.id, name: 'A lead' },
      { text: ' and ' },
      { text: '@Stranger' },
      { text: '@Foreigner' },
      { text: '@Nobody' },
    ])
    expect(named.map(({ id }: { id: string }) => id)).toContain(people.lead.id)
  })

  test('is offered of those who may read this doc, and may be known', async () => {
    const { db } = app.deps
    const doc = await newDoc()
    const named = async (browser: Browser) =>
      (await browser.get(`/api/docs/${doc.id}/readers`)).body.map(
        (one: { name: string }) => one.name,
      )
    const everybody = ['A commenter', 'A contributor', 'A lead', 'A viewer', 'Olga Owner']
    expect(await named(browsers.viewer)).toEqual(everybody)
    await db.update(docs).set({ restricted: true }).where(eq(docs.id, doc.id))
    expect(await named(browsers.lead)).toEqual(['A lead', 'Olga Owner'])
    expect((await browsers.viewer.get(`/api/docs/${doc.id}/readers`)).status).toBe(404)
  })
})

describe('a reaction', () => {
  test('is given once by each, taken back, and in the order they came', async () => {
    const { doc, at, id } = await begun()
    const react = (role: ProjectRole, emoji: string, given = true) =>
      browsers[role].put(`${at}/comments/${id}/reaction`, { emoji, given })
    await react('lead', '👍')
    await react('lead', '👍')
    await react('commenter', '🎉')
    await react('commenter', '👍')
    const given = async () => (await listed(doc)).threads[0].comments[0].reactions
    expect(await given()).toEqual([
      { emoji: '👍', by: [people.lead.id, people.commenter.id] },
      { emoji: '🎉', by: [people.commenter.id] },
    ])
    await react('lead', '👍', false)
    await react('viewer', '🎉')
    expect(await given()).toEqual([
      { emoji: '🎉', by: [people.commenter.id] },
      { emoji: '👍', by: [people.commenter.id] },
    ])
    expect((await react('lead', '<img>')).status).toBe(400)
  })

  test('has room for so many different ones', async () => {
    const { at, id } = await begun()
    const personId = people.lead.id
    const row = (_: unknown, nth: number) => ({ commentId: id, personId, emoji: `${nth}` })
    await app.deps.db.insert(commentReactions).values(Array.from({ length: emojiPerComment }, row))
    const path = `${at}/comments/${id}/reaction`
    const status = (emoji: string) =>
      browsers.lead.put(path, { emoji, given: true }).then((said) => said.status)
    expect(await status('🎉')).toBe(413)
  })
})

test('who may no longer read the doc, or finds it in the bin, says nothing there', async () => {
  const { db } = app.deps
  const { doc, at } = await begun('commenter')
  await db.update(docs).set({ restricted: true }).where(eq(docs.id, doc.id))
  expect((await browsers.commenter.get(`/api/docs/${doc.id}/threads`)).status).toBe(404)
  expect((await answer('commenter', at, 'x')).status).toBe(404)
  await db
    .update(docs)
    .set({ restricted: false, trashedAt: new Date(), trashedBy: people.lead.id })
    .where(eq(docs.id, doc.id))
  expect((await answer('lead', at, 'x')).status).toBe(403)
  expect((await answer('commenter', at, 'x')).status).toBe(404)
})

test('news about a doc’s comments reach its readers, not all of its project', async () => {
  const { db } = app.deps
  const doc = await newDoc()
  const foreigner = (await makeWorkspace(db)).owner
  const listeners = [...Object.values(people), workspace.owner, foreigner].map(
    ({ id, workspaceId, role }) => ({ personId: id, workspaceId, role }),
  )
  const told = async () => await pickAudience(db, { kind: 'doc', docId: doc.id }, listeners)
  expect(await told()).toEqual(
    new Set([...Object.values(people), workspace.owner].map(({ id }) => id)),
  )
  await db.update(docs).set({ restricted: true }).where(eq(docs.id, doc.id))
  expect(await told()).toEqual(new Set([people.lead.id, workspace.owner.id]))
  const gone = { kind: 'doc', docId: crypto.randomUUID() } as const
  expect(await pickAudience(db, gone, listeners)).toEqual(new Set())
})
