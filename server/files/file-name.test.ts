import { expect, test } from 'vitest'
import { disposition, readFileName } from './file-name'

test('a name is what stands behind the last slash, and never a path', () => {
  const names: [string, string][] = [
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\amara\\plan.docx', 'plan.docx'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['a/..', 'file'],
    ['folder/', 'file'],
    ['.env', '.env'],
    ['  many   spaces .txt ', 'many spaces .txt'],
  ]
  for (const [sent, kept] of names) expect(readFileName(sent)).toBe(kept)
})

test('a name deceives nobody', () => {
  expect(readFileName('photo\u202egnp.exe')).toBe('photognp.exe')
  expect(readFileName('a\r\nSet-Cookie: x=1.png')).toBe('aSet-Cookie: x=1.png')
  expect(readFileName('a\0.png')).toBe('a.png')
  expect(readFileName('a\u200bb\ufeff.txt')).toBe('ab.txt')
  expect(readFileName('\ud800.txt')).toBe('\ufffd.txt')
})

test('a long name keeps its ending, and no letter is cut in two', () => {
  const long = readFileName(`${'ä'.repeat(300)}.tar.gz`)
  expect(long).toHaveLength(200)
  expect(long).toMatch(/ä\.gz$/)
  const faces = readFileName(`${'😀'.repeat(150)}.png`)
  expect(faces.length).toBeLessThanOrEqual(200)
  expect(Buffer.from(faces).toString()).toBe(faces)
})

test('every name is sent so that it is understood, and ends where it ends', () => {
  expect(disposition('attachment', 'plan.pdf')).toBe(
    `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`,
  )
  expect(disposition('inline', 'Übersicht „neu“ (1).png')).toBe(
    `inline; filename="_bersicht _neu_ (1).png"; filename*=UTF-8''%C3%9Cbersicht%20%E2%80%9Eneu%E2%80%9C%20%281%29.png`,
  )
  const hostile = disposition('attachment', `a"; filename="b\\c%0d%0a'*.html`)
  expect(hostile).toBe(
    `attachment; filename="a_; filename=_b_c_0d_0a'*.html"; filename*=UTF-8''a%22%3B%20filename%3D%22b%5Cc%250d%250a%27%2A.html`,
  )
})
