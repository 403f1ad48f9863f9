/**
 * A doc as printed pages. What is drawn was loaded before: pdfmake may read no file and ask no
 * other machine, and in the thread it runs in there are none (closed-doors.ts).
 */
import { wordsIn } from '@atelier/shared/docs/loose-node'
import pdfmake from 'pdfmake'
import type { DynamicContent, TDocumentDefinitions } from 'pdfmake/interfaces'
import { type Drawable, drawablePictures } from '../drawable-pictures'
import type { WriteJob } from '../jobs'
import { teachBidi } from './pdf-bidi'
import { contentOf, wholePage } from './pdf-blocks'
import { loadFonts } from './pdf-fonts'
import { lineOf, plainLine } from './pdf-lines'
import { colours, lineHeight, page, styles } from './pdf-look'

const { virtualfs: virtualFiles } = pdfmake as unknown as { virtualfs: VirtualFiles }
type VirtualFiles = { writeFileSync(name: string, bytes: Buffer): void }
export const fonts = loadFonts()
for (const [name, bytes] of fonts.files) virtualFiles.writeFileSync(name, bytes)
pdfmake.addFonts(fonts.definitions)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)
teachBidi()

export async function writePdf(job: WriteJob): Promise<Uint8Array> {
  const { title, body, files, people, origin, words, language } = job
  const pictures = await drawablePictures(files)
  const wishes = {
    nameOf: (id: string) => people[id] ?? '',
    fileAt: (id: string) => `${origin}/api/files/${id}`,
    linkTo: (address: string) => origin + address,
  }
  const name = title || words.untitled
  const definition = {
    images: Object.fromEntries([...pictures].map(([id, picture]) => [id, dataUrl(picture)])),
    content: [
      { ...plainLine(name, fonts), style: 'title' },
      ...(fonts.lacking(title + wordsIn(body)).length > 0
        ? [{ ...plainLine(words.noFont, fonts), style: 'note' }]
        : []),
      ...contentOf(body.content ?? [], wholePage({ wishes, fonts, pictures })),
    ],
  }
  return printPdf({ title: name, language, page: words.page, definition })
}

type Print = {
  title: string
  language: string
  /** What stands at the foot: `Page {page} of {pages}`. */
  page: string
  definition: Pick<TDocumentDefinitions, 'content' | 'images'>
}

/** On our paper. */
export async function printPdf({ title, language, page: words, definition }: Print) {
  const printed: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: page.margins,
    language,
    displayTitle: true,
    compress: true,
    info: { title, creator: 'Atelier', producer: 'Atelier' },
    defaultStyle: { font: 'Text', fontSize: 10.5, lineHeight, color: colours.ink },
    styles,
    ...definition,
    footer: footerOf(title, words),
  }
  return new Uint8Array(await pdfmake.createPdf(printed).getBuffer())
}

const dataUrl = ({ kind, bytes }: Drawable) =>
  `data:image/${kind === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`

const footerOf =
  (title: string, words: string): DynamicContent =>
  (current, count) => {
    const cut = title.length > 70 ? `${title.slice(0, 69)}…` : title
    return {
      columns: [
        { ...lineOf([{ type: 'text', text: cut }], {}, fonts), width: '*' },
        {
          text: words.replace('{page}', String(current)).replace('{pages}', String(count)),
          width: 'auto',
          alignment: 'right',
        },
      ],
      margin: [page.margins[0], 26, page.margins[2], 0],
      fontSize: 8.5,
      color: colours.soft,
    }
  }
