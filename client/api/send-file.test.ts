// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { sendFile } from './send-file'

/** A road that breaks. */
class BrokenRequest {
  readonly upload = {}
  onerror = () => undefined
  open(): void {}
  setRequestHeader(): void {}
  send(): void {
    queueMicrotask(() => this.onerror())
  }
}

afterEach(() => vi.unstubAllGlobals())

const how = { onShare: () => undefined, signal: new AbortController().signal }

it('a file that cannot be read any more is told from a server that cannot be reached', async () => {
  vi.stubGlobal('XMLHttpRequest', BrokenRequest)
  const here = new File(['words'], 'here.txt')
  await expect(sendFile('room', here, how)).rejects.toMatchObject({ code: 'unreachable' })
  const lost = new File(['words'], 'lost.txt')
  const unread = () => Promise.reject(new DOMException('', 'NotReadableError'))
  lost.slice = () => Object.assign(new Blob(), { arrayBuffer: unread })
  await expect(sendFile('room', lost, how)).rejects.toMatchObject({ code: 'unreadable' })
})
