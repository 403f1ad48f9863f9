import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

test.each(['content', 'columns'])(
  'nobody has a whole board read for its %s more than six times at once, and keeps nobody else from it',
  async (what) => {
    const { db, rooms } = app.deps
    const workspace = await makeWorkspace(db)
    const other = await makePerson(db, workspace)
    const project = await makeProject(db, workspace.owner, { members: [[other, 'viewer']] })
    const { id } = await makeBoard(db, project, workspace.owner)
    const [mine, theirs] = [await app.as(workspace.owner), await app.as(other)]
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let begun = 0
    const { read, look } = rooms
    const after = async <T>(work: () => Promise<T>): Promise<T> => {
      begun++
      await held
      return work()
    }
    rooms.read = (...asked) => after(() => read(...asked))
    rooms.look = (...asked) => after(() => look(...asked))
    const path = `/api/boards/${id}/${what}`
    const many = Array.from({ length: 6 }, () => mine.fetch(path))
    await expect.poll(() => begun).toBe(6)
    expect((await mine.fetch(path)).status).toBe(429)
    const one = theirs.fetch(path)
    await expect.poll(() => begun).toBe(7)
    letGo()
    const answers = await Promise.all([...many, one])
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200))
    Object.assign(rooms, { read, look })
    expect((await mine.fetch(path)).status).toBe(200)
  },
)
