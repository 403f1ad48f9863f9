import { moveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, setDue } from '@atelier/shared/boards/fact-edits'
import { askWhatWasLearned } from '@atelier/shared/boards/learning-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { tellDue } from '../boards/due-sweep-queries'
import { noteEntered } from '../boards/rule-queries'
import { settleDoc, writeDocSummary } from '../docs/doc-summary'
import { putMember, removeMember } from '../projects/project-change-queries'
import {
  ana,
  app,
  ben,
  board,
  cardId,
  cleo,
  does,
  done,
  inboxOf,
  kinds,
  newId,
  onStage,
  owner,
  project,
  room,
  say,
  stranger,
  theCard,
  unreadOf,
  watch,
} from '../testing/inbox-stage'
import { type MadePerson, makeDoc } from '../testing/make'
import { editAuthors } from './edit-authors'

onStage()

describe('a comment', () => {
  test('tells who is called by it, who took part and who watches; each once', async () => {
    await watch(cleo)
    await say(ben)
    const id = await say(ana, cleo)
    expect(await inboxOf(ben)).toMatchObject([
      { kind: 'answered', comment: { id, words: `Look@${cleo.name}` }, actor: { id: ana.id } },
    ])
    expect((await kinds(cleo)).sort()).toEqual(['card-changed', 'mentioned'])
    expect(await kinds(ana)).toEqual([])
    // Deleted, nothing of it is shown.
    const path = `/api/boards/${board}/cards/${await cardId()}/comments/${id}`
    await (await app.as(ana)).delete(path)
    expect(await kinds(ben)).toEqual([])
    expect(await unreadOf(cleo)).toBe(1)
  })

  test('on a doc reaches only who may follow what is said there', async () => {
    const doc = await makeDoc(app.deps.db, project, ana)
    const thread = { id: newId(), anchor: null, quote: '', body: [{ text: 'First' }] }
    const threads = `/api/docs/${doc.id}/threads`
    await (await app.as(ben)).post(threads, thread)
    const body = [{ text: 'Hm' }, { person: cleo.id, name: 'x' }]
    await (await app.as(ana)).post(`${threads}/${thread.id}/comments`, { id: newId(), body })
    expect(await inboxOf(ben)).toMatchObject([
      { kind: 'answered', place: { kind: 'doc', id: doc.id }, comment: { threadId: thread.id } },
    ])
    expect(await kinds(cleo)).toEqual(['mentioned'])
    await removeMember(app.deps.db, project.id, ben.id)
    const granted = { role: 'viewer' }
    await (await app.as(ana)).put(`/api/docs/${doc.id}/grants/${ben.id}`, granted)
    expect(await kinds(ben)).toEqual([])
    await (await app.as(ana)).post(`/api/docs/${doc.id}/trash`)
    expect(await kinds(cleo)).toEqual([])
  })

  test('on a doc reaches whoever runs the workspace, too', async () => {
    const doc = await makeDoc(app.deps.db, project, ana)
    const body = [{ text: 'Hm' }, { person: owner.id, name: 'x' }]
    const thread = { id: newId(), anchor: null, quote: '', body }
    await (await app.as(ana)).post(`/api/docs/${doc.id}/threads`, thread)
    expect(await inboxOf(owner, '?show=unread')).toMatchObject([
      { kind: 'mentioned', place: { kind: 'doc', id: doc.id }, comment: { threadId: thread.id } },
    ])
    expect(await unreadOf(owner)).toBe(1)
  })
})

test('in a doc’s text one is told of being mentioned once, and not of what it came with', async () => {
  const { db } = app.deps
  const { id } = await makeDoc(db, project, ana)
  const name = roomName('doc', id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(name))
  const mention = (person: string) => {
    const element = new Y.XmlElement('mention')
    element.setAttribute('kind', 'person')
    element.setAttribute('id', person)
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [element])
    doc.getXmlFragment('body').insert(0, [line])
  }
  mention(cleo.id)
  await writeDocSummary(db, id, doc)
  const authors = editAuthors()
  doc.on('update', (update: Uint8Array) => authors.hear(name, update, ana.id))
  for (const { id: person } of [ben, ana, stranger]) mention(person)
  const heard = authors.take(name)
  await Promise.all([settleDoc(db, id, doc, heard), settleDoc(db, id, doc, heard)])
  expect(await inboxOf(ben)).toMatchObject([
    { kind: 'mentioned', actor: { id: ana.id }, place: { kind: 'doc', id }, comment: null },
  ])
  for (const other of [ana, cleo, stranger]) expect(await kinds(other)).toEqual([])
})

test('a rule that says so tells assignees, watchers and whom it names, once, but not the mover', async () => {
  await does(null, (doc) => addAssignee(doc, theCard(doc), ben.id))
  await (await app.as(ben)).patch('/api/me/inbox', { all: true, read: true })
  const column = await app.deps.rooms.look(room(), done)
  const actions = [
    { do: 'notify-assignees' },
    { do: 'notify-watchers' },
    { do: 'notify', person: cleo.id },
  ]
  const path = `/api/boards/${board}/rules/${newId()}`
  expect((await (await app.as(ana)).put(path, { column, actions })).status).toBe(200)
  const place = { card: await cardId(), column, key: `${column}/zz`, mover: ana.id }
  for (let time = 0; time < 2; time++) await noteEntered(app.deps.db, board, [place])
  await Promise.all([app.rooms.resumeRules(), app.rooms.resumeRules()])
  expect(await inboxOf(ben, '?show=unread')).toMatchObject([
    { kind: 'rule', actor: { id: ana.id } },
  ])
  expect(await kinds(cleo)).toEqual(['rule'])
  expect(await kinds(ana)).toEqual([])
})

test('of cards that are due, one is told once for each day, and no longer than it is so', async () => {
  const now = new Date('2031-05-10T12:00:00Z')
  await does(null, (doc) => {
    addAssignee(doc, theCard(doc), ben.id)
    setDue(doc, theCard(doc), '2031-05-11')
  })
  const due = async () =>
    (await inboxOf(ben)).flatMap(({ kind, day }) => (day === null ? [] : `${kind} ${day}`))
  await Promise.all([tellDue(app.deps.db, now), tellDue(app.deps.db, now)])
  await tellDue(app.deps.db, now)
  expect(await due()).toEqual(['due-tomorrow 2031-05-11'])
  const later = new Date('2031-05-12T00:00:01Z')
  await tellDue(app.deps.db, later)
  await tellDue(app.deps.db, later)
  expect(await due()).toEqual(['overdue 2031-05-11', 'due-tomorrow 2031-05-11'])
  await does(null, (doc) => moveCard(doc, theCard(doc), { column: done(doc), spot: 'end' }))
  await does(null, (doc) => setDue(doc, theCard(doc), '2031-05-20'))
  expect(await due()).toEqual([])
})

test('tomorrow is tomorrow where somebody is', async () => {
  await does(null, (doc) => {
    for (const { id } of [ana, ben, cleo]) addAssignee(doc, theCard(doc), id)
    setDue(doc, theCard(doc), '2031-05-11')
  })
  const live = async (person: MadePerson, timeZone: string) =>
    (await app.as(person)).patch('/api/me', { timeZone })
  await live(ana, 'Pacific/Kiritimati')
  await live(ben, 'Pacific/Pago_Pago')
  const due = async () => {
    const days = async (person: MadePerson) =>
      (await inboxOf(person)).flatMap(({ kind, day }) => (day === null ? [] : kind))
    return [await days(ana), await days(ben), await days(cleo)]
  }
  // The 10th in Kiritimati, the 9th in UTC, and the 8th in Pago Pago.
  await tellDue(app.deps.db, new Date('2031-05-09T10:30:00Z'))
  expect(await due()).toEqual([['due-tomorrow'], [], []])
  await tellDue(app.deps.db, new Date('2031-05-10T10:30:00Z'))
  expect(await due()).toEqual([['due-tomorrow'], [], ['due-tomorrow']])
  await tellDue(app.deps.db, new Date('2031-05-11T10:30:00Z'))
  expect(await due()).toEqual([['overdue', 'due-tomorrow'], ['due-tomorrow'], ['due-tomorrow']])
})

test('whoever is let out of the project sees nothing of it, and again when let in', async () => {
  await does(ana, (doc) => addAssignee(doc, theCard(doc), ben.id))
  await removeMember(app.deps.db, project.id, ben.id)
  expect([await inboxOf(ben), await unreadOf(ben)]).toEqual([[], 0])
  await putMember(app.deps.db, project, ben.id, 'viewer')
  expect(await kinds(ben)).toEqual(['assigned'])
})

test('one marks one’s own only, some or all, read and unread, up to what one saw', async () => {
  await does(ana, (doc) => {
    addAssignee(doc, theCard(doc), ben.id)
    askWhatWasLearned(doc, [theCard(doc)], [ben.id])
  })
  const items = await inboxOf(ben)
  const mark = async (person: MadePerson, body: unknown) =>
    expect((await (await app.as(person)).patch('/api/me/inbox', body)).status).toBe(204)
  const ids = items.map(({ id }) => id)
  await mark(cleo, { ids, read: true })
  expect(await unreadOf(ben)).toBe(2)
  await mark(ben, { ids: ids.slice(0, 1), read: true })
  expect(await inboxOf(ben, '?show=unread')).toMatchObject([{ id: ids[1] }])
  await mark(ben, { all: true, read: false })
  await mark(ben, { all: true, read: true, until: '2020-01-01T00:00:00Z' })
  expect(await unreadOf(ben)).toBe(2)
  await mark(ben, { all: true, read: true, until: items[0]?.at })
  expect(await unreadOf(ben)).toBe(0)
})

test('kinds one does not want are not told', async () => {
  const settings = '/api/me/inbox/settings'
  expect((await (await app.as(ben)).put(settings, { off: ['assigned'] })).status).toBe(204)
  expect((await (await app.as(ben)).get(settings)).body).toEqual({ off: ['assigned'] })
  expect((await (await app.as(cleo)).get(settings)).body).toEqual({ off: [] })
  await does(ana, (doc) => [ben, cleo].map(({ id }) => addAssignee(doc, theCard(doc), id)))
  expect([await kinds(ben), await kinds(cleo)]).toEqual([[], ['assigned']])
})

test('a room that grew quiet tells its own people live', async () => {
  const tell = vi.spyOn(app.deps.notices, 'tell')
  await say(ana, ben)
  expect(tell).toHaveBeenCalledWith({ what: 'inbox' }, { kind: 'people', personIds: [ben.id] })
  tell.mockRestore()
})

test('a place in the inbox that is none is as if it was not said', async () => {
  await say(ana, ben)
  for (const before of ['nonsense', `1_${'-'.repeat(36)}`, `1_${'0'.repeat(36)}`])
    expect(await inboxOf(ben, `?before=${before}`)).toHaveLength(1)
})
