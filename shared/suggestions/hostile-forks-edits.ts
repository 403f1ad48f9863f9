/** For tests: what no page writes into a fork, and anybody could who may suggest. Each writes into one of “One two three.” and a heading. */

import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'

/** `text` is what the author sees, `fork` the room as it is. */
export type Hostile = (text: Y.Doc, fork: Y.Doc) => void

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const words = (text: string) => {
  const made = new Y.XmlText()
  made.insert(0, text)
  return made
}
const line = (text: string) => element('paragraph', words(text))

const first = (text: Y.Doc) => docBody(text).get(0) as Y.XmlElement
const heading = (text: Y.Doc) => docBody(text).get(1) as Y.XmlElement
const letters = (text: Y.Doc) => first(text).get(0) as Y.XmlText

/** Whatever its type says it takes. */
const set = (to: Y.XmlElement, name: string, value: unknown) =>
  to.setAttribute(name, value as string)

const values: Record<string, unknown> = {
  'a big integer': 10n,
  bytes: new Uint8Array(8),
  'no number': Number.NaN,
  'a list of lists': [[[[{}]]]],
  'an object': { toString: 'x', length: -1 },
  'a list with a big integer': [1n],
  'a huge number': 1e300,
  'a long text': 'x'.repeat(200_000),
  'a script': 'javascript:alert(1)',
}

const valued = Object.entries(values).flatMap<[string, Hostile]>(([what, value]) => [
  [`${what} as the level of a heading`, (text: Y.Doc) => set(heading(text), 'level', value)],
  [`${what} as an attribute of a new block`, (text: Y.Doc) => void withAttribute(text, value)],
  ...(/integer/.test(what) ? [] : [markedWith(what, value)]),
])

/** As JSON, which has no big integers. */
function markedWith(what: string, value: unknown): [string, Hostile] {
  const marks = { bold: value, link: value } as Record<string, object>
  return [`${what} as a mark`, (text) => letters(text).format(0, 3, marks)]
}

function withAttribute(text: Y.Doc, value: unknown): void {
  const made = element('heading', words('new'))
  docBody(text).insert(1, [made])
  set(made, 'level', value)
  set(made, 'textAlign', value)
}

/** One by one: Yjs puts in at once only what its stack can hold. */
function nest(text: Y.Doc, depth: number): void {
  text.transact(() => {
    let at: Y.XmlFragment = docBody(text)
    for (let deep = 0; deep < depth; deep++) {
      const next = element('blockquote')
      at.insert(0, [next])
      at = next
    }
    at.insert(0, [line('deep')])
  })
}

export const hostileForks: [string, Hostile][] = [
  ...valued,
  ['a shared map as an attribute', (text) => set(heading(text), 'level', new Y.Map())],
  ['a shared text as an attribute', (text) => set(heading(text), 'level', new Y.Text('2'))],
  ['attributes with names of objects', (text) => namesOfObjects(text)],
  [
    'marks with names of objects',
    (text) => letters(text).format(0, 3, { ['constructor' as string]: {} }),
  ],
  ['a block of a kind there is not', (text) => docBody(text).insert(0, [element('script')])],
  ['a block in a line', (text) => first(text).insert(1, [line('inside')])],
  ['a list without items', (text) => docBody(text).insert(0, [element('bulletList')])],
  ['a table without rows', (text) => docBody(text).insert(0, [element('table')])],
  ['a hook', (text) => docBody(text).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement])],
  ['letters outside of blocks', (text) => docBody(text).insert(0, [words('loose')])],
  ['an object among the letters', (text) => letters(text).insertEmbed(2, { evil: true })],
  ['an empty text beside the text', (text) => first(text).insert(0, [words('')])],
  ['nothing left at all', (text) => docBody(text).delete(0, docBody(text).length)],
  ['blocks nested 60 deep', (text) => nest(text, 60)],
  ['blocks nested 2,000 deep', (text) => nest(text, 2000)],
  ['half a letter', (text) => letters(text).insert(1, '\ud800')],
  ['control letters', (text) => letters(text).insert(1, '\u0000\u202e\u0007')],
  ['a title of lines and marks', (text) => docTitle(text).insert(0, '\n\n', { bold: {} })],
  ['an object in the title', (text) => docTitle(text).insertEmbed(0, { evil: true })],
  ['roots of its own', (_, fork) => foreignRoots(fork)],
  ['nonsense about what it keeps', (_, fork) => nonsense(fork)],
  ['everything said to be gone', (text, fork) => allGone(text, fork)],
  ['half a megabyte of letters', (text) => letters(text).insert(0, 'words '.repeat(80_000))],
  ['two thousand lines', (text) => docBody(text).insert(1, manyLines(2000))],
]

function namesOfObjects(text: Y.Doc): void {
  for (const name of ['__proto__', 'constructor', 'toString', 'x'.repeat(10_000)]) {
    set(heading(text), name, 'x')
  }
}

function foreignRoots(fork: Y.Doc): void {
  fork.getMap('evil').set('x', new Y.Array())
  fork.getArray('history').insert(0, [1, 2, 3])
  fork.getText('constructor').insert(0, 'x')
}

function nonsense(fork: Y.Doc): void {
  for (const map of ['kept', 'gone']) fork.transact(() => sayNonsense(fork.getMap(map)))
}

function sayNonsense(said: Y.Map<unknown>): void {
  for (const key of ['', 'x', '1.2', '4294967295.1.999999999999999', 'a1.2.', '0.0.0', '-1.-1']) {
    said.set(key, key)
    said.set(`a${key}`, new Y.Map())
  }
  for (let at = 0; at < 2000; at++) said.set(`${at}.${at}.7`, true)
}

function allGone(text: Y.Doc, fork: Y.Doc): void {
  const gone = fork.getMap('gone')
  fork.transact(() => {
    for (const [client, structs] of text.store.clients) {
      for (const { id } of structs) gone.set(`${client}.${id.clock}`, true)
    }
  })
}

const manyLines = (count: number) => Array.from({ length: count }, (_, nth) => line(`line ${nth}`))
