// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import german from '../i18n/de/sync.json'
import english from '../i18n/en/sync.json'
import { FullBanner } from './full-banner'
import type { RoomState } from './room'
import { unchanging } from './watched'

afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  resources: { en: { sync: english }, de: { sync: german } },
  interpolation: { escapeValue: false },
})

function stateWith(fullPercent: number | null, access: 'read' | 'write' = 'write'): RoomState {
  const doc = new Y.Doc()
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'doc:x' as const, doc, awareness: new Awareness(doc), access, me }
  const saving = unchanging({ kind: 'saved' as const })
  const refusal = { refused: null, forgetRefused: () => undefined }
  return { kind: 'open', room, saving, outdated: false, fullPercent, ...refusal }
}

async function show(state: RoomState, language = 'en') {
  await i18n.changeLanguage(language)
  render(
    <I18nextProvider i18n={i18n}>
      <FullBanner state={state} />
    </I18nextProvider>,
  )
  return screen.queryByRole('status')?.textContent
}

test.each([
  ['en', 'This page is 84 % full. At 100 % nothing more can be added'],
  ['de', 'Diese Seite ist zu 84 % voll. Bei 100 % lässt sich nichts mehr hinzufügen'],
])('[S16] a page that is getting full says so calmly, in %s', async (language, words) => {
  expect(await show(stateWith(84), language)).toContain(words)
})

test.each<[string, RoomState]>([
  ['a room with space', stateWith(null)],
  ['a reader, who adds nothing', stateWith(84, 'read')],
  ['a room that is not open yet', { kind: 'opening', unreachable: false }],
])('says nothing to %s', async (_, state) => {
  expect(await show(state)).toBeUndefined()
})
