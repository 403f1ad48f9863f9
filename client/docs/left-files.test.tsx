// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test } from 'vitest'
import german from '../i18n/de/files.json'
import english from '../i18n/en/files.json'
import { eraseDatabases } from '../offline/device-databases'
import { type KeptUpload, keepUpload, listUploads } from '../offline/kept-uploads'
import { rememberWho } from '../offline/remembered-who'
import { SyncIdentity } from '../sync/sync-identity'
import { LeftFiles } from './left-files'

const who = { workspaceId: 'w', personId: 'ada' }
const doc = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const fork = roomName('suggestion', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c02')

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  resources: { en: { files: english }, de: { files: german } },
  interpolation: { escapeValue: false },
})

const waits = (name: string, change: Partial<KeptUpload> = {}) =>
  keepUpload(who, {
    id: name,
    room: doc,
    page: doc,
    text: 'body',
    name,
    type: '',
    bytes: new Blob(['x']),
    place: null,
    nth: 1,
    stored: null,
    refused: null,
    ...change,
  })

let queries: QueryClient

async function show({
  open = [] as (typeof doc)[],
  refusedToo = false,
  person = who,
  language = 'en',
} = {}) {
  await i18n.changeLanguage(language)
  queries = new QueryClient()
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <SyncIdentity value={person}>
          <LeftFiles page={doc} open={open} refusedToo={refusedToo} />
        </SyncIdentity>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}
const banner = async () => (await screen.findByRole('status', {}, { timeout: 10_000 })).textContent

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
})
afterEach(cleanup)

test('whoever may not write any more is told what waits, and can let go of it', async () => {
  await waits('plan.pdf')
  await show()
  expect(await banner()).toContain('plan.pdf was added here and has not reached the server')
  screen.getByRole('button', { name: 'Remove from this device' }).click()
  await expect.poll(() => screen.queryByRole('status'), { timeout: 10_000 }).toBe(null)
  expect(await listUploads(who)).toEqual([])
})

test('in German, too, and of several at once', async () => {
  await waits('plan.pdf')
  await waits('film.mp4')
  await show({ language: 'de' })
  expect(await banner()).toMatch(
    /(plan\.pdf und film\.mp4|film\.mp4 und plan\.pdf) wurden hier hinzugefügt/,
  )
})

test('a suggestion that is over counts, one that is open does not', async () => {
  await waits('open.pdf')
  await waits('over.pdf', { room: fork })
  await show({ open: [doc] })
  expect(await banner()).toContain('over.pdf was added')
})

test('where places are not shown, what was not taken is handed back, and stays until it is removed', async () => {
  const refused = { code: 'not-found' as const, details: {} }
  await waits('waits.pdf')
  await waits('refused.pdf', { refused })
  await show({ open: [doc], refusedToo: true })
  expect(await banner()).toContain('refused.pdf could not be added to a card')
  expect(screen.queryByText(/waits\.pdf/)).toBe(null)
  screen.getByRole('button', { name: 'Remove from this device' }).click()
  await expect.poll(() => screen.queryByRole('status'), { timeout: 10_000 }).toBe(null)
  expect((await listUploads(who)).map(({ name }) => name)).toEqual(['waits.pdf'])
})

test('nobody else is told', async () => {
  await waits('plan.pdf')
  await show({ person: { ...who, personId: 'ben' } })
  await expect.poll(() => queries.getQueryData(['left-files', doc, 'ben'])).toEqual([])
  expect(screen.queryByRole('status')).toBe(null)
})
