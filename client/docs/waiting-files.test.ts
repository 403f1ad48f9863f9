// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { File as DeviceFile } from 'node:buffer'
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { StoredFile } from '@atelier/shared/files/file'
import { roomName } from '@atelier/shared/sync/room-name'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { RequestFailed } from '../api/request-failed'
import { UploadKeeper } from '../files/upload-keeper'
import { eraseDatabases } from '../offline/device-databases'
import { fakeLocks } from '../offline/fake-locks'
import { noteFresh, noteKnown } from '../offline/fresh-rooms'
import { listUploads } from '../offline/kept-uploads'
import { rememberWho } from '../offline/remembered-who'
import { addFiles, DocFiles } from './doc-files'
import { FileDesk } from './file-desk'

const who = { workspaceId: 'w', personId: 'ada' }
const room = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** The server: out of reach, until a test says otherwise. */
let answer: (name: string) => Promise<StoredFile>
let sent: string[]
const away = () => Promise.reject(new RequestFailed('unreachable'))
const takes = async (name: string): Promise<StoredFile> => ({
  id: `6b1f7c1e-2f65-4e6b-9a3d-${String(sent.length).padStart(12, '0')}`,
  name,
  mime: 'a/b',
  size: 1,
  width: null,
  height: null,
})

type Shown = { editor: Editor; desk: FileDesk }
type Tab = Shown & { edit: () => Editor; close: () => void }
const tabs: Tab[] = []
let doc: Y.Doc

beforeEach(async () => {
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true })
  await eraseDatabases(who)
  rememberWho(who)
  answer = away
  sent = []
  doc = new Y.Doc()
  const content = [paragraph('one'), paragraph('two')]
  Y.applyUpdate(doc, newDocUpdate({ title: '', body: { type: 'doc', content } }))
})
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close()
  vi.restoreAllMocks()
})

/** A page with the doc open; all tabs of this device have the same text at once. */
function openTab(): Tab {
  const send = (file: File) => {
    sent.push(file.name)
    return answer(file.name)
  }
  const desk = new FileDesk(
    { send, copy: async () => ({}) },
    new UploadKeeper(who, { room, page: room }, send),
  )
  const fragment = docBody(doc)
  const edit = () =>
    new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...docExtensions(),
        Collaboration.configure({ fragment }),
        DocFiles.configure({ desk, fragment }),
      ],
    })
  const editor = edit()
  const close = () => {
    if (!editor.isDestroyed) editor.destroy()
    desk.close()
  }
  const tab = { editor, desk, edit, close }
  tabs.push(tab)
  return tab
}

const add = ({ editor }: Shown, name: string) =>
  addFiles(editor, [new DeviceFile(['x'], name, { type: 'text/plain' }) as unknown as File], 5)

const seen = ({ editor }: Shown) =>
  [...editor.view.dom.children].map((child) =>
    child.matches('.upload') ? '(waits)' : (child.textContent ?? ''),
  )
const soon = { timeout: 10_000 }
const shows = (tab: Shown, blocks: string[]) => expect.poll(() => seen(tab), soon).toEqual(blocks)
const keeps = (count: number) =>
  expect.poll(async () => (await listUploads(who)).length, soon).toBe(count)
const asked = (times: number) => expect.poll(() => sent.length, soon).toBe(times)
const goOnline = (tab: Tab) => {
  answer = takes
  tab.desk.uploads.retryUnreachable()
}

it('a file added without a network waits in its place after a reload, and is sent when it is back', async () => {
  const before = openTab()
  add(before, 'a.txt')
  await keeps(1)
  before.close()
  const after = openTab()
  await shows(after, ['one', '(waits)', 'two'])
  await asked(2)
  goOnline(after)
  await shows(after, ['one', 'a.txt', 'two'])
  await keeps(0)
})

it('it waits where its place is by then, whatever was written meanwhile', async () => {
  const before = openTab()
  add(before, 'a.txt')
  await keeps(1)
  before.close()
  const other = openTab()
  await shows(other, ['one', '(waits)', 'two'])
  other.close()
  docBody(doc).insert(0, [new Y.XmlElement('paragraph')])
  const after = openTab()
  await shows(after, ['', 'one', '(waits)', 'two'])
})

it('an editor that is gone before it has looked takes nothing away from the next', async () => {
  const before = openTab()
  add(before, 'a.txt')
  await keeps(1)
  before.close()
  const { desk, editor, edit } = openTab()
  await new Promise((resolve) => editor.on('create', resolve))
  editor.destroy()
  await shows({ desk, editor: edit() }, ['one', '(waits)', 'two'])
})

it('several keep their order', async () => {
  const before = openTab()
  add(before, 'a.txt')
  add(before, 'b.txt')
  await keeps(2)
  before.close()
  const after = openTab()
  await shows(after, ['one', '(waits)', '(waits)', 'two'])
  await asked(4)
  goOnline(after)
  await shows(after, ['one', 'a.txt', 'b.txt', 'two'])
})

it('what two tabs have before them is sent by one, and stands there once', async () => {
  const one = openTab()
  add(one, 'a.txt')
  await keeps(1)
  const two = openTab()
  await shows(two, ['one', '(waits)', 'two'])
  await asked(2)
  goOnline(one)
  goOnline(two)
  for (const tab of [one, two]) await shows(tab, ['one', 'a.txt', 'two'])
  expect(sent).toHaveLength(3)
  await keeps(0)
})

it('what was taken out in one tab is gone in the other as soon as that tries to send it', async () => {
  const one = openTab()
  add(one, 'a.txt')
  await keeps(1)
  const two = openTab()
  await shows(two, ['one', '(waits)', 'two'])
  one.editor.view.dom.querySelector<HTMLElement>('.upload-button:last-child')?.click()
  await keeps(0)
  goOnline(two)
  await shows(two, ['one', 'two'])
  await shows(one, ['one', 'two'])
})

it('a tab that ends after the server took it, and before it stood in the text, loses nothing', async () => {
  const one = openTab()
  add(one, 'a.txt')
  await keeps(1)
  one.editor.destroy()
  goOnline(one)
  await expect.poll(async () => (await listUploads(who))[0]?.stored?.name, soon).toBe('a.txt')
  one.close()
  const after = openTab()
  await shows(after, ['one', 'a.txt', 'two'])
  expect(sent).toHaveLength(2)
})

it('one that stands in the text already is not put there again', async () => {
  const one = openTab()
  add(one, 'a.txt')
  await keeps(1)
  const [row] = await listUploads(who)
  goOnline(one)
  await shows(one, ['one', 'a.txt', 'two'])
  await keeps(0)
  const { keepUpload } = await import('../offline/kept-uploads')
  const id = String(one.editor.state.doc.child(1).attrs.file)
  await keepUpload(who, { ...row, stored: { ...(await takes('a.txt')), id } } as never)
  const after = openTab()
  await keeps(0)
  await shows(after, ['one', 'a.txt', 'two'])
})

it('what the server refuses says so after a reload, too, and is not sent again by itself', async () => {
  answer = () => Promise.reject(new RequestFailed('too-large', { limitBytes: 5 }))
  const before = openTab()
  add(before, 'film.mp4')
  await expect.poll(async () => (await listUploads(who))[0]?.refused?.code, soon).toBe('too-large')
  before.close()
  const after = openTab()
  await shows(after, ['one', '(waits)', 'two'])
  const [kept] = await listUploads(who)
  expect(after.desk.uploads.get(kept?.id ?? '')?.state).toMatchObject({
    kind: 'failed',
    error: { code: 'too-large', details: { limitBytes: 5 } },
  })
  expect(sent).toHaveLength(1)
  after.editor.view.dom.querySelector<HTMLElement>('.upload-button:last-child')?.click()
  await keeps(0)
})

it('where the device has no room, it stays in this tab, and leaving is asked about', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const tab = openTab()
  add(tab, 'a.txt')
  await expect.poll(() => tab.desk.uploads.onlyHere, soon).toBe(1)
  await asked(1)
  expect(tab.desk.underway).toBe(1)
  goOnline(tab)
  await shows(tab, ['one', 'a.txt', 'two'])
})

it('what is kept keeps nobody from leaving', async () => {
  const tab = openTab()
  add(tab, 'a.txt')
  await expect.poll(() => tab.desk.underway, soon).toBe(0)
})

it('nobody knocks with it at a doc that was begun here, before the server knows it', async () => {
  await noteFresh(who, { room, projectId: 'p' })
  answer = takes
  const tab = openTab()
  add(tab, 'a.txt')
  await keeps(1)
  await expect
    .poll(() => tab.desk.uploads.get([...tab.desk.anchors.keys()][0] ?? '')?.state.kind, soon)
    .toBe('failed')
  expect(sent).toEqual([])
  await noteKnown(who, room)
  await shows(tab, ['one', 'a.txt', 'two'])
})

it('signing out leaves nothing of it, and nobody else ever finds it', async () => {
  const tab = openTab()
  add(tab, 'a.txt')
  await keeps(1)
  expect(await listUploads({ ...who, personId: 'ben' })).toEqual([])
  tab.close()
  await eraseDatabases(who)
  expect(await listUploads(who)).toEqual([])
})
