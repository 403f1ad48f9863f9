/** For tests: a workshop under way, in the second of its three stages, as its facilitator is told of it. */
import type { Stage, StageKind } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'

const stage = (id: string, kind: StageKind, title: string): Stage => ({
  ...{ id, key: id, kind, title: { en: title }, minutes: 8, rules: {} },
  ...{ revealedAt: null, closedAt: null },
})
export const stages = [
  stage('s1', 'check-in', 'Check-in'),
  stage('s2', 'ideate', 'Write unseen'),
  stage('s3', 'reveal', 'Reveal'),
]

export const pageOf = (known: Partial<WorkshopPage> = {}): WorkshopPage => ({
  ...{ id: 'w', title: 'Retro', state: 'open', project: { id: 'p', title: 'Scrap' } },
  ...{ kit: { key: 'k', version: 1, title: { en: 'Retrospective' } }, language: 'en' },
  ...{ stages, stageId: 's2', roams: false, lobby: false, locked: false, timer: null },
  now: '2026-03-01T12:00:00.000Z',
  rights: rightsOf('facilitator'),
  me: {
    ...{ id: 'me', name: 'Ana', colour: 'teal', role: 'facilitator', state: 'in' },
    ...{ isGuest: false, padId: 'pad', doneStageId: null },
  },
  ...{ code: 'ABCD2345', people: 2, done: 0, startedAt: null, endedAt: null },
  ...known,
})

export const rightsOf = (role: 'facilitator' | 'participant'): WorkshopPage['rights'] => ({
  ...{ kind: 'workshop', workspaceId: 'ws', archived: false, trashed: false, state: 'open' },
  role: role === 'facilitator' ? 'contributor' : null,
  seat: { role, state: 'in' },
})
