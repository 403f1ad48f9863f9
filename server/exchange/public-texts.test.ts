import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { expect, test } from 'vitest'
import type { Job } from './jobs'
import { publicText } from './public-text'
import { publicTexts } from './public-texts'

const short = newDocUpdate({ title: 'Short', body: bodyFromMarkdown('A few words') })
const long = newDocUpdate({ title: 'Long', body: bodyFromMarkdown('Many words. '.repeat(5000)) })
const doc = (state: string) => ({ id: 'd', workspaceId: 'w', linkId: 'l', state })

function texts(update: Uint8Array) {
  const made = { reads: 0, jobs: 0, now: 0 }
  const rooms = {
    read: async () => {
      made.reads++
      return update
    },
  }
  const run = async (job: Job) => {
    made.jobs++
    return job.kind === 'show' ? publicText(job.update, job.origins) : undefined
  }
  const textOf = publicTexts(
    { rooms, origins: new Set() } as never,
    { run: run as never },
    () => made.now,
  )
  return { made, textOf }
}

test('a long doc is never read on the event loop', async () => {
  const { made, textOf } = texts(long)
  expect((await textOf(doc('1'))).json).toContain('Many words')
  expect(made).toMatchObject({ reads: 1, jobs: 1 })
})

test('those who ask at the same moment wait for one reading', async () => {
  const { made, textOf } = texts(long)
  await Promise.all([1, 2, 3].map(() => textOf(doc('1'))))
  expect(made.reads).toBe(1)
})

test('a short doc is read anew at every change, a long one every few seconds', async () => {
  const [one, other] = [texts(short), texts(long)]
  for (const state of ['1', '2', '3', '3']) {
    await one.textOf(doc(state))
    await other.textOf(doc(state))
  }
  expect(one.made).toMatchObject({ reads: 3, jobs: 0 })
  expect(other.made.reads).toBe(1)
  other.made.now = 5001
  await other.textOf(doc('4'))
  expect(other.made.reads).toBe(2)
})

test('what could not be read is tried again', async () => {
  let isAway = true
  const read = async () => (isAway ? Promise.reject(new Error('away')) : short)
  const textOf = publicTexts({ rooms: { read }, origins: new Set() } as never, {
    run: undefined as never,
  })
  await expect(textOf(doc('1'))).rejects.toThrow('away')
  isAway = false
  expect((await textOf(doc('1'))).json).toContain('A few words')
})
