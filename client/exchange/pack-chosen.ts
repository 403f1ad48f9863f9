/** What somebody chose, as the one file an import reads: several of them, or a folder, become a zip. */
import type { DropItem } from 'react-aria-components'

/** `path` as in the folder it is from, or its name alone. */
export type Chosen = { path: string; file: File }

export const chosenIn = (files: Iterable<File>): Chosen[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

/** Folders with all that is in them; what is no file is left out. */
export async function chosenByDrop(items: Iterable<DropItem>, under = ''): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for (const item of items) {
    if (item.kind === 'file') chosen.push({ path: under + item.name, file: await item.getFile() })
    if (item.kind === 'directory') {
      for await (const inside of item.getEntries())
        chosen.push(...(await chosenByDrop([inside], `${under}${item.name}/`)))
    }
  }
  return chosen
}

export async function packChosen(chosen: readonly Chosen[]): Promise<File | null> {
  const [first] = chosen
  if (!first) return null
  const [folder = '', ...inside] = first.path.split('/')
  if (chosen.length === 1 && inside.length === 0) return first.file
  const { downloadZip } = await import('client-zip')
  const entries = chosen.map(({ path, file }) => ({
    name: path,
    input: file,
    lastModified: file.lastModified,
  }))
  return new File([await downloadZip(entries).blob()], `${folder}.zip`, { type: 'application/zip' })
}
