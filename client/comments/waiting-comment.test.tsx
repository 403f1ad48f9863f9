// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import offline from '../i18n/en/offline.json'
import refusals from '../i18n/en/refusals.json'
import { eraseDatabases } from '../offline/device-databases'
import { type KeptComment, keepComment, listKeptComments } from '../offline/kept-comments'
import { rememberWho } from '../offline/remembered-who'
import { Tries } from '../offline/tries'
import { waitingKey } from '../offline/waiting-key'
import { SyncIdentity } from '../sync/sync-identity'
import { sendKeptComments } from './send-kept-comments'
import { useKeptComments } from './use-kept-comments'
import { CommentsLeftOnCard, WaitingThreads } from './waiting-comment'

const who = { workspaceId: 'w', personId: 'ada' }
const me = { id: 'ada', workspaceId: 'w', name: 'Ada', colour: 'teal' }
const docId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const comment = (id: string, refused: KeptComment['refused'] = null): KeptComment => ({
  ...{ id, docId, body: [{ text: `words ${id}` }] },
  ...{ threadId: null, anchor: null, quote: '', refused },
})
const { tryAgain } = offline.comment
const soon = { timeout: 10_000 }

const i18n = createInstance()
await i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { offline, refusals } } })

function Waiting() {
  const { kept, ...deeds } = useKeptComments(docId)
  return <WaitingThreads kept={kept} deeds={deeds} shown={[]} />
}

const ofCard = <CommentsLeftOnCard boardId={docId} cardId="weld" />

let queries: QueryClient
let said: string[]
let answer: () => Promise<void>

/** As the page does, whenever it is asked to. */
async function send() {
  const renew = () => void queries.invalidateQueries({ queryKey: ['kept-comments', docId] })
  await sendKeptComments(
    who,
    { onSent: renew, onRefused: renew },
    {
      ask: async () => undefined,
      say: ({ id }) => {
        said.push(id)
        return answer()
      },
    },
    new Tries(),
  )
}

function show(what = <Waiting />) {
  queries.setQueryData(['session'], { state: 'signed-in', me })
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <SyncIdentity value={who}>
          <section tabIndex={-1} aria-label="panel">
            {what}
          </section>
        </SyncIdentity>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

const itemOf = async (id: string) => {
  const words = await screen.findByText(`words ${id}`, {}, soon)
  return words.closest('li') as HTMLElement
}

function pressByKey(button: HTMLElement) {
  button.focus()
  fireEvent.keyDown(button, { key: 'Enter' })
  fireEvent.keyUp(button, { key: 'Enter' })
}

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  queries = new QueryClient()
  said = []
  answer = async () => undefined
})
afterEach(cleanup)

test('what the server refused is tried again by keyboard, before what was said after it, and once', async () => {
  for (const one of [comment('a', 'forbidden'), comment('b')]) await keepComment(who, one)
  queries.setQueryData(waitingKey('ada'), null)
  show()
  pressByKey(within(await itemOf('a')).getByRole('button', { name: tryAgain }))
  await expect.poll(() => queries.getQueryState(waitingKey('ada'))?.isInvalidated, soon).toBe(true)
  await expect.poll(() => screen.queryByRole('button', { name: tryAgain }), soon).toBe(null)
  expect(screen.getAllByText(offline.comment.waits)).toHaveLength(2)
  expect((await itemOf('a')).contains(document.activeElement)).toBe(true)
  await Promise.all([send(), send()])
  expect(said).toEqual(['a', 'b'])
  await expect.poll(() => screen.queryByRole('listitem'), soon).toBe(null)
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'panel' }))
})

test('what is refused again says why, and can be tried once more or removed', async () => {
  await keepComment(who, comment('a', 'not-found'))
  answer = () => Promise.reject(new RequestFailed('forbidden'))
  show()
  pressByKey(within(await itemOf('a')).getByRole('button', { name: tryAgain }))
  await expect.poll(async () => (await listKeptComments(who))[0]?.refused, soon).toBe(null)
  await send()
  await screen.findByText(`Not sent. ${refusals.forbidden}`, {}, soon)
  await send()
  expect(said).toEqual(['a'])
  const item = await itemOf('a')
  within(item).getByRole('button', { name: tryAgain })
  pressByKey(within(item).getByRole('button', { name: offline.comment.takeOut }))
  await expect.poll(() => screen.queryByRole('listitem'), soon).toBe(null)
  expect(await listKeptComments(who)).toEqual([])
})

test('what only waits has nothing to try again', async () => {
  await keepComment(who, comment('a'))
  show()
  const item = await itemOf('a')
  expect(within(item).queryByRole('button', { name: tryAgain })).toBe(null)
})

test('what was refused of a card that is on another board now is handed back, and of no other card', async () => {
  await keepComment(who, { ...comment('one', 'forbidden'), cardId: 'weld' })
  await keepComment(who, { ...comment('two', 'forbidden'), cardId: 'other' })
  show(ofCard)
  const item = await itemOf('one')
  expect(within(item).getByRole('button', { name: offline.comment.copy })).toBeTruthy()
  expect(screen.queryByText('words two')).toBeNull()
  fireEvent.click(within(item).getByRole('button', { name: offline.comment.takeOut }))
  await waitFor(async () =>
    expect((await listKeptComments(who)).map(({ id }) => id)).toEqual(['two']),
  )
  await waitFor(() => expect(screen.queryByText('words one')).toBeNull())
})
