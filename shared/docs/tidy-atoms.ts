/** Blocks with nothing inside: rules, formulas, pictures, files, embeds. */
import type { JSONContent } from '@tiptap/core'
import { readOneOf, readText, readUuid, readWhole } from './attributes'
import { readEmbed } from './embed'
import { attrsOf, type Loose, printable } from './loose-node'
import { readLatex } from './maths'
import { pictureAlignments, readFileName, readFileSize, readPictureWidth } from './media'
import { oneLine } from './tidy-inlines'

const readAlignment = readOneOf(pictureAlignments)
const readWords = readText(1000)
const readMime = readText(200)
const readPixels = readWhole(1, 20_000)

/** Null where `node` is none of them. */
export function tidyAtom(node: Loose): JSONContent[] | null {
  const attrs = attrsOf(node)
  switch (node.type) {
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }]
    case 'blockMath': {
      const latex = printable(readLatex(attrs.latex) ?? '').replace(/^\n+|\s+$/g, '')
      return latex === '' ? [] : [{ type: 'blockMath', attrs: { latex } }]
    }
    case 'picture':
      return tidyPicture(attrs)
    case 'attachment':
      return tidyAttachment(attrs)
    case 'embed':
      return tidyEmbed(attrs)
    default:
      return null
  }
}

function tidyPicture(attrs: Record<string, unknown>): JSONContent[] {
  const file = readUuid(attrs.file)
  if (file === null) return []
  const picture = {
    file,
    alt: oneLine(readWords(attrs.alt) ?? ''),
    caption: oneLine(readWords(attrs.caption) ?? ''),
    width: readPictureWidth(attrs.width),
    align: readAlignment(attrs.align) ?? 'center',
    pixelWidth: readPixels(attrs.pixelWidth),
    pixelHeight: readPixels(attrs.pixelHeight),
  }
  return [{ type: 'picture', attrs: picture }]
}

function tidyAttachment(attrs: Record<string, unknown>): JSONContent[] {
  const file = readUuid(attrs.file)
  if (file === null) return []
  const name = oneLine(readFileName(attrs.name) ?? '')
  const mime = oneLine(readMime(attrs.mime) ?? '')
  return [{ type: 'attachment', attrs: { file, name, mime, size: readFileSize(attrs.size) ?? 0 } }]
}

function tidyEmbed(attrs: Record<string, unknown>): JSONContent[] {
  const embed = readEmbed(attrs)
  return embed ? [{ type: 'embed', attrs: { ...embed, label: oneLine(embed.label) } }] : []
}
