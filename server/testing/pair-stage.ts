/** A mentor and a mentee, both new for each test, and an entry of the mentee with a section for each audience. */
import type { Audience } from '@atelier/shared/access/roles'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type LiveApp, liveApp } from './live-app'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from './make'
import { type MadeEntry, makeEntry, makePair } from './make-journal'
import type { Browser } from './test-app'

export let app: LiveApp
export let workspace: MadeWorkspace
export let mentee: MadePerson
export let mentor: MadePerson
export let pair: string
export let entry: MadeEntry
/** The first section of the entry. */
export let shared: string
/** The second, where there is one. */
export let kept: string
export let asMentee: Browser
export let asMentor: Browser

export function onPairStage(
  audiences: readonly Audience[],
  words: { title?: string; prompt?: string } = {},
): void {
  beforeAll(async () => {
    app = await liveApp()
    workspace = await makeWorkspace(app.deps.db)
  })
  afterAll(() => app.stop())

  beforeEach(async () => {
    const { db } = app.deps
    mentee = await makePerson(db, workspace, { name: 'Mia Mentee' })
    mentor = await makePerson(db, workspace, { name: 'Max Mentor' })
    pair = await makePair(db, { mentee, mentor })
    entry = await makeEntry(db, mentee, pair, audiences, words)
    ;[shared = '', kept = ''] = entry.sections
    ;[asMentee, asMentor] = [await app.as(mentee), await app.as(mentor)]
  })
}

/** Somebody else of the workspace. */
export const person = () => makePerson(app.deps.db, workspace)

/** As its author does it, who sees it as it is; of the first section unless `sectionId` is another. */
export const share = (audience: Audience, from: Audience, sectionId = shared) =>
  asMentee.put(`/api/journals/entries/${entry.id}/sections/${sectionId}/audience`, {
    ...{ audience, from },
  })
