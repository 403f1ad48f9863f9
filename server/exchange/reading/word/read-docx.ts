/** Word’s documents: their structure by their styles, and what is said in their margins. */
import { randomUUID } from 'node:crypto'
import { bodyFromHast } from '@atelier/shared/docs/body-from-hast'
import { elementsIn } from '@atelier/shared/docs/hast-walk'
import { propertyOf } from '@atelier/shared/docs/reading-hast'
import { Refusal } from '@atelier/shared/refusals'
import type { JSONContent } from '@tiptap/core'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { imageSize } from 'image-size'
import mammoth from 'mammoth'
import { toXml } from 'xast-util-to-xml'
import { widestPicture } from '../../drawable-pictures'
import type { Found, FoundThread, ReadJob } from '../../jobs'
import { zipOf } from '../../zip-out'
import { type Collected, filesOf, folderOf, nameIn, type Pack, skip, stemOf } from '../pack'
import { partOf } from '../xml'
import { settleNotes } from './notes-in-hast'
import { prepareDocument } from './prepare-document'
import { wordComments } from './word-comments'
import { wordLists } from './word-lists'
import { wordStyleMap } from './word-style-map'
import { wordStyles } from './word-styles'

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** `part` is where in the zip the text lies. */
export async function readDocx(
  { name, untitled }: ReadJob,
  pack: Pack,
  part: string,
): Promise<Found> {
  const id = randomUUID()
  const into: Collected = { files: [], skipped: [...pack.skipped] }
  try {
    const own = stemOf(nameIn(name.replaceAll('\\', '/'))) || untitled
    const { prepared, comments } = preparedPack(pack, part, own, into)
    const body = await bodyOf(prepared, id, into)
    const { title, rest } = titled(body)
    const said = comments.map((thread) =>
      thread.quote === title && thread.before + thread.after === ''
        ? { ...thread, isAnchored: false }
        : thread,
    )
    const doc = { id, parent: null, title: title ?? own, body: rest, comments: said }
    return { kind: 'files', docs: [doc], files: into.files, skipped: into.skipped }
  } catch (cause) {
    // What neither the library nor we can make sense of is no document any more.
    const damaged = new Refusal('invalid', { fields: [{ field: 'file', problem: 'damaged' }] })
    throw cause instanceof Refusal ? cause : Object.assign(damaged, { cause })
  }
}

function preparedPack(
  pack: Pack,
  part: string,
  name: string,
  into: Collected,
): { prepared: Pack; comments: FoundThread[] } {
  const document = partOf(pack, part)
  if (!document) return { prepared: pack, comments: [] }
  const folder = folderOf(part)
  const comments = wordComments(pack, folder, document)
  const styles = wordStyles(pack, folder)
  prepareDocument(document, { name, styles, lists: wordLists(pack, folder, styles), into })
  const bytes = new TextEncoder().encode(toXml(document))
  return { prepared: { ...pack, files: new Map(pack.files).set(part, bytes) }, comments }
}

async function bodyOf(pack: Pack, docId: string, into: Collected): Promise<JSONContent> {
  const pictures: { name: string; bytes: Uint8Array }[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType]
    if (!ending) {
      skip(into, image.contentType, 'unknown-kind')
      return { src: '' }
    }
    const content = await image.readAsArrayBuffer()
    pictures.push({
      name: `picture ${pictures.length + 1}.${ending}`,
      bytes: new Uint8Array(content),
    })
    return { src: `picture:${pictures.length - 1}` }
  })
  const buffer = await checkedZip(pack)
  const options = { styleMap: wordStyleMap, convertImage, ignoreEmptyParagraphs: false }
  const { value } = await mammoth.convertToHtml({ buffer }, options)
  const fileAs = filesOf(docId, into)
  const root = settleNotes(fromHtml(value, { fragment: true }))
  const naturalWidths = pictures.map(({ bytes }) => widthOf(bytes))
  forgetWidths(root, (src) => naturalWidths[Number(src.replace('picture:', ''))])
  return bodyFromHast(root, {
    spaces: 'collapse',
    at(address) {
      const [, number] = /^picture:(\d+)$/.exec(address) ?? []
      const picture = number === undefined ? undefined : pictures[Number(number)]
      return picture ? fileAs(address, picture.name, picture.bytes) : undefined
    },
  })
}

function widthOf(bytes: Uint8Array): number {
  try {
    return imageSize(bytes).width
  } catch {
    return 0
  }
}

/** Pictures that are shown as wide as they are, or as the page, have no width that somebody wished. */
function forgetWidths(root: Root, natural: (src: string) => number | undefined): void {
  for (const element of elementsIn(root)) {
    const width = Number(element.properties.width)
    const own = Math.min(natural(propertyOf(element, 'src')) ?? 0, widestPicture)
    if (element.tagName === 'img' && Math.abs(width - own) <= 2) delete element.properties.width
  }
}

/** The library unpacks whatever it is given: so it is given only what has been checked. */
async function checkedZip({ files }: Pack): Promise<Buffer> {
  const parts = [...files].map(([name, bytes]) => ({ name, bytes }))
  return Buffer.from(await zipOf(parts, { compress: false }))
}

/** A heading at its very beginning is its title. */
function titled(body: JSONContent): { title: string | null; rest: JSONContent } {
  const [first, ...rest] = body.content ?? []
  const words = (first?.content ?? [])
    .map((inline) => inline.text ?? '')
    .join('')
    .trim()
  if (first?.type !== 'heading' || first.attrs?.level !== 1 || words === '')
    return { title: null, rest: body }
  return {
    title: words,
    rest: { type: 'doc', content: rest.length > 0 ? rest : [{ type: 'paragraph' }] },
  }
}
