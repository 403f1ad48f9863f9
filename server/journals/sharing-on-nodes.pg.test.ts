/** Two nodes on one Postgres and one Redis: a section taken back on one, while its reader is on the other. */
import { docBody } from '@atelier/shared/docs/doc'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { wallClock } from '../sync/clock'
import { enterSection } from '../testing/enter-section'
import type { LiveApp } from '../testing/live-app'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { makeEntry, makePair } from '../testing/make-journal'
import { type SeveralNodes, severalNodes } from '../testing/several-nodes'

let house: SeveralNodes
let here: LiveApp
let there: LiveApp
let mentee: MadePerson
let mentor: MadePerson
let pair: string
let entry: string
let section: string

beforeAll(async () => {
  // For rooms time stands still: nobody is asked again but because a change was reported, there as here.
  vi.spyOn(wallClock, 'now').mockReturnValue(0)
  house = await severalNodes(2)
  ;[here, there] = house.nodes as [LiveApp, LiveApp]
})
afterAll(async () => {
  await house.stop()
  vi.restoreAllMocks()
})
beforeEach(async () => {
  const { db } = house.database
  const workspace = await makeWorkspace(db)
  ;[mentee, mentor] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  pair = await makePair(db, { mentee, mentor })
  const made = await makeEntry(db, mentee, pair, ['pair'])
  ;[entry, section] = [made.id, made.sections[0] ?? '']
})

describe('[S5] on another node', () => {
  test.each([
    [
      'it is taken back',
      async () => {
        const path = `/api/journals/entries/${entry}/sections/${section}/audience`
        return (await here.as(mentee)).put(path, { audience: 'private', from: 'pair' })
      },
    ],
    [
      'the mentorship ends',
      async () => (await here.as(mentee)).post(`/api/mentorships/${pair}/end`),
    ],
    ['it is erased', async () => (await here.as(mentee)).delete(`/api/journals/entries/${entry}`)],
  ])('the mentor is out when %s, and gets nothing that is written later', async (_when, act) => {
    const mias = await enterSection(here, mentee, section)
    const maxs = await enterSection(there, mentor, section)
    docBody(mias.doc).insert(0, [new Y.XmlText('for both')])
    await maxs.until(() => docBody(maxs.doc).toString().includes('for both'))
    expect((await act()).status).toBeLessThan(300)
    await maxs.until(() => maxs.closedWith !== null)
    expect(maxs.closedWith).toBe(closeCodes.noAccess)
    docBody(mias.doc).insert(0, [new Y.XmlText('for myself')])
    // Where it is erased, she is out herself, perhaps only now.
    await mias.until(() => !mias.isConnected || mias.unstored === 0)
    expect(docBody(maxs.doc).toString()).not.toContain('for myself')
    for (const one of [mias, maxs]) await one.leave()
  })
})
