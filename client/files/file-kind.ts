/** What people call a file of this type; names of the words `file.kinds.<kind>`. */
export const fileKinds = [
  'pdf',
  'document',
  'sheet',
  'slides',
  'picture',
  'sound',
  'film',
  'archive',
  'text',
  'other',
] as const
export type FileKind = (typeof fileKinds)[number]

const byMime: [RegExp, FileKind][] = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'picture'],
  [/^audio\//, 'sound'],
  [/^video\//, 'film'],
  [/(wordprocessing|opendocument\.text|msword|rtf)/, 'document'],
  [/(spreadsheet|ms-excel|csv)/, 'sheet'],
  [/(presentation|powerpoint)/, 'slides'],
  [/(zip|x-tar|gzip|7z|rar|x-bzip|x-xz|zstd)/, 'archive'],
]
const byEnding: [RegExp, FileKind][] = [
  [/\.(docx?|odt|rtf)$/i, 'document'],
  [/\.(xlsx?|ods|csv|tsv)$/i, 'sheet'],
  [/\.(pptx?|odp)$/i, 'slides'],
  [/\.svgz?$/i, 'picture'],
]

/** By what its bytes are; its name only helps where those say little. Only for show. */
export function fileKind(mime: string, name: string): FileKind {
  const kind = byMime.find(([pattern]) => pattern.test(mime))?.[1]
  const named = byEnding.find(([pattern]) => pattern.test(name))?.[1]
  if (kind === undefined || kind === 'archive') return named ?? kind ?? other(mime)
  return kind
}

const other = (mime: string): FileKind => (mime.startsWith('text/') ? 'text' : 'other')
