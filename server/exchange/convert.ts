/** The one entrance of the thread that converts. Everything it needs is loaded with it. */
import { writeDocx } from './docx/docx-file'
import { writeHtmlFile } from './html-file'
import type { Found, Job } from './jobs'
import { writeMarkdownFile, writeMarkdownZip } from './markdown-files'
import { writePdf } from './pdf/pdf-file'
import { readImport } from './reading/read-import'

const writers = {
  md: writeMarkdownFile,
  zip: writeMarkdownZip,
  html: writeHtmlFile,
  docx: writeDocx,
  pdf: writePdf,
}

export const convert = (job: Job): Uint8Array | Found | Promise<Uint8Array | Found> =>
  job.kind === 'read' ? readImport(job) : writers[job.format](job)
