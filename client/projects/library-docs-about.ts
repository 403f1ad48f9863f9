import type { LibraryDoc } from '@atelier/shared/docs/doc-lists'

/** Those in whose title, beginning, project or departments all the words occur; of one department if it is named. */
export function libraryDocsAbout(
  docs: readonly LibraryDoc[],
  wanted: string,
  department: string | null,
): LibraryDoc[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean)
  return docs.filter((doc) => {
    if (department !== null && !doc.departments.includes(department)) return false
    const said = folded(
      [doc.title, doc.excerpt, doc.project?.title ?? '', ...doc.departments].join(' '),
    )
    return words.every((word) => said.includes(word))
  })
}

/** Without case and accents, as people search. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
