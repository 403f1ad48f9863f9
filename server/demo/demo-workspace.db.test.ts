import { docSchema } from '@atelier/shared/docs/new-doc'
import { Node } from '@tiptap/pm/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { demoPassword, demoPeople } from './demo-people'
import { createDemoWorkspace, demoProjects } from './demo-workspace'

let app: TestApp
let said: string

beforeAll(async () => {
  app = await testApp()
  said = await createDemoWorkspace(app.deps)
})
afterAll(() => app.stop())

async function signedIn(email: string): Promise<Browser> {
  const browser = app.browser()
  const { status } = await browser.post('/api/sign-in', { email, password: demoPassword })
  expect(status).toBe(200)
  return browser
}

const titlesFor = async (email: string) => {
  const { body } = await (await signedIn(email)).get('/api/projects')
  return body.map((project: { title: string }) => project.title)
}

describe('the example workspace', () => {
  it('tells every account and its password', () => {
    for (const { name, email } of Object.values(demoPeople)) {
      expect(said).toContain(name)
      expect(said).toContain(email)
    }
    expect(said).toContain(demoPassword)
  })

  it('lets everybody sign in who is listed', async () => {
    for (const { email, name } of Object.values(demoPeople)) {
      const { body } = await (await signedIn(email)).get('/api/session')
      expect(body.me.name).toBe(name)
    }
  })

  it('shows the partner school its projects and no others', async () => {
    const titles = await titlesFor(demoPeople.emre.email)
    expect(titles).toEqual(['Less scrap on the milling line'])
    expect(await titlesFor(demoPeople.tomasz.email)).toHaveLength(demoProjects.length)
  })

  it('holds every doc and board that is written down, with words in the lists', async () => {
    const tomasz = await signedIn(demoPeople.tomasz.email)
    const { body } = await tomasz.get('/api/projects')
    for (const { title, docs, boards, archived = false } of demoProjects) {
      const { id } = body.find((project: { title: string }) => project.title === title)
      const { body: page } = await tomasz.get(`/api/projects/${id}`)
      expect(page.archived).toBe(archived)
      expect(page.docs.map((doc: { title: string }) => doc.title).sort()).toEqual(
        docs.map((doc) => doc.title).sort(),
      )
      for (const doc of page.docs) expect(doc.excerpt.length).toBeGreaterThan(80)
      expect(page.boards).toHaveLength(boards.length)
    }
  })

  it('shows a mentee and his mentor their journal, each what is theirs to read, and found by its words', async () => {
    const entriesOf = async (browser: Browser) =>
      (await browser.get('/api/journals/entries')).body.entries.map(
        ({ title, sections }: { title: string; sections: unknown[] }) => [title, sections.length],
      )
    const [jonas, amara] = [
      await signedIn(demoPeople.jonas.email),
      await signedIn(demoPeople.amara.email),
    ]
    expect(await entriesOf(jonas)).toEqual([
      ['After our second session', 1],
      ['A week of asking', 4],
      ['My first shift meeting', 3],
    ])
    expect(await entriesOf(amara)).toEqual([
      ['What I took along from our hour', 2],
      ['After our second session', 4],
      ['A week of asking', 3],
      ['My first shift meeting', 3],
    ])
    expect((await jonas.post('/api/journals/search', { q: 'jealous' })).body).toHaveLength(1)
    expect((await amara.post('/api/journals/search', { q: 'jealous' })).body).toEqual([])
    const ingrid = await signedIn(demoPeople.ingrid.email)
    expect(await entriesOf(ingrid)).toEqual([])
  })

  it('shows mentorships that have gone on for a while', async () => {
    const jonas = await signedIn(demoPeople.jonas.email)
    const [{ id, beganAt }] = (await jonas.get('/api/mentorships')).body
    const { sessions } = (await jonas.get(`/api/mentorships/${id}/mentoring`)).body
    expect(sessions).toHaveLength(3)
    const [first] = sessions.map(({ startsAt }: { startsAt: string }) => startsAt).sort()
    const daysBetween = (Date.parse(first) - Date.parse(beganAt)) / 86_400_000
    expect(daysBetween).toBeGreaterThan(4)
    expect(daysBetween).toBeLessThan(8)
    for (const { startsAt } of sessions) {
      expect(startsAt > beganAt).toBe(true)
      expect([new Date(startsAt).getUTCDay(), startsAt.slice(11, 16)]).toEqual([4, '13:00'])
    }
    const { agenda } = (await jonas.get(`/api/mentorships/${id}/mentoring`)).body
    const asked = agenda.find(({ question }: { question: unknown }) => question !== null)
    expect(asked.words).toBe('Whom do I ask when nobody tells me why?')
    const talk = await jonas.get(`/api/sections/${asked.question.sectionId}/threads`)
    expect(talk.body.threads.map(({ quote }: { quote: string }) => quote)).toEqual([
      'Nobody had told me why',
    ])
  })

  it('shows an apprentice’s weeks as her trainer signs them, and no draft of hers', async () => {
    const states = async (email: string) => {
      const browser = await signedIn(email)
      const [{ id, waiting, gaps }] = (await browser.get('/api/training/records')).body
      const { weeks } = (await browser.get(`/api/training/records/${id}`)).body
      const soFar = weeks.slice(0, 13).map(({ state }: { state: string }) => state)
      return { browser, id, waiting, gaps, soFar, week: weeks[12].week }
    }
    const tomasz = await states(demoPeople.tomasz.email)
    const two = ['signed', 'signed']
    const rest = ['half-signed', 'returned', 'submitted', 'submitted', 'now']
    expect(tomasz.soFar).toEqual([...two, 'signed', 'away', ...two, 'away', 'gap', ...rest])
    expect([tomasz.waiting, tomasz.gaps]).toEqual([2, 1])
    const draft = async ({ browser, id, week }: typeof tomasz) =>
      (await browser.get(`/api/training/records/${id}/weeks/${week}`)).body.draft
    expect(await draft(tomasz)).toBe(null)
    const lena = await states(demoPeople.lena.email)
    expect((await draft(lena)).form.text).toContain('Montag')
    expect(lena.waiting).toBe(1)
    expect((await states(demoPeople.sabine.email)).waiting).toBe(3)
  })

  it('is made once: a second start leaves it as it is and tells the accounts again', async () => {
    const before = await titlesFor(demoPeople.tomasz.email)
    const again = await createDemoWorkspace(app.deps)
    expect(again).toContain('already here')
    expect(again).toContain(demoPeople.ingrid.email)
    expect(await titlesFor(demoPeople.tomasz.email)).toEqual(before)
  })
})

describe('what is written in the example workspace', () => {
  const docs = demoProjects.flatMap((project) => project.docs)
  it.each(docs.map((doc) => [doc.title, doc] as const))('the editor can show: %s', (_, doc) => {
    Node.fromJSON(docSchema(), { type: 'doc', content: doc.body }).check()
  })

  const cards = demoProjects.flatMap((project) => project.boards.flatMap((board) => board.cards))
  it('the editor can show every card’s description', () => {
    for (const { description } of cards) {
      if (description) Node.fromJSON(docSchema(), { type: 'doc', content: description }).check()
    }
  })

  it('no card has lost its column or label, and nobody works on it from outside the project', () => {
    for (const project of demoProjects) {
      for (const { columns, labels, cards } of project.boards) {
        const known = labels.map((label) => label.name)
        for (const card of cards) {
          expect(columns).toContain(card.column)
          expect(known).toEqual(expect.arrayContaining([...(card.labels ?? [])]))
          if (card.assignee) expect(Object.keys(project.members)).toContain(card.assignee)
        }
      }
    }
  })
})
