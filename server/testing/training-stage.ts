/** A record in force, its three people, and their browsers. */
import { type MadeWorkspace, makePerson, makeWorkspace, password } from './make'
import { makePlan, makeRecord, makeSchoolPerson, type Three, writtenWeek } from './make-training'
import type { Browser, TestApp } from './test-app'

export type TrainingStage = {
  workspace: MadeWorkspace
  plan: string
  record: string
  people: Three
  as: Record<keyof Three, Browser>
  place: { recordId: string; week: string }
  /** Addresses of the record, and of the one week that tests write. */
  one: string
  week: string
  /** The page of that week as somebody reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails on anything else
  read(browser: Browser): Promise<any>
  sign(browser: Browser, hash: string, wish?: object): ReturnType<Browser['post']>
}

let house: Promise<{ workspace: MadeWorkspace; plan: string }> | null = null

async function makeHouse({ deps: { db } }: TestApp) {
  const workspace = await makeWorkspace(db)
  return { workspace, plan: await makePlan(db, workspace.owner) }
}

/** All of it new, but the workspace and its plan. */
export async function trainingStage(app: TestApp): Promise<TrainingStage> {
  const { db } = app.deps
  house ??= makeHouse(app)
  const { workspace, plan } = await house
  const people = {
    apprentice: await makePerson(db, workspace),
    trainer: await makePerson(db, workspace),
    school: await makeSchoolPerson(db, workspace),
  }
  const record = await makeRecord(db, people, plan)
  const one = `/api/training/records/${record}`
  const week = `${one}/weeks/${writtenWeek}`
  return {
    ...{ workspace, plan, record, people, one, week },
    as: {
      apprentice: await app.as(people.apprentice),
      trainer: await app.as(people.trainer),
      school: await app.as(people.school),
    },
    place: { recordId: record, week: writtenWeek },
    read: async (browser) => (await browser.get(week)).body,
    sign: (browser, hash, wish = {}) => browser.post(`${week}/sign`, { hash, password, ...wish }),
  }
}
