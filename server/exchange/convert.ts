/** The one entrance of the thread that converts. Everything it needs is loaded with it. */
import { docOf } from '@atelier/shared/docs/new-doc'
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import type { BoardLook, ImportProgress } from '@atelier/shared/exchange/board-import'
import { writeBoardFile } from './board-file'
import { writeDocx } from './docx/docx-file'
import { exportedBoard } from './exported-board'
import { writeHtmlFile } from './html-file'
import type { Found, Job, Made, MadeBoard } from './jobs'
import { makeBoard } from './make-board'
import { makeDoc } from './make-doc'
import { writeMarkdownFile, writeMarkdownZip } from './markdown-files'
import { writePdf } from './pdf/pdf-file'
import { writeTrainingPdf } from './pdf/training-pdf'
import { type PublicText, publicText } from './public-text'
import { lookAtBoard, readBoardFile } from './reading/boards/read-board'
import { readImport } from './reading/read-import'

const writers = {
  md: writeMarkdownFile,
  zip: writeMarkdownZip,
  html: writeHtmlFile,
  docx: writeDocx,
  pdf: writePdf,
}

type Converted = Uint8Array | Found | Made | MadeBoard | BoardContent | BoardLook | PublicText

/** `tell` is told how far a board is. */
type Tell = (progress: ImportProgress) => void

export function convert(job: Job, tell?: Tell): Converted | Promise<Converted> {
  if (job.kind === 'make') return makeDoc(job)
  if (job.kind === 'make-board') return makeBoard(job, tell)
  if (job.kind === 'open-board') return exportedBoard(docOf(job.update))
  if (job.kind === 'look-board') return lookAtBoard(job)
  if (job.kind === 'read-board') return readBoardFile(job, tell)
  if (job.kind === 'write-board') return writeBoardFile(job)
  if (job.kind === 'write-training') return writeTrainingPdf(job)
  if (job.kind === 'show') return publicText(job.update, job.origins)
  return job.kind === 'read' ? readImport(job) : writers[job.format](job)
}
