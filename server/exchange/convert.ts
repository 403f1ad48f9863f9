/** The one entrance of the thread that converts. Everything it needs is loaded with it. */
import { writeHtmlFile } from './html-file'
import type { Found, Job } from './jobs'
import { writeMarkdownFile, writeMarkdownZip } from './markdown-files'
import { readImport } from './reading/read-import'

const writers = {
  md: writeMarkdownFile,
  zip: writeMarkdownZip,
  html: writeHtmlFile,
}

export const convert = (job: Job): Uint8Array | Found | Promise<Uint8Array | Found> =>
  job.kind === 'read' ? readImport(job) : writers[job.format](job)
