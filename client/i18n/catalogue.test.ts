/** Every word a person sees is in the catalogue, in both languages, and nothing else is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { spokenCodes } from '../ui/refusal-text'

const here = fileURLToPath(new URL('.', import.meta.url))
const client = join(here, '..')

type Words = { [key: string]: string | Words }
const flatten = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
const load = (language: string, name: string) =>
  new Map(flatten(JSON.parse(readFileSync(join(here, language, `${name}.json`), 'utf8'))))
const names = (language: string) =>
  readdirSync(join(here, language)).map((file) => file.replace(/\.json$/, ''))

const holes = (text: string | undefined) =>
  [...(text ?? '').matchAll(/{{\s*\w+/g)].map(String).sort()
const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

test('German and English have the same catalogues', () => {
  expect(names('de').sort()).toEqual(names('en').sort())
})

test('a journal is called by one word in German', () => {
  const said = names('de').flatMap((name) =>
    [...load('de', name)].map(([key, text]) => [name, key, text]),
  )
  expect(said.filter(([, , text]) => text?.includes('Journal'))).toEqual([])
})

describe.each(names('en'))('the catalogue %s', (name) => {
  const en = load('en', name)
  const de = load('de', name)
  test('says the same in both languages', () => {
    expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
  })
  test('leaves the same holes to fill', () => {
    for (const [key, text] of en) expect(holes(de.get(key)), key).toEqual(holes(text))
  })
  test('leaves nothing empty', () => {
    for (const [key, text] of [...en, ...de]) expect(text.trim(), key).not.toBe('')
  })
  test('uses real quotation marks and addresses people as du', () => {
    for (const [key, text] of [...en, ...de]) expect(text, key).not.toMatch(/"|\w'\w/)
    const formal = /\b(Ihnen|Ihrem|Ihren|Ihres)\b|\p{Ll} Sie\b/u
    for (const [key, text] of de) expect(text, key).not.toMatch(formal)
  })
})

test('every refusal has words', () => {
  const words = new Set([...load('en', 'refusals').keys()].map(plain))
  for (const code of spokenCodes) expect(words).toContain(code)
})

const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/node_modules|\.test\.|dist|dev-ui/.test(path))
  .map((path) => ({ path: relative('.', path), text: readFileSync(join(client, path), 'utf8') }))

describe.each(sources)('$path', ({ text }) => {
  const spaces = [...text.matchAll(/useTranslation\('([\w-]+)'\)/g)].map(([, name]) => name ?? '')
  test('asks only for words that exist', () => {
    const known = new Set(spaces.flatMap((name) => [...load('en', name).keys()].map(plain)))
    const asked = [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '')
    for (const key of spaces.length > 0 ? asked : []) expect(known).toContain(key)
  })
})

describe.each(sources.filter(({ path }) => path.endsWith('.tsx')))('$path', ({ text }) => {
  test('has no bare words', () => {
    expect(bareWords(text)).toEqual([])
  })
})

/** Letters between tags, and in the attributes people read. */
function bareWords(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const between = [
    ...code.matchAll(/<\/?[\w.]+(?:\s[^<>]*)?>\s*([^<>{}()=;]*[A-Za-z]{2,}[^<>{}()=;]*)<\/?[\w]/g),
  ]
  const read =
    /\s(?:label|title|placeholder|description|alt|aria-label|aria-description)="([^"]*[A-Za-z]{2,}[^"]*)"/g
  return [...between, ...code.matchAll(read)]
    .map(([, words]) => words?.trim() ?? '')
    .filter((words) => words !== 'Atelier' && !/\b(return|case|const|export)\b/.test(words))
}
