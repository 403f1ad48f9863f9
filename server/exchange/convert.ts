/** The one entrance of the thread that converts. Everything it needs is loaded with it. */
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
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

export function convert(job: Job): Uint8Array | Found | Promise<Uint8Array | Found> {
  if (job.kind === 'make') return newDocUpdate(job)
  return job.kind === 'read' ? readImport(job) : writers[job.format](job)
}
