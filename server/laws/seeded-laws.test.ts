import { expect, it } from 'vitest'
import { catalogueFaults, flatten } from './catalogue-laws'
import { importLaws, nounCycles } from './import-laws'
import { noLegalClaims } from './legal-words'
import { parseFile } from './source-files'
import { bareStrings } from './string-laws'
import { wordsLeftOut } from './words-laws'
import { writingLaws } from './writing-laws'

const laws = [...importLaws, ...writingLaws, bareStrings, noLegalClaims]
const brokenBy = (path: string, text: string) =>
  laws.filter((law) => law.faults(parseFile(path, text)).length > 0).map((law) => law.name)

/** A word of the law's name, where, what breaks it there, and what is right. */
const seeds: [law: string, path: string, wrong: string, right: string][] = [
  [
    'shared imports no floor',
    'shared/docs/doc.ts',
    `import { x } from '@atelier/client/ui/button'`,
    `import { x } from '../basics/must'`,
  ],
  ['shared imports no floor', 'shared/docs/doc.ts', `import 'node:fs'`, `import 'yjs'`],
  ['shared imports no floor', 'shared/docs/doc.ts', `import { useState } from 'react'`, ''],
  [
    'shared imports no floor',
    'shared/docs/doc.ts',
    `import { sql } from 'drizzle-orm/pg-core'`,
    '',
  ],
  [
    'nobody imports the server',
    'client/api/api.ts',
    `import { createApp } from '@atelier/server/app'`,
    `import type { Api } from '@atelier/server/app'`,
  ],
  [
    'nobody imports the server',
    'client/docs/doc-screen.tsx',
    `import type { Api } from '@atelier/server/app'`,
    `import { api } from '../api/api'`,
  ],
  [
    'nobody imports the server',
    'client/docs/doc-screen.tsx',
    `const late = () => import('@atelier/server/app')`,
    `const late = () => import('./doc-editor')`,
  ],
  ['server imports itself', 'server/docs/doc-routes.ts', `import '@atelier/client/main'`, ''],
  ['client imports itself', 'client/docs/doc-screen.tsx', `import '@atelier/e2e/fixtures'`, ''],
  [
    'sync knows no database',
    'server/sync/rooms.ts',
    `import { openDatabase } from '../db/connect'`,
    `import { closeCodes } from '@atelier/shared/sync/close-codes'`,
  ],
  [
    'sync knows no database',
    'server/sync/rooms.ts',
    `import { readBoard } from '@atelier/shared/boards/board'`,
    `import { must } from '@atelier/shared/basics/must'`,
  ],
  ['no web framework', 'server/sync/socket.ts', `import { Hono } from 'hono'`, `import 'ws'`],
  [
    'design system knows no noun',
    'client/ui/avatar.tsx',
    `import { Card } from '../boards/board-card'`,
    `import { Tooltip } from './tooltip'`,
  ],
  [
    'never the other way',
    'server/http/with-actor.ts',
    `import { listDocs } from '../docs/doc-queries'`,
    `import { validate } from '../access/sign-in-session'`,
  ],
  [
    'never the other way',
    'client/docs/doc-screen.tsx',
    `import { router } from '../app/router'`,
    `import { Button } from '../ui/button'`,
  ],
  [
    'SQL is only',
    'server/docs/doc-routes.ts',
    `import { sql } from 'drizzle-orm'`,
    `import type { Pool } from 'pg'`,
  ],
  ['SQL is only', 'server/docs/doc-routes.ts', `import { docs } from '../db/tables'`, ''],
  [
    'across floors by name',
    'server/docs/doc-routes.ts',
    `import '../../shared/docs/doc'`,
    `import '@atelier/shared/docs/doc'`,
  ],
  [
    'across floors by name',
    'server/docs/doc-routes.ts',
    `import '@atelier/server/env'`,
    `import '../env'`,
  ],
  ['across floors by name', 'server/docs/doc-routes.ts', `import '../env.ts'`, ''],
  ['at most 300 lines', 'shared/docs/doc.ts', '\n'.repeat(301), '\n'.repeat(300)],
  ['reads the environment', 'server/docs/doc-routes.ts', 'use(process.env.PORT)', 'use(env.port)'],
  ['over plain http', 'client/docs/doc-files.ts', 'crypto.randomUUID()', 'newUuid()'],
  ['no page and no process', 'shared/docs/doc.ts', 'document.title', 'doc.title'],
  ['no page and no process', 'shared/docs/doc.ts', `Buffer.from('')`, ''],
  [
    'live document is written',
    'client/boards/board-card.tsx',
    'doc.transact(() => undefined)',
    'moveCard(doc, id, to)',
  ],
  [
    'live document is written',
    'client/boards/board-card.tsx',
    `doc.getMap('cards').set(id, card)`,
    `doc.getMap('cards').get(id)`,
  ],
  ['live document is written', 'server/docs/doc-routes.ts', 'Y.applyUpdate(doc, bytes)', ''],
  ...['Legally binding', 'A qualified signature', 'rechtsgültig', 'Ist rechtlich anerkannt'].map(
    (words): [string, string, string, string] => [
      ...(['nothing says that a record', 'server/exchange/pdf/x.ts'] as const),
      ...([`const x = '${words}'`, `const x = 'Nach rechts, signed by'`] as const),
    ],
  ),
  [
    'no bare string',
    'client/ui/x.tsx',
    'const x = <p>Hello</p>',
    `const x = <p>{t('hello')} ·</p>`,
  ],
  ['no bare string', 'client/ui/x.tsx', `const x = <p>{'Hello'}</p>`, 'const x = <kbd>Esc</kbd>'],
  [
    'no bare string',
    'client/ui/x.tsx',
    `const x = <p>{busy ? 'Saving' : null}</p>`,
    'const x = <p>{busy ? <Spinner /> : null}</p>',
  ],
  [
    'no bare string',
    'client/ui/x.tsx',
    'const x = <b aria-label="Close" />',
    'const x = <b className="close" />',
  ],
  [
    'no bare string',
    'client/ui/x.tsx',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the seed is source text
    'const x = <b title={`${n} people`} />',
    `const x = <b title={t('people', { n })} />`,
  ],
  [
    'no bare string',
    'client/ui/x.ts',
    `toast({ text: 'Saved' })`,
    `toast({ text: t('saved'), tone: 'danger' })`,
  ],
  [
    'no bare string',
    'client/ui/x.ts',
    `toast({ text, action: { label: 'Undo', run } })`,
    `toast({ text, action: { label: t('undo'), run: () => give('back') } })`,
  ],
  ['no bare string', 'client/ui/x.ts', `announce('Moved')`, `announce(t('moved', { to: 'x' }))`],
  ['no bare string', 'client/ui/x.ts', `board.announce('Moved')`, `board.announce(t('moved'))`],
  [
    'no bare string',
    'client/x.ts',
    `root.textContent = 'Sorry'`,
    `root.textContent = name + '\u00a0'`,
  ],
  [
    'no bare string',
    'client/ui/x.tsx',
    `const x = <Door intro="Hello" />`,
    `const x = <Door intro={t('hello')} />`,
  ],
  [
    'no bare string',
    'client/ui/x.tsx',
    `const x = <Door text={'Hello ' + name} />`,
    'const x = <Door text={name} />',
  ],
  [
    'no bare string',
    'client/ui/x.tsx',
    `const x = <Door words={ok ? 'Yes' : no} />`,
    'const x = <Door words={no} />',
  ],
]

it.each(seeds)('a breach of “%s” is found in %s: %s', (law, path, wrong, right) => {
  expect(brokenBy(path, wrong)).toContainEqual(expect.stringContaining(law))
  expect(brokenBy(path, right)).toEqual([])
})

it.each(['shared/docs/index.ts', 'client/ui/utils.ts', 'client/ui/Button.tsx', 'server/src/a.ts'])(
  'the name %s is found out',
  (path) => expect(brokenBy(path, '')).toContainEqual(expect.stringContaining('kebab-case')),
)

it('a test may do what the code it tests may not', () => {
  expect(brokenBy('shared/docs/doc.test.ts', `import 'node:fs'; doc.transact(run)`)).toEqual([])
})

it('nouns that import each other in a ring are found', () => {
  const files = [
    parseFile('client/docs/a.ts', `import '../boards/b'`),
    parseFile('client/boards/b.ts', `import '../people/c'`),
    parseFile('client/people/c.ts', `import '../docs/a'`),
  ]
  expect(nounCycles(files)).toContain('client/docs → client/boards → client/people → client/docs')
  expect(nounCycles(files.slice(0, 2))).toEqual([])
})

it('words that a screen says and that are not fetched with it are found, also in what it loads', () => {
  const files = [
    parseFile(
      'client/boards/screen.tsx',
      `import './bar'; import('./late'); useTranslation('boards')`,
    ),
    parseFile(
      'client/boards/bar.tsx',
      `useTranslation(['boards', 'copies']); useTranslation('bar')`,
    ),
    parseFile('client/boards/late.tsx', `useTranslation('late')`),
    parseFile('client/boards/words.ts', `export const words = ['boards', 'bar']`),
  ]
  const left = wordsLeftOut(files, 'client/boards/screen', ['client/boards/words'])
  expect(left).toEqual(['client/boards/bar.tsx says copies'])
})

it.each([
  [{ a: 'x' }, {}, 'a is missing'],
  [{}, { a: 'x' }, 'a is missing in English'],
  [{ a: { b: 'x' } }, { a: { b: ' ' } }, 'a.b is empty'],
  [{ a: '{{name}} is here' }, { a: '{{nam}} ist da' }, 'a has other placeholders'],
  [{ a: '<b>x</b>' }, { a: 'x' }, 'a has other placeholders'],
  [{ a: '“x”' }, { a: '"x"' }, 'a has straight quotation marks'],
])('between the catalogues %j and %j: %s', (english, german, fault) => {
  expect(catalogueFaults(flatten(english), flatten(german))).toEqual([fault])
})

it('catalogues that say the same are left alone', () => {
  const english = flatten({ a: '{{count}} docs, {{name}}' })
  const german = flatten({ a: '{{name}}: {{count}} Dokumente' })
  expect(catalogueFaults(english, german)).toEqual([])
})
