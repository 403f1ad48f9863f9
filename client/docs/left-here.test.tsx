// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createInstance } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WaitingThreads } from '../comments/waiting-comment'
import files from '../i18n/en/files.json'
import offline from '../i18n/en/offline.json'
import { eraseDatabases } from '../offline/device-databases'
import { type KeptComment, keepComment, listKeptComments } from '../offline/kept-comments'
import { keepUpload, listUploads } from '../offline/kept-uploads'
import { rememberWho } from '../offline/remembered-who'
import { SyncIdentity } from '../sync/sync-identity'
import { LeftHere } from './left-here'

const who = { workspaceId: 'w', personId: 'ada' }
const me = { id: 'ada', workspaceId: 'w', name: 'Ada', colour: 'teal' }
const docId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const comment: KeptComment = {
  ...{ id: 'c', docId, body: [{ text: 'Is this still true?' }] },
  ...{ threadId: 'thread', anchor: null, quote: '', refused: null },
}

const i18n = createInstance()
await i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { files, offline } } })

function show(children: ReactNode) {
  const queries = new QueryClient()
  queries.setQueryData(['session'], { state: 'signed-in', me })
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <SyncIdentity value={who}>{children}</SyncIdentity>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}
const deeds = { takeOut: async () => undefined, tryAgain: async () => undefined }
const soon = { timeout: 10_000 }

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
})
afterEach(cleanup)

test('what was said about a doc in the bin, and put into it, stands in its page and can be let go of', async () => {
  await keepComment(who, comment)
  await keepComment(who, { ...comment, id: 'elsewhere', docId: 'another' })
  const room = roomName('doc', docId)
  await keepUpload(who, {
    ...{ id: 'u', room, page: room, text: 'body', name: 'plan.pdf', type: '', nth: 1 },
    ...{ bytes: new Blob(['x']), place: null, stored: null, refused: null },
  })
  show(<LeftHere docId={docId} isBinned />)
  await screen.findByText(/plan\.pdf was added here.*in the bin/, {}, soon)
  const list = await screen.findByRole('list', { name: offline.left.list }, soon)
  const said = within(list).getByRole('listitem')
  expect(said.textContent).toContain('Is this still true?')
  expect(said.textContent).toContain(offline.comment.onlyHere)
  within(said).getByRole('button', { name: offline.comment.copy })
  within(said).getByRole('button', { name: offline.comment.takeOut }).click()
  screen.getByRole('button', { name: files.left.remove }).click()
  await expect.poll(() => screen.queryAllByRole('status'), soon).toEqual([])
  expect((await listKeptComments(who)).map(({ id }) => id)).toEqual(['elsewhere'])
  expect(await listUploads(who)).toEqual([])
})

test('an answer to a thread that is gone stands with those that have no thread, and one whose thread is on screen does not', async () => {
  const refused = { ...comment, refused: 'not-found' as const }
  const alone = (shown: string[] | null) => (
    <WaitingThreads kept={[refused]} deeds={deeds} shown={shown} />
  )
  show(alone(['another']))
  const said = screen.getByRole('listitem')
  expect(said.textContent).toContain('Is this still true?')
  within(said).getByRole('button', { name: offline.comment.copy })
  for (const shown of [['thread'], null]) {
    cleanup()
    show(alone(shown))
    expect(screen.queryByRole('listitem')).toBe(null)
  }
})
