// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor } from '@tiptap/core'
import { afterEach, expect, it, vi } from 'vitest'
import { DocFiles } from './doc-files'
import { docViews } from './doc-views'
import { FileDesk } from './file-desk'

const file = '11111111-1111-4111-8111-111111111111'
let editor: Editor | null = null
afterEach(() => {
  editor?.destroy()
  vi.unstubAllGlobals()
})

function show(attrs: Record<string, unknown>, kept?: Blob) {
  const copy = async () => ({})
  const desk = new FileDesk({ send: async () => null, copy, kept: async () => kept ?? null })
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [...docExtensions(undefined, docViews), DocFiles.configure({ desk })],
    content: { type: 'doc', content: [{ type: 'picture', attrs }] },
  })
  const frame = editor.view.dom.querySelector<HTMLElement>('.picture-frame')
  const image = editor.view.dom.querySelector('img')
  if (!frame || !image) throw new Error('There is no picture.')
  return { frame, image }
}

it('keeps its place before it is loaded', () => {
  const { frame } = show({ file, pixelWidth: 300, pixelHeight: 200 })
  expect(frame.style.inlineSize).toBe('300px')
  expect(frame.style.aspectRatio).toBe('300 / 200')
})

it('says that it is gone, or that nobody answers, and tries again when somebody does', async () => {
  const { frame, image } = show({ file, pixelWidth: 300, pixelHeight: 200 })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  image.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(frame.dataset.state).toBe('unreachable'))
  expect(frame.textContent).toContain('picture.unreachable')
  window.dispatchEvent(new Event('online'))
  expect(frame.dataset.state).toBe('loading')
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))
  image.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(frame.dataset.state).toBe('gone'))
  expect(frame.textContent).toContain('picture.gone')
})

it('shows what this device keeps while nobody answers, and nothing of what is gone', async () => {
  const { image } = show({ file, pixelWidth: 900, pixelHeight: 600 }, new Blob(['x']))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  image.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(image.src).toMatch(/^blob:/))
  expect(image.hasAttribute('srcset')).toBe(false)
  image.dispatchEvent(new Event('load'))

  const other = show({ file, pixelWidth: 300, pixelHeight: 200 }, new Blob(['x']))
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))
  other.image.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(other.frame.dataset.state).toBe('gone'))
  expect(other.image.src).not.toMatch(/^blob:/)
})

it('of a file that could never be one is gone at once', () => {
  const { frame } = show({ file: 'javascript:alert(1)', pixelWidth: -1, align: { evil: true } })
  expect(frame.dataset.state).toBe('gone')
})
