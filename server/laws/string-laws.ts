/** What people read comes from the catalogues, in every language. */
import type { Law } from './law'
import { isTest, type Node, nodesOf } from './source-files'

/** Attributes that are shown or read aloud. */
const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
  // Our own components'.
  'intro',
  'text',
  'words',
]
/** Functions whose words are shown or read aloud. */
const speaking = ['toast', 'announce']
const letters = /\p{L}/u
/** The builders' page of samples: nobody else is led there. */
const samples = 'client/app/dev-ui-'
const productName = 'Atelier'
/** Keys on a keyboard are named alike everywhere. */
const keyElements = ['kbd', 'Kbd', 'code']

export const bareStrings: Law = {
  name: 'no bare string in what people see: it comes from the catalogue',
  faults({ path, tree }) {
    if (!/^client\/.*\.tsx?$/.test(path) || isTest(path) || path.startsWith(samples)) return []
    const inKeys = new Set(
      [...nodesOf(tree)].filter(isKeyElement).flatMap((key) => [...nodesOf(key)]),
    )
    return [...nodesOf(tree)]
      .filter((node) => !inKeys.has(node))
      .flatMap(bareTextOf)
      .map((text) => `shows “${text.trim()}”`)
  },
}

function isKeyElement(node: Node): boolean {
  if (node.type !== 'JSXElement') return false
  const name = (node.openingElement as Node).name as Node
  return keyElements.includes(String(name.name))
}

function bareTextOf(node: Node): string[] {
  if (node.type === 'JSXText') return wordsIn(node.value)
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    return (node.children as Node[])
      .filter((child) => child.type === 'JSXExpressionContainer')
      .flatMap((child) => literalsOf(child.expression as Node))
  }
  if (node.type === 'CallExpression') return wordsSaid(node)
  if (node.type === 'AssignmentExpression') {
    const { type, property } = node.left as Node
    const shows = type === 'MemberExpression' && (property as Node).name === 'textContent'
    return shows ? literalsOf(node.right as Node) : []
  }
  if (node.type !== 'JSXAttribute' || !spoken.includes(String((node.name as Node).name))) return []
  const value = node.value as Node | null
  return value === null ? [] : literalsOf(value)
}

/** `announce('…')`, `toast({ text: '…', action: { label: '…' } })`. */
function wordsSaid(node: Node): string[] {
  const callee = node.callee as Node
  const name = callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name
  return speaking.includes(String(name)) ? (node.arguments as Node[]).flatMap(wordsOf) : []
}

function wordsOf(argument: Node): string[] {
  if (argument.type !== 'ObjectExpression') return literalsOf(argument)
  return (argument.properties as Node[])
    .filter(({ type, key }) => type === 'Property' && (key as Node).name !== 'tone')
    .flatMap(({ value }) => wordsOf(value as Node))
}

/** The words a value may turn out to be, looking through `a ? 'x' : 'y'`, `a && 'x'` and templates. */
function literalsOf(node: Node): string[] {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return literalsOf(node.expression as Node)
    case 'Literal':
      return wordsIn(node.value)
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).flatMap(({ value }) =>
        wordsIn(value.cooked),
      )
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent as Node), ...literalsOf(node.alternate as Node)]
    case 'LogicalExpression':
      return literalsOf(node.right as Node)
    case 'BinaryExpression':
      return node.operator === '+'
        ? [...literalsOf(node.left as Node), ...literalsOf(node.right as Node)]
        : []
    default:
      return []
  }
}

const wordsIn = (value: unknown) =>
  typeof value === 'string' && letters.test(value.replace(productName, '')) ? [value] : []
