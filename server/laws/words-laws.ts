/** A screen says only words that are fetched with it: it waits for any others after it was drawn, and all of it again. */
import { isTest, type Node, nodesOf, type SourceFile } from './source-files'

/** They come with the page. */
const first = ['projects', 'refusals', 'shell', 'ui']

/** What a screen and all it loads at once say beyond the words that are named in `lists`, each as `file says words`. */
export function wordsLeftOut(
  house: readonly SourceFile[],
  screen: string,
  lists: readonly string[],
): string[] {
  const files = new Map(house.map((file) => [file.path.replace(/\.\w+$/, ''), file]))
  const known = [...first, ...lists.flatMap((list) => textsIn(files.get(list)?.tree))]
  const loaded = new Set<SourceFile>()
  const load = (target: string) => {
    const file = files.get(target)
    if (!file || isTest(file.path) || loaded.has(file)) return
    loaded.add(file)
    for (const found of file.imports) if (!found.isLate && !found.isType) load(found.target)
  }
  if (!files.has(screen)) throw new Error(`${screen} is no file of the house`)
  load(screen)
  return [...loaded].flatMap(({ path, tree }) => {
    const left = new Set(wordsSaid(tree).filter((words) => !known.includes(words)))
    return [...left].map((words) => `${path} says ${words}`)
  })
}

/** Of each `useTranslation('words')` and `useTranslation(['words', …])`. */
const wordsSaid = (tree: Node): string[] =>
  [...nodesOf(tree)]
    .filter(({ type, callee }) => {
      const name = (callee as Node | undefined)?.name
      return type === 'CallExpression' && name === 'useTranslation'
    })
    .flatMap((call) => textsIn((call.arguments as Node[])[0]))

const textsIn = (tree: Node | undefined): string[] =>
  [...nodesOf(tree)].flatMap(({ type, value }) =>
    type === 'Literal' && typeof value === 'string' ? [value] : [],
  )
