/** The history of a text, keystroke by keystroke: a real paper's, or one made up from a seed. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { Random } from '../testing/random'

/** Delete `deleted` characters at `position`, then insert `inserted` there. */
export type Patch = [position: number, deleted: number, inserted: string]
export type Paper = { name: string; patches: Patch[]; text: string }

/** The format of josephg/editing-traces. */
const traceFile = z.object({
  startContent: z.literal(''),
  endContent: z.string(),
  txns: z.array(z.object({ patches: z.array(z.tuple([z.number(), z.number(), z.string()])) })),
})

/** `most` cuts the history short; the text is then what it was at that moment. */
export async function loadPaper(path: string, most = Number.POSITIVE_INFINITY): Promise<Paper> {
  const bytes = await readFile(path)
  const json = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const trace = traceFile.parse(JSON.parse(json.toString('utf8')))
  const all = trace.txns.flatMap((txn) => txn.patches)
  const whole = all.length <= most
  const patches = whole ? all : all.slice(0, most)
  const text = whole ? trace.endContent : textOf(patches)
  return { name: `${path.split('/').at(-1)}, ${patches.length} edits`, patches, text }
}

const words = 'the of and a tool wear bore shift part we measure again until it holds'.split(' ')

/** Somebody who types words, goes back, deletes, and goes on somewhere else. */
export function inventPaper(edits: number, seed: number): Paper {
  const random = new Random(seed)
  const patches: Patch[] = []
  let length = 0
  let caret = 0
  while (patches.length < edits) {
    const word = `${words[random.below(words.length)]} `
    for (const letter of word) {
      patches.push([caret++, 0, letter])
      length++
    }
    for (let back = random.next() < 0.2 ? random.below(6) : 0; back > 0 && caret > 0; back--) {
      patches.push([--caret, 1, ''])
      length--
    }
    if (random.next() < 0.04) caret = random.below(length + 1)
  }
  const cut = patches.slice(0, edits)
  return {
    name: `an invented paper, ${edits} edits, seed ${seed}`,
    patches: cut,
    text: textOf(cut),
  }
}

/** Applied to a list of lines' worth of characters at a time: a plain string would be copied for each key. */
export function textOf(patches: readonly Patch[]): string {
  const chunks: string[][] = [[]]
  const most = 2048
  for (const [position, deleted, inserted] of patches) {
    let [chunk, at] = find(chunks, position)
    for (let left = deleted; left > 0; ) {
      const here = chunks[chunk]
      if (here === undefined) throw new Error('The trace deletes beyond the end of its text.')
      const gone = here.splice(at, left).length
      left -= gone
      if (left > 0) [chunk, at] = [chunk + 1, 0]
    }
    const target = chunks[chunk] ?? []
    target.splice(at, 0, ...inserted)
    if (target.length > most)
      chunks.splice(chunk, 1, target.slice(0, most / 2), target.slice(most / 2))
  }
  return chunks.flat().join('')
}

function find(chunks: string[][], position: number): [chunk: number, at: number] {
  let before = 0
  for (const [index, chunk] of chunks.entries()) {
    if (position <= before + chunk.length) return [index, position - before]
    before += chunk.length
  }
  throw new Error('The trace edits beyond the end of its text.')
}
