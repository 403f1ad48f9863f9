/** What every file store promises, run by the test of each. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileKey, type FileStore, pathOfKey } from './file-store'

export type StoreUnderTest = { store: FileStore; close?(): Promise<void> }

const workspaceId = '11111111-1111-4111-8111-111111111111'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const keyOf = (bytes: Uint8Array, of = workspaceId): FileKey => ({
  workspaceId: of,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

export function fileStoreContract(name: string, open: () => Promise<StoreUnderTest>) {
  describe(`${name} keeps files`, () => {
    let under: StoreUnderTest
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.close?.())

    const read = async (key: FileKey, range?: { start: number; end: number }) => {
      const stream = await under.store.open(key, range)
      return stream && new Response(stream).text()
    }
    const listed = async () => {
      const found = []
      for await (const entry of under.store.list()) found.push(entry)
      return found
    }

    test('what was put is read again, byte by byte', async () => {
      const bytes = crypto.getRandomValues(new Uint8Array(60_000))
      await under.store.put(keyOf(bytes), bytes)
      const stream = await under.store.open(keyOf(bytes))
      expect(stream && (await new Response(stream).bytes())).toEqual(bytes)
    })

    test('a part is read as a part', async () => {
      const bytes = bytesOf('0123456789')
      await under.store.put(keyOf(bytes), bytes)
      expect(await read(keyOf(bytes), { start: 2, end: 4 })).toBe('234')
      expect(await read(keyOf(bytes), { start: 9, end: 9 })).toBe('9')
    })

    test('what was never put is not there', async () => {
      expect(await read(keyOf(bytesOf('nobody')))).toBeNull()
      expect(await listed()).toEqual([])
    })

    test('one workspace’s bytes are not another’s', async () => {
      const bytes = bytesOf('ours')
      await under.store.put(keyOf(bytes), bytes)
      expect(await read(keyOf(bytes, '22222222-2222-4222-8222-222222222222'))).toBeNull()
    })

    test('the same bytes put by many at once lie there once', async () => {
      const bytes = bytesOf('the same')
      await Promise.all(Array.from({ length: 8 }, () => under.store.put(keyOf(bytes), bytes)))
      expect(await read(keyOf(bytes))).toBe('the same')
      expect(await listed()).toHaveLength(1)
    })

    test('what is dropped is gone, and may be dropped again', async () => {
      const [kept, dropped] = [bytesOf('kept'), bytesOf('dropped')]
      for (const bytes of [kept, dropped]) await under.store.put(keyOf(bytes), bytes)
      await under.store.drop(keyOf(dropped))
      await under.store.drop(keyOf(dropped))
      expect(await read(keyOf(dropped))).toBeNull()
      expect(await read(keyOf(kept))).toBe('kept')
    })

    test('all of it is listed, with when it was put', async () => {
      const before = Date.now()
      const all = Array.from({ length: 7 }, (_, i) => bytesOf(`file ${i}`))
      for (const bytes of all) await under.store.put(keyOf(bytes), bytes)
      const found = await listed()
      const paths = found.map(({ key }) => pathOfKey(key)).sort()
      expect(paths).toEqual(all.map((bytes) => pathOfKey(keyOf(bytes))).sort())
      // Clocks of file systems and S3 are coarse.
      for (const { storedAt } of found) expect(storedAt.getTime()).toBeGreaterThan(before - 5000)
    })

    test('a key that is a way out of the folder is refused', async () => {
      const sha256 = keyOf(bytesOf('x')).sha256
      for (const key of [
        { workspaceId: '..', sha256 },
        { workspaceId, sha256: '../../etc/passwd' },
        { workspaceId, sha256: '' },
      ]) {
        await expect(under.store.open(key)).rejects.toThrow('no key')
        await expect(under.store.put(key, bytesOf('x'))).rejects.toThrow('no key')
        await expect(under.store.drop(key)).rejects.toThrow('no key')
      }
    })
  })
}
