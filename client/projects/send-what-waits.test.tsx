// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import files from '../i18n/en/files.json'
import offline from '../i18n/en/offline.json'
import refusals from '../i18n/en/refusals.json'
import { eraseDatabases } from '../offline/device-databases'
import { keepUpload, listUploads } from '../offline/kept-uploads'
import { rememberWho } from '../offline/remembered-who'
import { SendWhatWaits } from './send-what-waits'

const who = { workspaceId: 'w', personId: 'ada' }
const board = roomName('board', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { files, offline, refusals } },
  interpolation: { escapeValue: false },
})

const soon = { timeout: 10_000 }

let sent: Record<string, string>[]
let signedIn: string

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  sent = []
  signedIn = 'ada'
  vi.stubGlobal('fetch', async () => {
    const me = { id: signedIn, workspaceId: 'w' }
    return new Response(JSON.stringify({ state: 'signed-in', me }), { status: 200 })
  })
  vi.stubGlobal('XMLHttpRequest', ForbiddingRequest)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

class ForbiddingRequest {
  upload = {}
  status = 403
  response = { error: { code: 'forbidden', message: '' } }
  onload: () => void = () => undefined
  readonly #headers: Record<string, string> = {}
  open(): void {}
  abort(): void {}
  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value
  }
  send(): void {
    sent.push(this.#headers)
    queueMicrotask(this.onload)
  }
}

const waitsOnBoard = () =>
  keepUpload(who, {
    id: 'one',
    room: board,
    page: board,
    text: 'card',
    name: 'plan.pdf',
    type: '',
    bytes: new Blob(['x']),
    place: null,
    nth: 1,
    stored: null,
    refused: null,
  })

function show(): QueryClient {
  const queries = new QueryClient()
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <SendWhatWaits who={who} />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return queries
}

it('what was refused for a board’s card is kept until somebody removes it', async () => {
  await waitsOnBoard()
  const queries = show()
  await expect.poll(() => queries.getQueryState(['waiting', 'ada'])?.status, soon).toBe('success')
  expect(sent).toMatchObject([{ 'x-expected-person': 'ada' }])
  expect(await listUploads(who)).toMatchObject([{ id: 'one', refused: { code: 'forbidden' } }])
})

it('nothing goes out once somebody else has signed in, and nobody knocks again', async () => {
  await waitsOnBoard()
  signedIn = 'ben'
  const queries = show()
  await expect.poll(() => queries.getQueryState(['waiting', 'ada'])?.status, soon).toBe('error')
  expect(queries.getQueryState(['waiting', 'ada'])?.error).toMatchObject({ code: 'signed-out' })
  expect(sent).toEqual([])
  expect(await listUploads(who)).toHaveLength(1)
})
