import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { unzip } from './reading/unzip'
import { addInTurn } from './zip-in-turn'

function begun() {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  return { zip, out, add: addInTurn(zip, out) }
}

test('entries come one after the other, each when the one before is written', async () => {
  const { zip, out, add } = begun()
  const whole = buffer(out)
  await add('a.txt', 'A')
  await add('b.bin', new Uint8Array([1, 2]))
  await add('c.txt', Readable.from([Buffer.from('C')]))
  zip.end()
  const { files } = await unzip(new Uint8Array(await whole))
  expect([...files].map(([name, bytes]) => [name, bytes.length])).toEqual([
    ['a.txt', 1],
    ['b.bin', 2],
    ['c.txt', 1],
  ])
})

test('what is open is closed once nobody reads any more', async () => {
  const { out, add } = begun()
  const endless = new Readable({ read: () => undefined })
  const adding = add('a.bin', endless)
  out.destroy()
  await expect(adding).rejects.toThrow()
  expect(endless.destroyed).toBe(true)
})
