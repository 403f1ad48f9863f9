/** Which page stands under which, from the folders they lie in. */
import { folderOf, type Page, pageFor, stemOf } from './pack'

/** `keyOf` says under what name a page's folder is looked for. Folders without a page get one. */
export function treeOf(
  pages: readonly Page[],
  keyOf: (path: string) => string,
): { pages: Page[]; parents: Map<string, string | null> } {
  const byKey = new Map(pages.map((page) => [keyOf(stemOf(page.path)), page]))
  const byPath = new Map(pages.map((page) => [stemOf(page.path), page]))
  const made: Page[] = []
  const root = commonFolder(pages)
  const pageOfFolder = (folder: string): Page | null => {
    if (folder === '' || folder.length <= root.length) return null
    const path = folder.slice(0, -1)
    const known = byPath.get(path) ?? byKey.get(keyOf(path))
    if (known) return known
    const page = pageFor(path)
    byKey.set(keyOf(path), page)
    made.push(page)
    return page
  }
  const parents = new Map<string, string | null>()
  const place = (page: Page) => {
    const parent = pageOfFolder(folderOf(page.path))
    parents.set(page.id, parent === page ? null : (parent?.id ?? null))
  }
  for (const page of pages) place(page)
  // Also what was made on the way stands under something.
  for (let at = 0; at < made.length; at++) place(made[at] as Page)
  return { pages: [...made.reverse(), ...pages], parents }
}

/** What all of them lie in says nothing. */
function commonFolder(pages: readonly Page[]): string {
  const [first, ...rest] = pages.map(({ path }) => folderOf(path))
  let common = first ?? ''
  for (const folder of rest)
    while (!folder.startsWith(common)) common = folderOf(common.slice(0, -1))
  return common
}
