import { expect, test } from 'vitest'
import { parseFileTypes, takesFile, usualFileTypes } from './file-types'

const text = (name: string) => ({ mime: 'text/plain', name })

test.each([
  ['a program, whatever it is called', { mime: 'application/x-msdownload', name: 'photo.png' }],
  ['a script by its ending', text('Run me.BAT')],
  ['an ending Windows would still see', text('setup.exe . .')],
  ['a link that starts something', text('Report.pdf.lnk')],
])('usually nobody brings %s', (_, kind) => {
  expect(takesFile(usualFileTypes, kind)).toBe(false)
})

test.each([
  { mime: 'application/pdf', name: 'a.pdf' },
  { mime: 'application/zip', name: 'a.zip' },
  { mime: 'application/octet-stream', name: 'no ending' },
  text('page.html'),
  text('notes.exe.txt'),
])('usually anybody brings $name', (kind) => {
  expect(takesFile(usualFileTypes, kind)).toBe(true)
})

const takes = (setting: string, kind: { mime: string; name: string }) => {
  const types = parseFileTypes(setting)
  return types && takesFile(types, kind)
}
const png = { mime: 'image/png', name: 'a.png' }

test('a setting takes what it names, and refuses what stands there with a !', () => {
  expect(takes('image/*, application/pdf', png)).toBe(true)
  expect(takes('image/*, application/pdf', text('a.png'))).toBe(false)
  expect(takes('image/* !image/gif', { mime: 'image/gif', name: 'a.gif' })).toBe(false)
  expect(takes('!.svg', { mime: 'application/xml', name: 'A.SVG' })).toBe(false)
  expect(takes('!.svg', png)).toBe(true)
  expect(takes('*', text('run.exe'))).toBe(true)
})

test('what is no type is told', () => {
  for (const wrong of ['', 'pictures', 'image', '*.png', 'image/png;q=1']) {
    expect([wrong, parseFileTypes(wrong)]).toEqual([wrong, null])
  }
})
