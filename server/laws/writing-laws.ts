/** What may be written where, told from the syntax of one file. */
import { floors, isIn } from './import-laws'
import type { Law } from './law'
import { isTest, type Node, nodesOf } from './source-files'

const longestLines = 300
const bannedNames = /^(index|utils?|helpers?|types|common|misc)$/
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|pg|db))*$/

/** Where the environment is the subject. Everything else is given its settings by server/env. */
const readsEnvironment = [
  'server/env.ts',
  'server/launch',
  'server/testing',
  'server/bench',
  'server/breaking',
  'e2e',
]

const writesDocs = [
  'server/db/squash-worker.mjs',
  'server/sync',
  'client/sync',
  'server/testing',
  'server/bench',
  'server/breaking',
  'e2e',
]
/** The parts that the edit functions of boards are made of, and their test double. */
const partsOfEdits = [
  'shared/boards/board-shape.ts',
  'shared/boards/board-undo.ts',
  'shared/boards/rich-text.ts',
  'shared/boards/four-people.ts',
  'shared/boards/two-boards.ts',
  'shared/suggestions/two-authors.ts',
  'shared/workshops/two-walls.ts',
]

const isMember = (node: unknown, object: string, property: string) => {
  const member = node as Node | undefined
  return (
    member?.type === 'MemberExpression' &&
    (member.object as Node).name === object &&
    (member.property as Node).name === property
  )
}

export const writingLaws: Law[] = [
  {
    name: `a file has at most ${longestLines} lines`,
    faults({ text }) {
      const lines = text.split('\n').length - 1
      return lines > longestLines ? [`has ${lines}`] : []
    },
  },
  {
    name: 'files are named for what they hold, in kebab-case, and never index, utils or types',
    faults({ path }) {
      const parts = path.split('/')
      const stem = parts.at(-1)?.replace(/\.(ts|tsx|mjs)$/, '') ?? ''
      const wrong = !kebabCase.test(stem) || bannedNames.test(stem) || parts.includes('src')
      return wrong ? ['is not'] : []
    },
  },
  {
    name: 'only server/env reads the environment',
    faults({ path, tree }) {
      if (isIn(path, ...readsEnvironment) || !floors.includes(path.split('/')[0] ?? '')) return []
      const found = [...nodesOf(tree)].some((node) => isMember(node, 'process', 'env'))
      return found ? ['reads process.env'] : []
    },
  },
  {
    name: 'shared has no page and no process around it',
    faults({ path, tree }) {
      if (!isIn(path, 'shared') || isTest(path)) return []
      return [...nodesOf(tree)].flatMap(globalOf).map((name) => `uses ${name}`)
    },
  },
  {
    name: 'pages work where they came over plain http, too: no crypto.randomUUID, no crypto.subtle',
    faults({ path, tree }) {
      if (!isIn(path, 'client', 'shared') || isTest(path)) return []
      return ['randomUUID', 'subtle'].filter((property) =>
        [...nodesOf(tree)].some((node) => isMember(node, 'crypto', property)),
      )
    },
  },
  {
    name: 'a live document is written in *-edits and new-* of shared, in sync, and by the editor',
    faults({ path, tree }) {
      if (isTest(path) || isIn(path, ...writesDocs, ...partsOfEdits)) return []
      if (isIn(path, 'shared') && /\/(new-[\w-]+|[\w-]+-edits)\.ts$/.test(path)) return []
      return [...nodesOf(tree)].flatMap(docWriteOf).map((call) => `calls ${call}`)
    },
  },
]

const pageGlobals = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage']
const processGlobals = ['process', 'Buffer', '__dirname']

function globalOf(node: Node): string[] {
  if (node.type !== 'MemberExpression') return []
  const { type, name } = node.object as Node
  const isGlobal = [...pageGlobals, ...processGlobals].includes(String(name))
  return type === 'Identifier' && isGlobal ? [String(name)] : []
}

/**
 * An approximation, since types are not known here: what only a document's types have
 * (`transact`, `applyDelta`, `Y.applyUpdate`), and a change called on a root as it is got.
 */
function docWriteOf(node: Node): string[] {
  if (node.type !== 'CallExpression') return []
  const callee = node.callee as Node
  if (callee.type !== 'MemberExpression') return []
  const name = String((callee.property as Node).name)
  if (name === 'transact' || name === 'applyDelta') return [name]
  if (/^applyUpdate(V2)?$/.test(name)) return [name]
  const isChange = ['set', 'delete', 'insert', 'push', 'format', 'unshift'].includes(name)
  return isChange && isRoot(callee.object as Node) ? [`${name} on a root`] : []
}

function isRoot(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = node.callee as Node
  const name = callee.type === 'MemberExpression' ? String((callee.property as Node).name) : ''
  return ['getMap', 'getArray', 'getText', 'getXmlFragment'].includes(name)
}
