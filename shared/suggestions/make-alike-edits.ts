/**
 * What comes back when a decision is taken back is written anew. Yjs finds its letters and blocks, and
 * now and then not the limits of their marks, which it may have swept away meanwhile.
 */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { deepestContent } from './node-content'
import { isSameValue, plainValue } from './plain-value'
import type { AnyType } from './same-type'

type Attributes = Record<string, unknown>
type Run = { words: string; attributes: Attributes }

/** Gives what stands in `made` the marks and attributes it has in `model`, wherever both say the same. */
export function makeAlike(made: Y.Doc, model: Y.Doc): void {
  made.transact(() => {
    alikeMarks(docTitle(made), docTitle(model))
    alikeChildren(docBody(made), docBody(model))
  })
}

function alikeChildren(made: Y.XmlFragment, model: Y.XmlFragment, depth = 0): void {
  if (depth > deepestContent) return
  const [ours, theirs] = [made, model].map((each) => each.toArray() as AnyType[]) as [
    AnyType[],
    AnyType[],
  ]
  if (ours.length !== theirs.length) return
  for (const [nth, child] of ours.entries()) alike(child, theirs[nth], depth + 1)
}

function alike(made: AnyType, model: AnyType | undefined, depth: number): void {
  if (made instanceof Y.XmlText && model instanceof Y.XmlText) alikeMarks(made, model)
  if (!(made instanceof Y.XmlElement && model instanceof Y.XmlElement)) return
  if (made.nodeName !== model.nodeName) return
  const wanted = changesBetween(made.getAttributes(), model.getAttributes())
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null) made.removeAttribute(name)
    else made.setAttribute(name, value as string)
  }
  alikeChildren(made, model, depth)
}

function alikeMarks(made: Y.Text, model: Y.Text): void {
  const [ours, theirs] = [made, model].map(runsIn) as [Run[], Run[]]
  if (saidBy(ours) !== saidBy(theirs)) return
  for (let at = 0; ours[0] && theirs[0]; ) {
    const length = Math.min(ours[0].words.length, theirs[0].words.length)
    const marks = changesBetween(ours[0].attributes, theirs[0].attributes)
    if (Object.keys(marks).length > 0) made.format(at, length, marks)
    for (const runs of [ours, theirs]) cutFrom(runs, length)
    at += length
  }
}

const runsIn = (text: Y.Text): Run[] =>
  (text.toDelta() as { insert: unknown; attributes?: Attributes }[]).map(
    ({ insert, attributes = {} }) => ({
      words: typeof insert === 'string' ? insert : '\uFFFC',
      attributes,
    }),
  )

const saidBy = (runs: readonly Run[]) => runs.map(({ words }) => words).join('')

function cutFrom(runs: Run[], length: number): void {
  const [first] = runs
  if (first && first.words.length > length) first.words = first.words.slice(length)
  else runs.shift()
}

/** What must be set so that one becomes the other; null where it must not be. */
export function changesBetween(has: Attributes, wanted: Attributes): Attributes {
  const names = [...new Set([...Object.keys(has), ...Object.keys(wanted)])]
  const different = names.filter((name) => !isSameValue(has[name], wanted[name]))
  return Object.fromEntries(different.map((name) => [name, plainValue(wanted[name]) ?? null]))
}
