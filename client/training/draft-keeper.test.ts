// @vitest-environment happy-dom
import { emptyWeek, type WeekForm } from '@atelier/shared/training/week-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { rememberWho } from '../offline/remembered-who'
import { forgetUnsent, sendUnsent } from '../offline/unsent-words'
import { DraftKeeper, draftKeeper } from './draft-keeper'
import { written } from './written-week'

const saying = (text: string) => ({ ...emptyWeek, text, activities: [] })
const ada = { workspaceId: 'w', personId: 'ada' }
const ben = { workspaceId: 'w', personId: 'ben' }
let server: { version: number; text: string; fault: Error | null }

const save = async ({ basedOn, form }: { basedOn: number; form: WeekForm }) => {
  if (server.fault) throw server.fault
  if (basedOn !== server.version) throw new RequestFailed('conflict')
  server = { ...server, version: basedOn + 1, text: form.text }
  return { version: server.version }
}
const keeper = () => new DraftKeeper(save, { version: 0, form: emptyWeek })

beforeEach(() => {
  vi.useFakeTimers()
  rememberWho(ada)
  server = { version: 0, text: '', fault: null }
})
afterEach(() => {
  forgetUnsent()
  vi.useRealTimers()
})

test('what is written is saved by itself, the last of it too', async () => {
  const draft = keeper()
  draft.write(saying('One'))
  draft.write(saying('Two'))
  await vi.runAllTimersAsync()
  expect([server.text, draft.state.standing]).toEqual(['Two', 'saved'])
})

test('what is written while something is on its way is sent after it', async () => {
  const draft = keeper()
  draft.write(saying('One'))
  const first = draft.flush()
  draft.write(saying('Two'))
  await first
  await vi.runAllTimersAsync()
  expect([server.text, server.version, draft.state.standing]).toEqual(['Two', 2, 'saved'])
})

test('what is only not sent yet has not failed; what has is said so until it was sent', async () => {
  const draft = keeper()
  draft.write(saying('One'))
  expect(draft.state).toMatchObject({ standing: 'unsaved', hasFailed: false })
  server.fault = new RequestFailed('unreachable')
  await draft.flush()
  draft.write(saying('Two'))
  expect(draft.state).toMatchObject({ standing: 'unsaved', hasFailed: true })
  server.fault = null
  await draft.flush()
  expect(draft.state).toMatchObject({ standing: 'saved', hasFailed: false })
})

test('what could not be sent is kept and tried again, and is not called saved', async () => {
  const draft = keeper()
  server.fault = new RequestFailed('unreachable')
  draft.write(saying('One'))
  expect(await draft.flush()).toBe(null)
  expect(draft.state).toMatchObject({ form: saying('One'), standing: 'unsaved', hasFailed: true })
  server.fault = null
  await vi.runAllTimersAsync()
  expect([server.text, draft.state.standing]).toEqual(['One', 'saved'])
})

test('what was written elsewhere too is not written over: one chooses', async () => {
  const draft = keeper()
  server.version = 5
  server.text = 'Theirs'
  draft.write(saying('Mine'))
  await draft.flush()
  expect(draft.state).toMatchObject({ form: saying('Mine'), standing: 'conflict' })
  draft.write(saying('Mine, and more'))
  await vi.runAllTimersAsync()
  expect(server.text).toBe('Theirs')
  draft.settle({ version: 5, form: saying('Theirs') }, 'mine')
  await vi.runAllTimersAsync()
  expect([server.text, draft.state.standing]).toEqual(['Mine, and more', 'saved'])
})

test('news of the server is taken while nothing here is newer', async () => {
  const draft = keeper()
  draft.learn({ version: 2, form: saying('News') })
  expect(draft.state.form.text).toBe('News')
  draft.write(saying('Mine'))
  draft.learn({ version: 3, form: saying('More news') })
  expect(draft.state.form.text).toBe('Mine')
})

test('hours that cannot be read are kept when there is news of the server: one chooses', () => {
  const row = { words: 'Milled', minutes: 300, items: [] }
  const draft = new DraftKeeper(save, { version: 1, form: { ...emptyWeek, activities: [row] } })
  const unread = { ...written(row), hours: 'all day' }
  draft.write({ ...saying(''), activities: [unread] })
  draft.learn({ version: 2, form: saying('Theirs') })
  expect(draft.state).toMatchObject({ standing: 'conflict', form: { activities: [unread] } })
  draft.settle({ version: 2, form: saying('Theirs') }, 'theirs')
  expect(draft.state).toMatchObject({ standing: 'saved', form: saying('Theirs') })
})

test('whoever submits while it is being saved waits for that', async () => {
  let answer = () => {}
  const slow = new DraftKeeper(
    () => new Promise((resolve) => (answer = () => resolve({ version: 1 }))),
    { version: 0, form: emptyWeek },
  )
  slow.write(saying('One'))
  void slow.flush()
  const submitted = slow.flush()
  await vi.advanceTimersByTimeAsync(10)
  answer()
  expect(await submitted).toBe(1)
})

test('who signs out is told of what is not saved, and nothing of it is sent for whoever comes next', async () => {
  const draft = draftKeeper(ada, 'record/2026-W40', save, { version: 0, form: emptyWeek })
  server.fault = new RequestFailed('unreachable')
  draft.write(saying('One'))
  expect(await sendUnsent()).toEqual(['week'])
  forgetUnsent()
  server.fault = null
  await vi.runAllTimersAsync()
  expect(server.text).toBe('')
  expect(await sendUnsent()).toEqual([])
})

test('what is not saved yet is sent before somebody signs out', async () => {
  draftKeeper(ada, 'record/2026-W40', save, { version: 0, form: emptyWeek }).write(saying('Two'))
  expect(await sendUnsent()).toEqual([])
  expect(server.text).toBe('Two')
})

test('what the server will never have is sent once, stays as it is with the reason, and goes out once it was written on', async () => {
  const asked: string[] = []
  const draft = new DraftKeeper(
    (said) => {
      asked.push(said.form.text)
      return save(said)
    },
    { version: 0, form: emptyWeek },
  )
  const fault = new RequestFailed('too-large')
  server.fault = fault
  draft.write(saying('Too much'))
  await vi.runAllTimersAsync()
  expect(asked).toEqual(['Too much'])
  expect(draft.state).toMatchObject({
    ...{ form: saying('Too much'), standing: 'refused', refusedWith: fault, hasFailed: true },
  })
  expect(await draft.flush()).toBe(null)
  expect([asked.length, draft.state.standing]).toEqual([2, 'refused'])
  server.fault = null
  draft.write(saying('Less'))
  expect(draft.state.refusedWith).toBe(null)
  await vi.runAllTimersAsync()
  expect([server.text, draft.state.standing]).toEqual(['Less', 'saved'])
})

test('what was written while something else was refused is sent', async () => {
  let answer = () => {}
  const draft = new DraftKeeper(
    (said) =>
      said.form.text === 'Two'
        ? save(said)
        : new Promise((_, reject) => (answer = () => reject(new RequestFailed('invalid')))),
    { version: 0, form: emptyWeek },
  )
  draft.write(saying('One'))
  void draft.flush()
  draft.write(saying('Two'))
  answer()
  await vi.runAllTimersAsync()
  expect([server.text, draft.state.standing]).toEqual(['Two', 'saved'])
})

describe('once somebody else has signed in on this device', () => {
  const place = 'record/2026-W40'
  const empty = { version: 0, form: emptyWeek }
  const isWarned = () => {
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    return leaving.defaultPrevented
  }

  test('no word of who was here before is sent', async () => {
    const hers = draftKeeper(ada, place, save, empty)
    server.fault = new RequestFailed('unreachable')
    hers.write(saying('Hers'))
    await hers.flush()
    expect(isWarned()).toBe(true)
    rememberWho(ben)
    server.fault = null
    await vi.runAllTimersAsync()
    expect(await hers.flush()).toBe(null)
    expect(server.text).toBe('')
  })

  test('nor seen, also at the same place, nor told of', async () => {
    server.fault = new RequestFailed('unreachable')
    draftKeeper(ada, place, save, empty).write(saying('Hers'))
    rememberWho(ben)
    expect(isWarned()).toBe(false)
    expect(await sendUnsent()).toEqual([])
    expect(draftKeeper(ben, place, save, empty).state.form).toEqual(emptyWeek)
    rememberWho(ada)
    expect(draftKeeper(ada, place, save, empty).state.form).toEqual(emptyWeek)
  })

  test('nor shared where two take turns, whoever is remembered', () => {
    draftKeeper(ada, place, save, empty).write(saying('Hers'))
    expect(draftKeeper(ben, place, save, empty).state.form).toEqual(emptyWeek)
    expect(draftKeeper(ada, place, save, empty).state.form).toEqual(saying('Hers'))
  })
})
