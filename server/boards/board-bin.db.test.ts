import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { feedPath } from '@atelier/shared/boards/calendar-feed'
import { archiveCard } from '@atelier/shared/boards/card-edits'
import { binDays } from '@atelier/shared/projects/bin'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { docs } from '../db/doc-tables'
import { loadExport } from '../exchange/project-zip-queries'
import {
  app,
  asLead,
  asViewer,
  asWriter,
  bin,
  board,
  docId,
  lead,
  onBinStage,
  project,
  restore,
  trash,
  viewer,
} from '../testing/bin-stage'
import { callRoute, furnish, routesOf } from '../testing/every-route'
import { makeDoc } from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { writeBoardSummary } from './board-summary'
import { tellDue } from './due-sweep-queries'

onBinStage()

/** How often the board, or its card, stands in each list. */
async function seen({ id, card }: { id: string; card: string }, feeds: readonly string[]) {
  const { body: page } = await asViewer.get(`/api/projects/${project.id}`)
  const { body: own } = await asViewer.get('/api/me/cards')
  const { body: found } = await asViewer.get('/api/cards?q=weld')
  const { body: offered } = await asViewer.get(`/api/projects/${project.id}/mentionables?q=e`)
  const references = [
    { kind: 'board', id },
    { kind: 'card', id: card, boardId: id },
  ]
  const { body: named } = await asViewer.post('/api/references', { references })
  const { body: naming } = await asViewer.get(`/api/docs/${docId}/naming-cards`)
  const { body: inbox } = await asViewer.get('/api/me/inbox')
  const { body: unread } = await asViewer.get('/api/me/inbox/unread')
  const { body: outcomes } = await asViewer.get(`/api/projects/${project.id}/outcomes`)
  const exported = await loadExport(app.deps.db, { ...viewer, personId: viewer.id }, project.id)
  const calendars = await Promise.all(
    feeds.map(async (token) => (await app.browser().fetch(feedPath(token))).text()),
  )
  return {
    listed: page.boards.length,
    counted: page.counts.boards,
    mine: own.cards.length,
    found: found.cards.length,
    boardsOffered: offered.boards.length,
    cardsOffered: offered.cards.length,
    named: named.found.filter((one: unknown) => one !== null).length,
    naming: naming.length,
    inbox: inbox.items.length,
    unread: unread.unread,
    work: Object.values(outcomes.work).flat().length,
    exported: exported.boards.length,
    exportedFiles: exported.files.length,
    calendars: calendars.filter((text) => text.includes('Weld')).length,
  }
}

const everywhere = {
  ...{ listed: 1, counted: 1, mine: 1, found: 1, boardsOffered: 1, cardsOffered: 1, named: 2 },
  ...{ naming: 1, inbox: 1, unread: 1, work: 1, exported: 1, exportedFiles: 1, calendars: 2 },
}
const nowhere = Object.fromEntries(Object.keys(everywhere).map((list) => [list, 0]))

describe('a board in the bin', () => {
  test('stands in no list, and in all of them again once it is restored', async () => {
    const one = await board()
    await makePictureIn(app, one, lead)
    const feeds = [
      (await asViewer.post(`/api/boards/${one.id}/calendar-feed`)).body.token,
      (await asViewer.post('/api/me/calendar-feed')).body.token,
    ]
    await tellDue(app.deps.db, new Date())
    expect(await seen(one, feeds)).toEqual(everywhere)
    expect((await trash(one.id)).status).toBe(204)
    expect(await seen(one, feeds)).toEqual(nowhere)
    expect((await app.browser().fetch(feedPath(feeds[0]))).status).toBe(404)
    expect((await restore(one.id)).status).toBe(204)
    expect(await seen(one, feeds)).toEqual(everywhere)
  })

  test('is shown to those who could put it there, with who did, and for how long', async () => {
    const { id } = await board()
    const old = await makeDoc(app.deps.db, project, lead, 'Old')
    const earlier = new Date(Date.now() - 60_000)
    await app.deps.db
      .update(docs)
      .set({ trashedAt: earlier, trashedBy: lead.id })
      .where(eq(docs.id, old.id))
    await trash(id, asLead)
    await trash(id, asWriter)
    expect(await bin()).toEqual(['board Line 3', 'doc Old'])
    expect(await bin(asViewer)).toEqual([])
    const [listed] = (await asWriter.get(`/api/projects/${project.id}/bin`)).body
    expect(listed).toMatchObject({ id, under: 0, trashedBy: 'Lea Lead' })
    expect(Date.parse(listed.endsAt) - Date.parse(listed.trashedAt)).toBe(binDays * 86_400_000)
    expect((await asWriter.get(`/api/boards/${id}`)).body).toMatchObject({
      title: 'Line 3',
      trashed: true,
      access: 'read',
    })
    expect((await asViewer.get(`/api/boards/${id}`)).status).toBe(404)
  })

  test('is put there and taken out by who may edit it, and nobody else', async () => {
    const { id } = await board()
    expect((await trash(id, asViewer)).status).toBe(403)
    expect((await asWriter.get(`/api/boards/${id}`)).body.trashed).toBe(false)
    await trash(id)
    expect((await restore(id, asViewer)).status).toBe(404)
    expect((await restore(id, asLead)).status).toBe(204)
    expect(await bin()).toEqual([])
  })

  test('answers no route, for whomever, but those of the bin itself', async () => {
    const house = await furnish(app)
    const owner = await app.as(house.workspace.owner)
    const answering = ['GET /api/boards/:id', 'DELETE /api/boards/:id']
    const ofBoards = routesOf(app).filter((route) => / \/api\/boards\/:id/.test(route))
    const others = ofBoards.filter(
      (route) => !answering.includes(route) && !/\/(trash|restore)$/.test(route),
    )
    expect(others.length).toBeGreaterThan(25)
    await owner.post(`/api/boards/${house.ids.board}/trash`)
    for (const route of others) {
      const { status } = await callRoute(owner, route, house.ids)
      expect(`${route} ${status}`).toBe(`${route} 404`)
    }
  })

  test('takes no card from another board', async () => {
    const from = await board()
    const to = await board('Bin')
    await trash(to.id)
    const column = must(readBoard(to.doc).columns[0], 'column').id
    const wish = { boardId: to.id, column }
    const path = `/api/boards/${from.id}`
    expect((await asWriter.post(`${path}/moves`, { ...wish, cards: [from.card] })).status).toBe(404)
    const cards = [{ card: from.card, as: 'copy' }]
    expect((await asWriter.post(`${path}/copies`, { ...wish, cards })).status).toBe(404)
    await restore(to.id)
    expect((await asWriter.post(`${path}/copies`, { ...wish, cards })).status).toBe(201)
  })

  test('tells nobody what is due, and does again once it is restored', async () => {
    const { id } = await board()
    await trash(id)
    expect(await tellDue(app.deps.db, new Date())).not.toContain(viewer.id)
    await restore(id)
    expect(await tellDue(app.deps.db, new Date())).toContain(viewer.id)
  })

  test('keeps its files from who cannot take it out, and takes in none', async () => {
    const { id } = await board()
    const file = await makePictureIn(app, { id }, lead)
    await trash(id)
    expect((await asViewer.fetch(`/api/files/${file.id}`)).status).toBe(404)
    expect((await asWriter.fetch(`/api/files/${file.id}`)).status).toBe(200)
    const sent = await asWriter.fetch(`/api/rooms/${id}/files`, { method: 'POST', body: 'x' })
    expect(sent.status).toBe(403)
  })

  test('[S5] has everybody on it asked for their rights again', async () => {
    const { id } = await board()
    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change.roomIds))
    await trash(id)
    await restore(id)
    expect(asked).toEqual([[id], [id]])
  })

  test('is written on by what was under way, and that is there when it comes back', async () => {
    const one = await board()
    await trash(one.id)
    archiveCard(one.doc, one.card)
    await writeBoardSummary(app.deps.db, one.id, one.doc)
    await restore(one.id)
    const { body } = await asViewer.get('/api/cards?q=weld')
    expect(body.cards).toMatchObject([{ archived: true }])
  })
})
