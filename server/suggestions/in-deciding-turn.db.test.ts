import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { docSuggestions } from '../db/doc-tables'
import { makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { type DecidingTurn, inDecidingTurn } from './in-deciding-turn'

let app: TestApp
let place: { docId: string; path: string; author: { id: string } }
let fork: string

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const author = await makePerson(db, workspace)
  const doc = await makeDoc(db, await makeProject(db, author), author)
  place = { docId: doc.id, path: `/api/docs/${doc.id}/suggestions`, author }
})
beforeEach(async () => {
  const browser = await app.as(place.author)
  fork = (await browser.post(place.path)).body.id
})
afterAll(() => app.stop())

const turn = <T>(work: (turn: DecidingTurn) => Promise<T>, ms?: number) =>
  inDecidingTurn(app.deps.db, fork, work, ms)

/** Over before its work has begun, for whoever asks next. */
const short = 1

const isTaken = async () => (await until()) > 0

async function until(): Promise<number> {
  const [row] = await app.deps.db
    .select({ until: docSuggestions.decidingUntil })
    .from(docSuggestions)
    .where(eq(docSuggestions.id, fork))
  return row?.until?.getTime() ?? 0
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('whoever decides', () => {
  test('has the turn until they are done, also where they fail', async () => {
    await turn(async () => expect(await isTaken()).toBe(true))
    expect(await isTaken()).toBe(false)
    await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await isTaken()).toBe(false)
  })

  test('waits for whoever came before', async () => {
    const order: string[] = []
    const [begun, end] = [gate(), gate()]
    const first = turn(async () => {
      begun.open()
      await end.opened
      order.push('first')
    })
    await begun.opened
    const second = turn(async () => void order.push('second'))
    end.open()
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })

  test('too slowly, does not end the turn of whoever came after', async () => {
    const [begun, end] = [gate(), gate()]
    const slow = turn(async () => {
      begun.open()
      await end.opened
    }, short)
    await begun.opened
    await turn(async () => {
      end.open()
      await slow
      expect(await isTaken()).toBe(true)
    })
    expect(await isTaken()).toBe(false)
  })

  test('too slowly, writes nothing once somebody else has the turn, or has had it', async () => {
    const [begun, end] = [gate(), gate()]
    let wrote = false
    const slow = turn(async ({ renew }) => {
      begun.open()
      await end.opened
      await renew()
      wrote = true
    }, short)
    await begun.opened
    await turn(async () => {})
    end.open()
    await expect(slow).rejects.toMatchObject({ code: 'unavailable' })
    expect(wrote).toBe(false)
  })

  test('has all of the time again before each thing that is written', async () => {
    await turn(async ({ renew }) => {
      const before = await until()
      await app.deps.db.execute(sql`select pg_sleep(0.005)`)
      await renew()
      expect(await until()).toBeGreaterThan(before)
    })
  })

  test('goes on where it took long and nobody else came', async () => {
    await turn(async ({ renew }) => {
      await renew()
      await renew()
      expect(await isTaken()).toBe(true)
    }, short)
    expect(await isTaken()).toBe(false)
  })
})
