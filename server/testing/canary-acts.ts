/** All that people do in a journal and around it, of which somebody might be told: in words that are no canary. */
import type { CanaryStage } from './canary-stage'
import type { House } from './every-route'
import type { Answer, Browser, TestApp } from './test-app'

/** Stands in every section of the stage, and is the only thing that is ever published. */
export const shown = 'Words to be shown'

const said = () => ({ id: crypto.randomUUID(), body: [{ text: 'Words' }] })
const id = () => crypto.randomUUID()

/** A test that nobody is told of anything is worth nothing where nothing was done. */
async function done(what: string, answer: Promise<Answer>): Promise<void> {
  const { status } = await answer
  if (status >= 300) throw new Error(`${what}: answered ${status}`)
}

async function talkIn(one: Browser, threads: string) {
  const thread = said()
  const at = `${threads}/${thread.id}`
  await done('begin', one.post(threads, { ...thread, anchor: null, quote: '' }))
  await done('answer', one.post(`${at}/comments`, said()))
  await done('resolve', one.post(`${at}/resolve`))
  await done('reopen', one.post(`${at}/reopen`))
  return at
}

/** By its author, whoever else reads it. */
async function writeOn(asMentee: Browser, { ids }: CanaryStage['own']['private']) {
  const path = `/api/journals/entries/${ids.entry}`
  const threads = `/api/sections/${ids.section}/threads`
  await done('settle', asMentee.post(`${threads}/${ids.sectionThread}/resolve`))
  await done('date', asMentee.patch(path, { on: '2026-11-28' }))
  await done('feel', asMentee.put(`${path}/mood`, { mood: 5, energy: 1 }))
  await done('move', asMentee.patch(`${path}/sections/${ids.section}`, { after: null }))
  return talkIn(asMentee, threads)
}

/** Begins, and thinks better of it. */
async function suggestOnce(one: Browser, section: string) {
  const path = `/api/sections/${section}/suggestions`
  const begun = await one.post(path)
  await done('suggest', Promise.resolve(begun))
  await done('withdraw', one.delete(`${path}/${begun.body.id}`))
}

async function publish(asMentee: Browser, projectId: string, sectionId: string) {
  const publication = id()
  const parts = [{ sectionId, words: shown }]
  const wish = { id: publication, outcomeId: null, shownAs: 'name', parts }
  await done('publish', asMentee.post(`/api/projects/${projectId}/publications`, wish))
  await done('withdraw', asMentee.delete(`/api/me/publications/${publication}`))
}

async function workIn(one: Browser, mentorship: string, ownerId: string) {
  const at = `/api/mentorships/${mentorship}`
  const [session, item, followUp, goal] = [id(), id(), id(), id()]
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  await done('meet', one.put(`${at}/sessions/${session}`, { startsAt, minutes: 60 }))
  const asked = { words: 'Words', sessionId: session, isDone: false }
  await done('put on the agenda', one.put(`${at}/agenda/${item}`, asked))
  const next = { words: 'Words', ownerId, due: null, sessionId: session }
  await done('follow up', one.put(`${at}/follow-ups/${followUp}`, next))
  await done('do it', one.patch(`/api/me/follow-ups/${followUp}`, { isDone: true }))
  const aim = { id: goal, title: 'Words', due: null, mentorshipId: mentorship }
  await done('aim', one.post('/api/me/goals', aim))
  await done('take away the goal', one.delete(`/api/me/goals/${goal}`))
  for (const what of [`follow-ups/${followUp}`, `agenda/${item}`, `sessions/${session}`])
    await done('take away', one.delete(`${at}/${what}`))
}

const leaveOpen = (one: Browser, thread: string, from: string) =>
  done('leave open', one.post(`${thread}/question`, { id: id(), words: 'What now?', from }))

export async function liveThroughAll(app: TestApp, house: House, stage: CanaryStage) {
  const { own, mentee, mentor, pair } = stage
  const [asMentee, asMentor] = [await app.as(mentee), await app.as(mentor)]
  for (const [name, place] of Object.entries(own)) {
    const thread = await writeOn(asMentee, place)
    if (name === 'pair' || name === 'private' || name === 'circle')
      await leaveOpen(asMentee, thread, name)
    await publish(asMentee, house.project.id, place.ids.section)
  }
  const shared = `/api/sections/${own.pair.ids.section}`
  const asked = await talkIn(asMentor, `${shared}/threads`)
  await leaveOpen(asMentor, asked, 'pair')
  await suggestOnce(await app.as(stage.suggesting), own.circle.ids.section)
  for (const [one, { id: ownerId }] of [
    [asMentee, mentee],
    [asMentor, mentor],
  ] as const)
    await workIn(one, pair.ids.mentorship, ownerId)
  const { entry, section } = own.pair.ids
  const audience = `/api/journals/entries/${entry}/sections/${section}/audience`
  await done('take back', asMentee.put(audience, { audience: 'private', from: 'pair' }))
  await done('share', asMentee.put(audience, { audience: 'pair', from: 'private' }))
}
