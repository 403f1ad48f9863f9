import type { LibraryDoc } from '@atelier/shared/docs/doc-lists'
import { expect, test } from 'vitest'
import { libraryDocsAbout } from './library-docs-about'

const doc = (title: string, project: string | null, departments: string[]): LibraryDoc => ({
  id: title,
  title,
  project: project === null ? null : { id: project, title: project },
  departments,
  excerpt: 'Zwölf von hundert',
  template: false,
  changedAt: '',
})
const all = [
  doc('How we measure bores', 'Less scrap', ['Quality', 'Production']),
  doc('Übergabe der Schicht', null, ['Production']),
]
const found = (words: string, department: string | null = null) =>
  libraryDocsAbout(all, words, department).map(({ title }) => title)

test.each<[string, string | null, string[]]>([
  ['', null, ['How we measure bores', 'Übergabe der Schicht']],
  ['MEASURE scrap', null, ['How we measure bores']],
  ['ubergabe', null, ['Übergabe der Schicht']],
  ['zwolf', 'Quality', ['How we measure bores']],
  ['nothing like it', null, []],
])('“%s” in %s', (words, department, expected) => {
  expect(found(words, department)).toEqual(expected)
})
