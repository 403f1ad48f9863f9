/** Word's documents: their structure by their styles. Comments, drawings and fields are left out. */
import { randomUUID } from 'node:crypto'
import { bodyFromHtml } from '@atelier/shared/docs/body-from-html'
import type { JSONContent } from '@tiptap/core'
import mammoth from 'mammoth'
import type { Found, ReadJob } from '../jobs'
import { zipOf } from '../zip-out'
import { type Collected, filesOf, nameIn, type Pack, skip, stemOf } from './pack'

/** Also the styles of the documents we write. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Code'] => pre:separator('\n')",
  "p[style-name='Source Code'] => pre:separator('\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\n')",
  "p[style-name='Formula'] => pre.language-math",
  "r[style-name='Formula Character'] => code.language-math",
  "r[style-name='Code Character'] => code",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  ...['info', 'tip', 'warning', 'danger'].map(
    (tone) => `p[style-name='Callout ${tone}'] => aside.${tone} > p:fresh`,
  ),
  'u => u',
  'strike => s',
  'highlight => mark',
]

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

export async function readDocx({ name, untitled }: ReadJob, pack: Pack): Promise<Found> {
  const id = randomUUID()
  const into: Collected = { files: [], skipped: [...pack.skipped] }
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
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: styles, convertImage, ignoreEmptyParagraphs: false },
  )
  const fileAs = filesOf(id, into)
  const body = bodyFromHtml(value, {
    at(address) {
      const [, number] = /^picture:(\d+)$/.exec(address) ?? []
      const picture = number === undefined ? undefined : pictures[Number(number)]
      return picture ? fileAs(address, picture.name, picture.bytes) : undefined
    },
  })
  const { title, rest } = titled(body)
  const own = stemOf(nameIn(name.replaceAll('\\', '/'))) || untitled
  const doc = { id, parent: null, title: title ?? own, body: rest }
  return { kind: 'files', docs: [doc], files: into.files, skipped: into.skipped }
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
