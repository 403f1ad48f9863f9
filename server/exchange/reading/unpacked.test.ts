import { expect, it } from 'vitest'
import { evilZip } from '../../testing/evil-zips'
import { unpacked } from './unpacked'
import { zipLimits } from './unzip'

const file = (name: string, size = 10) => ({ name, content: 'x'.repeat(size) })
const nested = (...parts: Parameters<typeof evilZip>[0][]) =>
  evilZip(parts.map((entries, at) => ({ name: `Part-${at + 1}.zip`, content: evilZip(entries) })))

it('zips in a zip are one pack, and have no more room together than one', async () => {
  const bytes = nested([file('a.md', 400)], [file('b.md', 400)], [file('c.md', 400)])
  const { files, skipped } = await unpacked(bytes, { ...zipLimits, allBytes: 1300 })
  expect([...files.keys()]).toEqual(['a.md', 'b.md'])
  expect(skipped).toEqual([{ name: 'c.md', why: 'too-large' }])
})

it('zips in a zip hold no more files together than one', async () => {
  const bytes = nested([file('a.md'), file('b.md')], [file('c.md'), file('d.md')])
  const { files, skipped } = await unpacked(bytes, { ...zipLimits, entries: 5 })
  expect([...files.keys()]).toEqual(['a.md', 'b.md', 'c.md'])
  expect(skipped).toEqual([{ name: '+1', why: 'too-many' }])
})

it('of two zips that hold the same name the first is kept, and the other one told', async () => {
  const { files, skipped } = await unpacked(nested([file('a.md', 1)], [file('A.md', 2)]))
  expect([...files]).toEqual([['a.md', new TextEncoder().encode('x')]])
  expect(skipped).toEqual([{ name: 'A.md', why: 'duplicate' }])
})

it('of two zips one of which is broken, the other comes in', async () => {
  const broken = { name: 'Part-1.zip', content: 'no zip' }
  const whole = { name: 'Part-2.zip', content: evilZip([file('a.md')]) }
  const { files, skipped } = await unpacked(evilZip([broken, whole]))
  expect([...files.keys()]).toEqual(['a.md'])
  expect(skipped).toEqual([{ name: 'Part-1.zip', why: 'damaged' }])
})

it('a broken zip alone in a zip is refused', async () => {
  const bytes = evilZip([{ name: 'Part-1.zip', content: 'no zip' }])
  await expect(unpacked(bytes)).rejects.toThrow('invalid')
})
