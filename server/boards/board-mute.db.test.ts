/** Of a board that somebody has muted, only what is addressed to them by name, or due of theirs, reaches their inbox. */
import { moveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, setDue } from '@atelier/shared/boards/fact-edits'
import { addHelper, askWhatWasLearned } from '@atelier/shared/boards/learning-edits'
import { describe, expect, test } from 'vitest'
import {
  ana,
  app,
  ben,
  board,
  cardId,
  cleo,
  describeCard,
  does,
  done,
  kinds,
  newId,
  onStage,
  room,
  say,
  stranger,
  theCard,
  watch,
} from '../testing/inbox-stage'
import type { MadePerson } from '../testing/make'
import { tellDue } from './due-sweep-queries'
import { noteEntered } from './rule-queries'

onStage()

const muted = () => `/api/boards/${board}/muted`
const mute = async (person: MadePerson, on = true) =>
  expect((await (await app.as(person)).put(muted(), { muted: on })).status).toBe(204)
const isMuted = async (person: MadePerson) => (await (await app.as(person)).get(muted())).body

test('whoever may read a board may mute it, for themselves', async () => {
  expect(await isMuted(cleo)).toEqual({ muted: false })
  await mute(cleo)
  await mute(cleo)
  expect(await isMuted(cleo)).toEqual({ muted: true })
  expect(await isMuted(ana)).toEqual({ muted: false })
  await mute(cleo, false)
  expect(await isMuted(cleo)).toEqual({ muted: false })
  const asStranger = await app.as(stranger)
  expect((await asStranger.get(muted())).status).toBe(404)
  expect((await asStranger.put(muted(), { muted: true })).status).toBe(404)
})

describe('whoever muted a board is not told', () => {
  test('of changes and comments of a card they watch, nor of answers', async () => {
    await say(ben)
    await watch(ben)
    await watch(cleo)
    await mute(ben)
    await does(ana, (doc) => moveCard(doc, theCard(doc), { column: done(doc), spot: 'end' }))
    await say(ana)
    expect(await kinds(ben)).toEqual([])
    expect(await kinds(cleo)).toEqual(['card-changed'])
    await mute(ben, false)
    await say(ana)
    expect(await kinds(ben)).toEqual(['answered'])
  })

  test('by a rule, but where it names them', async () => {
    await does(null, (doc) => addAssignee(doc, theCard(doc), ben.id))
    await (await app.as(ben)).patch('/api/me/inbox', { all: true, read: true })
    await mute(ben)
    await mute(cleo)
    const column = await app.deps.rooms.look(room(), done)
    const actions = [{ do: 'notify-assignees' }, { do: 'notify', person: cleo.id }]
    const path = `/api/boards/${board}/rules/${newId()}`
    expect((await (await app.as(ana)).put(path, { column, actions })).status).toBe(200)
    const place = { card: await cardId(), column, key: `${column}/zz`, mover: ana.id }
    await noteEntered(app.deps.db, board, [place])
    await app.rooms.resumeRules()
    expect(await kinds(ben)).toEqual(['assigned'])
    expect(await kinds(cleo)).toEqual(['rule'])
  })
})

test('but of what is theirs, when it is due', async () => {
  await does(ben, (doc) => {
    addAssignee(doc, theCard(doc), ben.id)
    setDue(doc, theCard(doc), '2031-05-11')
  })
  await watch(cleo)
  await mute(ben)
  await mute(cleo)
  await tellDue(app.deps.db, new Date('2031-05-10T12:00:00Z'))
  expect(await kinds(ben)).toEqual(['due-tomorrow'])
  expect(await kinds(cleo)).toEqual([])
})

test('but what is addressed to them by name', async () => {
  await mute(ben)
  await does(ana, (doc) => {
    addAssignee(doc, theCard(doc), ben.id)
    askWhatWasLearned(doc, [theCard(doc)], [ben.id])
    addHelper(doc, theCard(doc), cleo.id, ben.id)
    describeCard(doc, ben.id)
  })
  await say(ana, ben)
  expect((await kinds(ben)).sort()).toEqual(
    ['asked-learned', 'assigned', 'mentioned', 'mentioned', 'named-helper'].sort(),
  )
})
