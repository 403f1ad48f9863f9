/** Test kit: a wall or pad of a retrospective, drawn in English, and what is on it now. */
import { startStopContinue } from '@atelier/shared/workshops/kits/retrospectives'
import type { Stage } from '@atelier/shared/workshops/stage'
import { readWall } from '@atelier/shared/workshops/wall'
import { addNote } from '@atelier/shared/workshops/wall-edits'
import { bandOf, freeSpot } from '@atelier/shared/workshops/wall-places'
import { act, render } from '@testing-library/react'
import { createInstance } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import refusals from '../../i18n/en/refusals.json'
import sync from '../../i18n/en/sync.json'
import ui from '../../i18n/en/ui.json'
import words from '../../i18n/en/workshop-wall.json'
import type { Room } from '../../sync/room'
import { SyncIdentity } from '../../sync/sync-identity'
import { toastQueue } from '../../ui/toast'

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { 'workshop-wall': words, ui, sync, refusals } },
  interpolation: { escapeValue: false },
})

export const stages: Stage[] = startStopContinue.stages.map((stage) => ({
  ...stage,
  id: stage.key,
  revealedAt: null,
  closedAt: null,
}))
const found = stages.find(({ kind }) => kind === 'ideate')
if (!found) throw new Error('the kit has no stage in which notes are written')
export const ideate: Stage = found
const topics = ideate.rules.topics ?? []

/** One note with each text, in the topic it names before the colon. */
export function roomWith(notes: readonly string[], access: Room['access'] = 'write') {
  const doc = new Y.Doc()
  for (const said of notes) {
    const [topic = '', text = ''] = said.split(': ')
    const { colour = 'yellow' as const } = topics.find(({ key }) => key === topic) ?? {}
    const spot = freeSpot(readWall(doc), bandOf(topics, topic))
    addNote(doc, { text, colour, topic, stage: ideate.id, spot })
  }
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  return { name: 'workshop:x', doc, awareness: new Awareness(doc), access, me } as Room & {
    doc: Y.Doc
  }
}

export const noteIn = ({ doc }: Room, text: string) =>
  readWall(doc).notes.find((note) => note.text === text)

export const show = (part: ReactNode) =>
  render(
    <SyncIdentity value={{ workspaceId: 'w', personId: 'me' }}>
      <I18nextProvider i18n={i18n}>{part}</I18nextProvider>
    </SyncIdentity>,
  )

/** Presses the way back that the latest message offers; its words. */
export function takeBack(): string {
  const [latest] = toastQueue.visibleToasts
  act(() => latest?.content.action?.onPress())
  return latest?.content.text ?? ''
}
