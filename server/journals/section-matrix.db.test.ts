/**
 * What may be done with a section that somebody else has shared, and with what was said there before: asked of the
 * routes, for each kind of author and each thing that may have become of it since. A change of rights is a visible
 * change of this page.
 */
import { expect, test } from 'vitest'
import { changeState } from '../mentorships/mentorship-change-queries'
import { changeStanding } from '../people/person-queries'
import type { MadePerson } from '../testing/make'
import { actorOf, makeCircle, makeEntry, makePair } from '../testing/make-journal'
import { app, onPairStage, person, workspace } from '../testing/pair-stage'
import type { Answer, Browser } from '../testing/test-app'

onPairStage(['private'])

const said = (text = 'Words') => ({ id: crypto.randomUUID(), body: [{ text }] })

/** One who writes, and another who reads what is for both. */
type Two = { author: MadePerson; other: MadePerson; mentorship: string; audience: string }

const kinds: Record<string, (author: MadePerson, other: MadePerson) => Promise<string>> = {
  'a mentee’s, for the mentor': (mentee, mentor) => makePair(app.deps.db, { mentee, mentor }),
  'a mentor’s own, for the mentee': (mentor, mentee) => makePair(app.deps.db, { mentee, mentor }),
  'a peer’s, for another': async (one, other) =>
    makeCircle(app.deps.db, [one, other, await person()]),
}

type Shared = Two & { share(audience: string, from: string): Promise<Answer> }

const since: Record<string, (shared: Shared) => Promise<unknown>> = {
  active: async () => undefined,
  paused: ({ mentorship }) => changeState(app.deps.db, mentorship, 'paused'),
  ended: ({ mentorship }) => changeState(app.deps.db, mentorship, 'ended'),
  'author suspended': ({ author }) => suspend(author),
  'taken back': ({ audience, share }) => share('private', audience),
  'taken back and shared again': async ({ audience, share }) => {
    await share('private', audience)
    await share(audience, 'private')
  },
}

const suspend = ({ id }: MadePerson) =>
  changeStanding(app.deps.db, actorOf(workspace.owner), id, { suspendedAt: new Date() })

async function begin(one: Browser, threads: string) {
  const thread = said()
  const answer = await one.post(threads, { ...thread, anchor: null, quote: '' })
  return { ...answer, id: thread.id, at: `${threads}/${thread.id}` }
}

/** What the other may: `·` is not found, and nothing there; `no` is seen, and not allowed. */
const may = ({ status }: Pick<Answer, 'status'>, what: string) => {
  if (status < 300) return what
  expect([403, 404]).toContain(status)
  return status === 403 ? 'no' : '·'
}

async function rowOf(kind: string, becomes: string): Promise<string> {
  const [author, other] = [await person(), await person()]
  const mentorship = await (kinds[kind] as (typeof kinds)[string])(author, other)
  const audience = kind.startsWith('a peer') ? 'circle' : 'pair'
  const { id, sections } = await makeEntry(app.deps.db, author, mentorship)
  const [asAuthor, asOther] = [await app.as(author), await app.as(other)]
  const at = `/api/sections/${sections[0]}`
  const threads = `${at}/threads`
  const share = (to: string, from: string) =>
    asAuthor.put(`/api/journals/entries/${id}/sections/${sections[0]}/audience`, {
      ...{ audience: to, from },
    })
  const before = await begin(asAuthor, threads)
  expect((await share(audience, 'private')).status).toBe(200)
  const now = await begin(asAuthor, threads)
  await since[becomes]?.({ author, other, mentorship, audience, share })

  const read = await asOther.get(threads)
  const listed: string[] = (read.body?.threads ?? []).map((one: { id: string }) => one.id)
  const cells = [
    may(read, 'reads'),
    listed.includes(before.id) ? 'reads' : '·',
    may(await asOther.post(`${before.at}/comments`, said()), 'answers'),
    listed.includes(now.id) ? 'reads' : '·',
    may(await asOther.post(`${now.at}/comments`, said()), 'answers'),
    may(await begin(asOther, threads), 'begins'),
    may(await asOther.post(`${at}/suggestions`), 'suggests'),
  ]
  return `${kind}, ${becomes}`.padEnd(64) + cells.map((cell) => cell.padEnd(10)).join('')
}

test('what another may with a section, with what was said before it was shared, and since', async () => {
  const head = ['section', 'before', '', 'since', '', 'anew', 'fork']
  const rows = [' '.repeat(64) + head.map((cell) => cell.padEnd(10)).join('')]
  for (const kind of Object.keys(kinds))
    for (const becomes of Object.keys(since)) rows.push(await rowOf(kind, becomes))
  expect(`\n${rows.map((row) => row.trimEnd()).join('\n')}\n`).toMatchInlineSnapshot(`
    "
                                                                    section   before              since               anew      fork
    a mentee’s, for the mentor, active                              reads     ·         ·         reads     answers   begins    suggests
    a mentee’s, for the mentor, paused                              reads     ·         no        reads     no        no        no
    a mentee’s, for the mentor, ended                               ·         ·         ·         ·         ·         ·         ·
    a mentee’s, for the mentor, author suspended                    ·         ·         ·         ·         ·         ·         ·
    a mentee’s, for the mentor, taken back                          ·         ·         ·         ·         ·         ·         ·
    a mentee’s, for the mentor, taken back and shared again         reads     ·         ·         ·         ·         begins    suggests
    a mentor’s own, for the mentee, active                          reads     ·         ·         reads     answers   begins    suggests
    a mentor’s own, for the mentee, paused                          reads     ·         no        reads     no        no        no
    a mentor’s own, for the mentee, ended                           ·         ·         ·         ·         ·         ·         ·
    a mentor’s own, for the mentee, author suspended                ·         ·         ·         ·         ·         ·         ·
    a mentor’s own, for the mentee, taken back                      ·         ·         ·         ·         ·         ·         ·
    a mentor’s own, for the mentee, taken back and shared again     reads     ·         ·         ·         ·         begins    suggests
    a peer’s, for another, active                                   reads     ·         ·         reads     answers   begins    suggests
    a peer’s, for another, paused                                   reads     ·         no        reads     no        no        no
    a peer’s, for another, ended                                    ·         ·         ·         ·         ·         ·         ·
    a peer’s, for another, author suspended                         ·         ·         ·         ·         ·         ·         ·
    a peer’s, for another, taken back                               ·         ·         ·         ·         ·         ·         ·
    a peer’s, for another, taken back and shared again              reads     ·         ·         ·         ·         begins    suggests
    "
  `)
})
