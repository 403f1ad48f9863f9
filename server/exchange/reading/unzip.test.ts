import { describe, expect, it } from 'vitest'
import { type EvilEntry, evilZip } from '../../testing/evil-zips'
import { readImport } from './read-import'
import { unzip, zipLimits } from './unzip'

const good: EvilEntry = { name: 'good.md', content: '# Good\n' }
const kinds = (octal: number) => ({ attributes: (octal << 16) >>> 0 })

/** Beside an honest file, which is always there afterwards. */
async function left(...evil: EvilEntry[]) {
  const { files, skipped } = await unzip(evilZip([good, ...evil]))
  expect(new TextDecoder().decode(files.get('good.md'))).toBe('# Good\n')
  return { names: [...files.keys()].slice(1), why: skipped.map(({ why }) => why) }
}

describe('what leads out of its folder', () => {
  it.each([
    '../a.md',
    'a/../../b.md',
    'a/..',
    '..',
    '/etc/passwd',
    '//server/share',
    'C:/a.md',
    'c:a.md',
    '..\\a.md',
    'a\\b.md',
    '\\\\server\\a',
    'a/./b.md',
    'a//b.md',
    './a.md',
    'a\u0000.md',
    'a\nb.md',
    'a\u001b[2J.md',
    'a\u007f.md',
    `${'a/'.repeat(70)}b.md`,
    'x'.repeat(1001),
  ])('%j is left out', async (name) => {
    expect(await left({ name, content: 'x' })).toEqual({ names: [], why: ['unsafe-name'] })
  })

  it.each([
    'ab:c.md',
    'a*?.md',
    'CON.md',
    '-rf',
    '~/a.md',
    '%2e%2e/a.md',
    '…/a.md',
    '$(x).md',
    'a.md.',
  ])('%j is a name, and never a path on any disk', async (name) => {
    expect(await left({ name, content: 'x' })).toEqual({ names: [name], why: [] })
  })
})

describe('what is no file', () => {
  it.each([
    ['a symbolic link', { name: 'l', content: '/etc/passwd', says: kinds(0o120777) }, 'link'],
    ['a device', { name: 'd', says: kinds(0o020644) }, 'unknown-kind'],
    ['a pipe', { name: 'p', says: kinds(0o010644) }, 'unknown-kind'],
    ['a socket', { name: 's', says: kinds(0o140644) }, 'unknown-kind'],
    ['what is encrypted', { name: 'e', content: 'x', says: { flags: 0x801 } }, 'encrypted'],
    ['what is packed otherwise', { name: 'z', content: 'x', says: { method: 14 } }, 'unknown-kind'],
    ['what has the name of another', { name: 'GOOD.md', content: 'x' }, 'duplicate'],
    ['what lies about its bytes', { name: 'c', content: 'abc', says: { crc: 1 } }, 'damaged'],
    ['what is longer than it says', { name: 'c', content: 'abc', says: { size: 2 } }, 'damaged'],
    ['what is shorter than it says', { name: 'c', content: 'abc', says: { size: 4 } }, 'damaged'],
    [
      'what lies where nothing is',
      { name: 'c', content: 'abc', says: { offset: 0xfffffff0 } },
      'damaged',
    ],
    ['what lies in another', { name: 'c', content: 'abc', says: { offset: 1 } }, 'bomb'],
    ['the same bytes twice', { name: 'c', content: '# Good\n', says: { offset: 0 } }, 'bomb'],
    ['what says it is huge', { name: 'h', content: 'x', says: { size: 0xfffffff0 } }, 'bomb'],
    ['what packs a thousand times', { name: 'b', content: new Uint8Array(8_000_000) }, 'bomb'],
    [
      'what hides its size',
      { name: 'b', content: new Uint8Array(8_000_000), says: { size: 10 } },
      'damaged',
    ],
    ['garbage for data', { name: 'g', content: 'x', says: { packed: 1 } }, 'damaged'],
  ] as [string, EvilEntry, string][])('%s is left out', async (_, entry, why) => {
    expect(await left(entry)).toEqual({ names: [], why: [why] })
  })

  it.each(['__MACOSX/a', 'x/.DS_Store', 'Thumbs.db', 'folder/'])('%s is nobody’s', async (name) => {
    expect(await left({ name, content: '' })).toEqual({ names: [], why: [] })
  })
})

describe('names', () => {
  it('are read in UTF-8 also where the zip does not say so, and else in the letters of DOS', async () => {
    const names = [
      { name: 'Grüße.md', content: 'x', says: { flags: 0 } },
      { name: new Uint8Array([0x47, 0x72, 0x81, 0xe1, 0x65]), content: 'x', says: { flags: 0 } },
      { name: new Uint8Array([0xff, 0x41]), content: 'x', says: { flags: 0x800 } },
    ]
    expect((await left(...names)).names).toEqual(['Grüße.md', 'Grüße', '\u00a0A'])
  })

  it('that would turn the line around are not repeated so', async () => {
    const { skipped } = await unzip(evilZip([good, { name: '../\u202egnp.exe' }]))
    expect(skipped[0]?.name).not.toContain('\u202e')
  })
})

describe('too much', () => {
  const small = { ...zipLimits, entries: 3, entryBytes: 100, allBytes: 150 }
  const files = (count: number, size: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `${at}.md`, content: 'x'.repeat(size) }))

  it('of one file, of all together, or of how many is left out and said', async () => {
    expect((await unzip(evilZip(files(1, 101)), small)).skipped).toEqual([
      { name: '0.md', why: 'too-large' },
    ])
    expect((await unzip(evilZip(files(2, 100)), small)).skipped).toEqual([
      { name: '1.md', why: 'too-large' },
    ])
    const many = await unzip(evilZip(files(5, 1)), small)
    expect([many.files.size, many.skipped]).toEqual([3, [{ name: '+2', why: 'too-many' }]])
  })
})

describe('what is no zip', () => {
  it.each([
    ['cut off', evilZip([good]).slice(0, 40)],
    ['without its end', evilZip([good]).slice(0, -10)],
    ['with more files than it has', evilZip([good], { count: 2 })],
    ['with its list elsewhere', evilZip([good], { directoryAt: 7 })],
    ['with numbers for 64 bits that are not there', evilZip([good], { count: 0xffff })],
    ['with an end and nothing before it', evilZip([]).slice(4)],
    ['with a list nobody may read', evilZip([good, { name: 'e', says: { flags: 0x841 } }])],
    ['an empty file', new Uint8Array()],
  ])('%s is refused', async (_, bytes) => {
    await expect(unzip(bytes)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('or has nothing to read in it, makes no docs', async () => {
    const read = (bytes: Uint8Array) =>
      readImport({ kind: 'read', name: 'x.zip', bytes, untitled: 'Untitled' })
    expect((await read(evilZip([{ name: 'x.exe', content: 'MZ' }]))).docs).toEqual([])
    await expect(read(evilZip([{ name: 'entities.xml', content: '<x/>' }]))).rejects.toMatchObject({
      details: { fields: [{ field: 'file', problem: 'damaged' }] },
    })
    await expect(
      read(evilZip([{ name: 'atelier.json', content: '{"atelier": 9}' }])),
    ).rejects.toMatchObject({
      details: { fields: [{ field: 'file', problem: 'manifest' }] },
    })
  })
})
