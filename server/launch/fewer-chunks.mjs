/** Builds the pages into fewer files: once as the bundler splits them, to see what is loaded together. */
import { join, sep } from 'node:path'
import { build } from 'vite'
import { circleIn, planChunks } from './chunk-plan.mjs'
import { root } from './root.mjs'

const page = 'index.html'
/** What is loaded at once; whoever reads a public doc or stands at the door loads nothing of the rest. */
const screens = {
  door: ['people/sign-in-screen.tsx', 'ui/toasts.tsx'],
  public: ['docs/public-screen.tsx'],
  board: ['boards/board-screen.tsx'],
  doc: ['docs/doc-screen.tsx'],
}
/** Not worth a request of its own. */
const smallBytes = 16_000

/**
 * @param {Readonly<Record<string, readonly string[]>>} words catalogues that are asked for together, by the name of their file
 * @returns {import('vite').Plugin}
 */
export function fewerChunks(words) {
  return {
    name: 'fewer-chunks',
    apply: (_, { command, mode }) => command === 'build' && mode === 'production',
    async config() {
      const chunks = await chunksByThemselves()
      /** @type {(module: string) => string} */
      const fileOf = (module) => {
        const id = join(root, 'client', module)
        const found = [...chunks].find(([, chunk]) => chunk.isEntry && chunk.modules.includes(id))
        if (!found) throw new Error(`${module} is not asked for by that name`)
        return found[0]
      }
      const plan = planChunks(chunks, {
        page: fileOf(page),
        screens: Object.fromEntries(
          Object.entries(screens).map(([name, modules]) => [name, modules.map(fileOf)]),
        ),
        smallBytes,
      })
      const name = (/** @type {string} */ id) => plan.get(id) ?? wordsFile(id, words)
      const groups = [{ name, includeDependenciesRecursively: false }]
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
    },
    generateBundle(_, bundle) {
      const circle = circleIn((file) => {
        const chunk = bundle[file]
        return chunk?.type === 'chunk' ? chunk.imports : []
      }, Object.keys(bundle))
      if (circle) throw new Error(`These files wait for each other: ${circle.join(', ')}`)
    },
  }
}

/** @returns {Promise<Map<string, import('./chunk-plan.mjs').Chunk>>} */
async function chunksByThemselves() {
  const built = await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'only-to-look',
    logLevel: 'error',
    build: { write: false, reportCompressedSize: false },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  return new Map(
    outputs.flatMap((one) =>
      one.type !== 'chunk'
        ? []
        : [
            [
              one.fileName,
              {
                // The page itself is no module of it.
                modules: [
                  ...Object.keys(one.modules),
                  ...(one.facadeModuleId ? [one.facadeModuleId] : []),
                ],
                imports: one.imports,
                dynamicImports: one.dynamicImports,
                isEntry: one.facadeModuleId !== null,
                bytes: one.code.length,
              },
            ],
          ],
    ),
  )
}

/**
 * @param {string} id
 * @param {Readonly<Record<string, readonly string[]>>} words
 */
function wordsFile(id, words) {
  const [language, file] = id.split(sep).slice(-2)
  if (!id.startsWith(join(root, 'client', 'i18n')) || !file?.endsWith('.json')) return null
  const found = Object.entries(words).find(([, names]) => names.includes(file.slice(0, -5)))
  return found ? `${found[0]}-${language}` : null
}
