import { expect } from '@playwright/test'
import { test } from './fixtures'

test.describe('the house that all promises are tested in', () => {
  test('lets people of one project in, each at their own browser', async ({
    project,
    together,
  }) => {
    const people = await together(project, 'contributor', 'viewer')
    for (const { page, name } of people) {
      await page.goto('/')
      const { me } = await (await page.request.get('/api/session')).json()
      expect(me.name).toBe(name)
    }
  })

  test('is there again after kill -9, with everybody still signed in', async ({
    house,
    project,
    together,
  }) => {
    const [anna] = await together(project, 'lead')
    await house.kill()
    await expect(anna.page.goto('/')).rejects.toThrow()
    await house.start()
    await anna.page.goto('/')
    expect((await anna.page.request.get(`/api/projects/${project.id}`)).status()).toBe(200)
  })

  test('can have its network cable pulled', async ({ project, together }) => {
    const [anna] = await together(project, 'lead')
    await anna.page.goto('/')
    await anna.goOffline()
    await expect(anna.page.goto('/')).rejects.toThrow()
    await anna.comeBack()
    await anna.page.goto('/')
  })

  test('can have its database held still', async ({ house, project, together }) => {
    const [anna] = await together(project, 'lead')
    const held = await house.holdDatabase()
    const asked = anna.page.request.post(`/api/projects/${project.id}/docs`, {
      data: { title: 'Held' },
      headers: { origin: house.origin },
    })
    await expect.poll(held.waiting).toBeGreaterThan(0)
    await held.release()
    expect((await asked).status()).toBe(201)
  })

  test('shows the example workspace', async ({ house, comeIn }) => {
    const ingrid = await comeIn(await house.demoPerson('ingrid'))
    const { workspace } = await (await ingrid.page.request.get('/api/session')).json()
    expect(workspace.name).toBe('Nordhafen Learning')
  })
})
