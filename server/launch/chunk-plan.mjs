/** Which of the chunks a bundler makes by itself are put together, so that a screen waits for few files. */

/**
 * @typedef {{ modules: readonly string[], imports: readonly string[], dynamicImports: readonly string[],
 *   isEntry: boolean, bytes: number }} Chunk `isEntry`: somebody asks for it by name.
 * @typedef {{ page: string, screens: Readonly<Record<string, readonly string[]>>, smallBytes: number }} Wish
 *   `page` is loaded before all else; `screens` name the chunks that a screen is asked for by.
 */

/**
 * A bundler makes a chunk for each set of screens that share something: no screen loads too much,
 * and a board waits for eighty files, half of them below a kilobyte. What is put together here is
 * - all that the page loads in any case;
 * - what is loaded for the same of `screens`, and for nothing else;
 * - of the rest what is small, and rests on the same larger chunks: so that nobody loads a larger
 *   one for its sake, and no two chunks wait for each other.
 *
 * @param {ReadonlyMap<string, Chunk>} chunks by their file
 * @param {Wish} wish
 * @returns {Map<string, string>} the name of its group, for each module that is put together with others
 */
export function planChunks(chunks, { page, screens, smallBytes }) {
  const first = loadedWith(chunks, [page])
  const uses = Object.entries(screens).map(([name, asked]) => ({
    name,
    files: loadedWith(chunks, asked),
  }))
  const elsewhere = reached(chunks, page, new Set(Object.values(screens).flat()))
  /** @type {Map<string, { name: string, files: string[] }>} */
  const groups = new Map()
  for (const [file, { isEntry, bytes }] of chunks) {
    if (isEntry) continue
    const users = uses.filter(({ files }) => files.has(file)).map(({ name }) => name)
    const isShared = elsewhere.has(file)
    if (!first.has(file) && (users.length === 0 || (isShared && bytes >= smallBytes))) continue
    const name = first.has(file) ? 'start' : [...users, ...(isShared ? ['parts'] : [])].join('-')
    const larger = isShared && !first.has(file) ? largerBelow(chunks, file, first, smallBytes) : []
    const key = [name, ...larger].join(' ')
    const group = groups.get(key) ?? { name, files: [] }
    groups.set(key, group)
    group.files.push(file)
  }
  return named([...groups.values()], chunks)
}

/**
 * @param {{ name: string, files: string[] }[]} groups
 * @param {ReadonlyMap<string, Chunk>} chunks
 */
function named(groups, chunks) {
  /** @type {Map<string, string>} */
  const plan = new Map()
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const { name, files } of groups) {
    if (files.length < 2) continue
    const nth = times.get(name) ?? 0
    times.set(name, nth + 1)
    const own = nth === 0 ? name : `${name}-${nth}`
    for (const file of files)
      for (const module of chunks.get(file)?.modules ?? []) plan.set(module, own)
  }
  return plan
}

/**
 * @param {ReadonlyMap<string, Chunk>} chunks
 * @param {readonly string[]} asked
 * @returns {Set<string>} these and all they import at once
 */
function loadedWith(chunks, asked) {
  const seen = new Set()
  const visit = (/** @type {string} */ file) => {
    if (seen.has(file) || !chunks.has(file)) return
    seen.add(file)
    for (const imported of chunks.get(file)?.imports ?? []) visit(imported)
  }
  for (const file of asked) visit(file)
  return seen
}

/**
 * @param {ReadonlyMap<string, Chunk>} chunks
 * @param {string} page
 * @param {ReadonlySet<string>} beyond
 * @returns {Set<string>} all that can ever be loaded without going through one of `beyond`
 */
function reached(chunks, page, beyond) {
  const seen = new Set()
  const visit = (/** @type {string} */ file) => {
    if (seen.has(file) || beyond.has(file)) return
    seen.add(file)
    const { imports = [], dynamicImports = [] } = chunks.get(file) ?? {}
    for (const next of [...imports, ...dynamicImports]) visit(next)
  }
  visit(page)
  return seen
}

/**
 * @param {ReadonlyMap<string, Chunk>} chunks
 * @param {string} file
 * @param {ReadonlySet<string>} first
 * @param {number} smallBytes
 */
const largerBelow = (chunks, file, first, smallBytes) =>
  [...loadedWith(chunks, [file])]
    .filter((one) => !first.has(one) && (chunks.get(one)?.bytes ?? 0) >= smallBytes)
    .sort()

/**
 * @param {(file: string) => readonly string[]} importsOf
 * @param {readonly string[]} files
 * @returns {string[] | null} files of which each imports the next, and the last the first
 */
export function circleIn(importsOf, files) {
  /** @type {Set<string>} */
  const done = new Set()
  /** @type {string[]} */
  const path = []
  /** @type {(file: string) => string[] | null} */
  const visit = (file) => {
    if (done.has(file)) return null
    const at = path.indexOf(file)
    if (at >= 0) return path.slice(at)
    path.push(file)
    for (const imported of importsOf(file)) {
      const circle = visit(imported)
      if (circle) return circle
    }
    path.pop()
    done.add(file)
    return null
  }
  for (const file of files) {
    const circle = visit(file)
    if (circle) return circle
  }
  return null
}
