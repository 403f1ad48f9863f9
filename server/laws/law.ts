import type { SourceFile } from './source-files'

/** `faults` says, for one file, in what it breaks the law; an empty list when it keeps it. */
export type Law = { name: string; faults(file: SourceFile): string[] }
