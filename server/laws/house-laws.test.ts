import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../launch/root.mjs'
import { catalogueFaults, flatten } from './catalogue-laws'
import { importLaws, nounCycles } from './import-laws'
import { legalClaims, noLegalClaims } from './legal-words'
import { isTest, readHouse } from './source-files'
import { bareStrings } from './string-laws'
import { wordsLeftOut } from './words-laws'
import { writingLaws } from './writing-laws'

const house = readHouse()

describe('the house keeps its laws', () => {
  for (const law of [...importLaws, ...writingLaws, bareStrings, noLegalClaims]) {
    it(law.name, () => {
      const faults = house.flatMap((file) =>
        law.faults(file).map((fault) => `${file.path} ${fault}`),
      )
      expect(faults).toEqual([])
    })
  }

  it('no noun imports another in a ring', () => {
    expect(nounCycles(house.filter((file) => !isTest(file.path)))).toEqual([])
  })
})

describe('a screen says only words that are fetched with it', () => {
  it.each([
    ['client/boards/board-screen', 'client/boards/board-words'],
    ['client/docs/doc-screen', 'client/docs/doc-words'],
  ])('%s', (screen, words) => {
    expect(wordsLeftOut(house, screen, [words, 'client/sync/room-words'])).toEqual([])
  })
})

describe('the catalogues', () => {
  const dir = join(root, 'client', 'i18n')
  const languages = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const nouns = (language: string) =>
    readdirSync(join(dir, language)).filter((name) => name.endsWith('.json'))
  const read = (language: string, noun: string) => {
    const path = join(dir, language, noun)
    return existsSync(path) ? flatten(JSON.parse(readFileSync(path, 'utf8'))) : new Map()
  }

  it('are there in English and German', () => {
    expect(languages.map((entry) => entry.name)).toEqual(expect.arrayContaining(['en', 'de']))
  })

  it('say in no language that a record is legally valid', () => {
    const faults = languages.flatMap(({ name: language }) =>
      nouns(language).flatMap((noun) =>
        [...read(language, noun)].flatMap(([key, text]) =>
          legalClaims(text).map((words) => `${language}/${noun} ${key} says “${words}”`),
        ),
      ),
    )
    expect(faults).toEqual([])
  })

  for (const { name: language } of languages) {
    if (language === 'en') continue
    it(`say in ${language} all that English says, with the same placeholders`, () => {
      const all = [...new Set([...nouns('en'), ...nouns(language)])]
      const faults = all.flatMap((noun) =>
        catalogueFaults(read('en', noun), read(language, noun)).map((fault) => `${noun}: ${fault}`),
      )
      expect(faults).toEqual([])
    })
  }
})
