/** A doc as a Word document: real headings, lists, tables, pictures, and the pages' numbers. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { drawablePictures } from '../drawable-pictures'
import type { WriteJob } from '../jobs'
import { isRightToLeft } from '../writing-direction'
import { partsOf } from './docx-blocks'
import { numberings } from './docx-numbering'
import { docxStyles } from './docx-styles'

const a4 = { width: 11906, height: 16838 }
const margin = 1270

export async function writeDocx(job: WriteJob): Promise<Uint8Array> {
  const { title, body, files, people, origin, words } = job
  const counted = numberings()
  const wishes = {
    fileAt: (id: string) => `${origin}/api/files/${id}`,
    nameOf: (id: string) => people[id] ?? '',
    linkTo: (address: string) => origin + address,
  }
  const pictures = await drawablePictures(files)
  const parts = partsOf(body.content ?? [], { wishes, pictures, numberings: counted, level: 0 })
  const name = title || words.untitled
  const head = new Paragraph({
    heading: HeadingLevel.TITLE,
    bidirectional: isRightToLeft(name),
    children: [new TextRun(name)],
  })
  const document = new Document({
    title: name,
    creator: 'Atelier',
    lastModifiedBy: 'Atelier',
    styles: docxStyles,
    numbering: counted.options(),
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: { default: pageFooter(words.page) },
        children: [head, ...parts],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageFooter(words: string): Footer {
  const children = words.split(/(\{\w+\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part
  })
  const run = new TextRun({ children, color: '59636B', size: 18 })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}
