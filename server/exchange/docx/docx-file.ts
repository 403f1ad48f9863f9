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
import { commentedBody } from './commented-body'
import { partsOf } from './docx-blocks'
import { docxComments } from './docx-comments'
import { numberings } from './docx-numbering'
import { docxStyles } from './docx-styles'
import { tableEnd } from './docx-table'

const a4 = { width: 11906, height: 16838 }
const margin = 1270

export async function writeDocx(job: WriteJob): Promise<Uint8Array> {
  const { title, body, files, people, origin, words, threads = [] } = job
  const counted = numberings()
  const wishes = {
    fileAt: (id: string) => `${origin}/api/files/${id}`,
    nameOf: (id: string) => people[id] ?? '',
    linkTo: (address: string) => origin + address,
  }
  const pictures = await drawablePictures(files)
  const comments = docxComments(threads)
  const { body: commented, elsewhere } = commentedBody(body, threads)
  const place = { wishes, pictures, comments, numberings: counted, level: 0 }
  const parts = partsOf(commented.content ?? [], place)
  const name = title || words.untitled
  const head = new Paragraph({
    heading: HeadingLevel.TITLE,
    bidirectional: isRightToLeft(name),
    // What is about the whole doc stands at its title.
    children: [
      ...elsewhere.flatMap(comments.begin),
      new TextRun(name),
      ...elsewhere.flatMap(comments.end),
    ],
  })
  const document = new Document({
    title: name,
    creator: 'Atelier',
    lastModifiedBy: 'Atelier',
    styles: docxStyles,
    numbering: counted.options(),
    ...(threads.length > 0 && { comments: { children: comments.all } }),
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: { default: pageFooter(words.page) },
        children: [head, ...parts, ...(parts.at(-1) instanceof Paragraph ? [] : [tableEnd()])],
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
