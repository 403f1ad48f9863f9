/** Pictures and other files of a room: `file` is the id of its row, `/api/files/<id>` its bytes. */
import { mergeAttributes, Node } from '@tiptap/core'
import { attribute, readOneOf, readText, readUuid, readWhole } from './attributes'

export const readFileName = readText(200)
export const readAlt = readText(1000)
export const readFileSize = readWhole(0, 2 ** 31 - 1)
export const readPixels = readWhole(1, 20_000)
export const readPictureWidth = readWhole(40, 4000)
export const pictureAlignments = ['start', 'center', 'end', 'wide'] as const

/** A picture on lines of its own. `width` is how wide it is shown, in CSS pixels; null as wide as it is. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    file: attribute('file', readUuid, null),
    alt: attribute('alt', readAlt, ''),
    caption: attribute('caption', readAlt, ''),
    width: attribute('width', readPictureWidth, null),
    align: attribute('align', readOneOf(pictureAlignments), 'center'),
    /** Of the file itself, so that its place is kept before it is loaded. */
    pixelWidth: attribute('pixelWidth', readPixels, null),
    pixelHeight: attribute('pixelHeight', readPixels, null),
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-picture': '' }),
    readAlt(node.attrs.alt) ?? '',
  ],
  renderText: ({ node }) => readAlt(node.attrs.caption) || readAlt(node.attrs.alt) || '',
})

/** Any other file, to be downloaded. `size` is in bytes. */
export const Attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    file: attribute('file', readUuid, null),
    name: attribute('name', readFileName, ''),
    mime: attribute('mime', readText(200), ''),
    size: attribute('size', readFileSize, 0),
  }),
  parseHTML: () => [{ tag: 'div[data-attachment]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-attachment': '' }),
    readFileName(node.attrs.name) ?? '',
  ],
  renderText: ({ node }) => readFileName(node.attrs.name) ?? '',
})
