/** Every kind of evil file beside honest ones, in everything that comes as a zip. */
import { type EvilEntry, evilZip } from './evil-zips'

const kind = (octal: number) => ({ attributes: (octal << 16) >>> 0 })
const zeros = new Uint8Array(2_000_000)

const names = [
  '../evil.md',
  'a/../../evil.md',
  '..',
  '/etc/evil.md',
  '//server/evil.md',
  'C:/evil.md',
  '..\\evil.md',
  'a\\evil.md',
  './evil.md',
  'a//evil.md',
  'evil\u0000.md',
  'evil\n.md',
  'evil\u001b[2J.md',
  `${'a/'.repeat(70)}evil.md`,
  `${'x'.repeat(1001)}.md`,
  '',
  '/',
  '../\u202efdp.md',
]

const evils: [string, EvilEntry][] = [
  ...names.map((name): [string, EvilEntry] => [
    JSON.stringify(name).slice(0, 40),
    { name, content: 'evil' },
  ]),
  ['a symbolic link', { name: 'evil.md', content: '/etc/passwd', says: kind(0o120777) }],
  ['a device', { name: 'evil.md', says: kind(0o020644) }],
  ['a pipe', { name: 'evil.md', says: kind(0o010644) }],
  ['a socket', { name: 'evil.md', says: kind(0o140644) }],
  ['what is encrypted', { name: 'evil.md', content: 'evil', says: { flags: 0x801 } }],
  ['a list that is encrypted', { name: 'evil.md', content: 'evil', says: { flags: 0x841 } }],
  ['what is packed otherwise', { name: 'evil.md', content: 'evil', says: { method: 14 } }],
  ['a wrong sum', { name: 'evil.md', content: 'evil', says: { crc: 1 } }],
  ['what is longer than it says', { name: 'evil.md', content: 'evil', says: { size: 2 } }],
  ['what is shorter than it says', { name: 'evil.md', content: 'evil', says: { size: 9 } }],
  ['what lies nowhere', { name: 'evil.md', content: 'evil', says: { offset: 0xfffffff0 } }],
  ['what lies in another', { name: 'evil.md', content: 'evil', says: { offset: 1 } }],
  ['the first file once more', { name: 'evil.md', content: 'evil', says: { offset: 0 } }],
  ['what says it is huge', { name: 'evil.md', content: 'evil', says: { size: 0xfffffff0 } }],
  ['a bomb', { name: 'evil.md', content: zeros }],
  ['a bomb that says it is small', { name: 'evil.md', content: zeros, says: { size: 10 } }],
  ['garbage for data', { name: 'evil.md', content: 'evil', says: { packed: 1 } }],
  [
    'fields that end nowhere',
    { name: 'evil.md', content: 'evil', extra: new Uint8Array([1, 0, 255, 255]) },
  ],
  ['half a letter', { name: 'evil.md', content: new Uint8Array([0xd8, 0x00, 0xff, 0xfe, 0x00]) }],
  ['brackets without end', { name: 'evil.md', content: '['.repeat(20_000) }],
  ['quotes in quotes', { name: 'evil.md', content: '> '.repeat(5000) }],
  ['tags in tags', { name: 'evil.html', content: '<b><i>'.repeat(20_000) }],
  ['boxes in boxes', { name: 'evil.html', content: '<div>'.repeat(20_000) }],
  [
    'a page that runs',
    { name: 'evil.html', content: '<script>evil()</script><img src=x onerror=evil()>' },
  ],
  ['a picture that is none', { name: 'evil.png', content: '<svg onload="evil()"/>' }],
  ['a table without end', { name: 'evil.csv', content: '"'.repeat(20_001) }],
  ['a program', { name: 'evil.exe', content: 'MZ' }],
  ['a zip that is none', { name: 'Part-9.zip', content: 'PK\u0003\u0004evil' }],
  [
    'a zip of evil',
    { name: 'Part-8.zip', content: evilZip([{ name: '../evil.md', content: 'evil' }]) },
  ],
]

const notion = `Good ${'0123456789abcdef'.repeat(2)}.md`
const bases: [string, (evil: EvilEntry) => EvilEntry[]][] = [
  ['Markdown', (evil) => [{ name: 'Good.md', content: '# Good\n\nhonest' }, evil]],
  ['pages', (evil) => [{ name: 'Good.html', content: '<h1>Good</h1><p>honest' }, evil]],
  ['Notion', (evil) => [{ name: notion, content: '# Good\n\nhonest' }, evil]],
  [
    'Confluence',
    (evil) => [
      {
        name: 'SPACE/index.html',
        content:
          '<html><body><div class="pageSection"><ul><li><a href="Good_100.html">Good</a></li></ul></div></body></html>',
      },
      { name: 'SPACE/Good_100.html', content: '<div id="main-content"><p>honest</p></div>' },
      evil,
    ],
  ],
  [
    'zips in a zip',
    (evil) => [
      {
        name: 'Part-1.zip',
        content: evilZip([{ name: 'Good.md', content: '# Good\n\nhonest' }, evil]),
      },
    ],
  ],
]

export const evilPacks: [what: string, bytes: Uint8Array][] = bases.flatMap(([base, pack]) =>
  evils.map(([what, evil]): [string, Uint8Array] => [`${what} among ${base}`, evilZip(pack(evil))]),
)
