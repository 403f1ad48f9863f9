/** Where in a zip a Word document’s text lies: mostly, and not always, in `word/document.xml`. */
import type { Pack } from '../pack'
import { below, partOf } from '../xml'

const usual = 'word/document.xml'
const textKind = /(wordprocessingml|ms-word)\..*(document|template)\S*\.main\+xml/i

/** Null for what is no Word document. */
export function mainPartOf(pack: Pack): string | null {
  if (pack.files.has(usual)) return usual
  const kinds = partOf(pack, '[Content_Types].xml')
  const named = (kinds ? below(kinds, 'Override') : []).find(({ attributes }) =>
    textKind.test(attributes.ContentType ?? ''),
  )
  const name = named?.attributes.PartName?.replace(/^\//, '') ?? ''
  return pack.files.has(name) ? name : null
}
