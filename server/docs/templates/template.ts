import type { Block } from '../markup'

/** `title` is the new doc's until somebody writes another. */
export type Template = { title: string; body: Block[] }
