/**
 * What a fork suggests, read from the very letters: what only the fork has is inserted, what only the
 * doc has is removed. So nothing is guessed, everybody reads the same, and a keystroke of a colleague
 * is never taken for somebody's suggestion.
 */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { docSchema } from '../docs/new-doc'
import { gathered } from './gathered'
import { keptAttributes, keyOfAttribute } from './kept'
import { textContent, typeContent } from './node-content'
import { isSameValue, plainValue } from './plain-value'
import { type AnyType, itemsOf, type Stretch, stretchesOf, typeIn } from './same-type'
import { rangeOf, type Side, SpotBuilder } from './spot-builder'
import type { Differences, Spot, SpotKind, Suggestion } from './suggestion'

/** `suggested` is that of a `SuggestedDoc`. In the order of the text; nothing is changed. */
export const readSuggestions = (doc: Y.Doc, suggested: Y.Doc, fork: Y.Doc): Suggestion[] =>
  readFork(doc, suggested, fork).suggestions

export function readFork(doc: Y.Doc, suggested: Y.Doc, fork: Y.Doc) {
  const reader = new Reader(doc, fork)
  reader.read(suggested)
  const { spots, echoes } = reader.builder
  return { suggestions: gathered(spots), echoes }
}

type Attributes = Record<string, unknown>
const nothing: Spot['on'] = { type: null, first: null, length: 0 }

class Reader {
  readonly #doc: Y.Doc
  readonly #kept: ReadonlySet<string>
  readonly builder = new SpotBuilder()

  constructor(doc: Y.Doc, fork: Y.Doc) {
    this.#doc = doc
    this.#kept = new Set(
      keptAttributes(fork, doc).map(({ element, name }) => keyOfAttribute(element, name)),
    )
  }

  read(suggested: Y.Doc): void {
    this.builder.begin('title')
    this.#text(docTitle(suggested))
    this.builder.begin('body')
    this.#children(docBody(suggested))
    this.builder.end()
  }

  /** Of something both have. */
  #children(parent: AnyType): void {
    for (const item of itemsOf(parent)) {
      const ours = typeIn(item)
      for (const { id, other } of stretchesOf(item, this.#doc)) {
        const theirs = typeIn(other)
        if (ours && theirs) this.#both(id, ours, theirs)
        else if (ours) this.#only('inserted', id, ours)
        else if (theirs) this.#only('removed', id, theirs)
      }
    }
  }

  #only(side: Side, id: Y.ID, type: AnyType): void {
    const piece = { ids: [rangeOf(id, 0, 1)], content: typeContent(type) }
    this.builder.oneSided(side, kindOf(type), sizeOf(type), piece)
  }

  #both(id: Y.ID, ours: AnyType, theirs: AnyType): void {
    if (ours instanceof Y.XmlText) this.#text(ours)
    if (!(ours instanceof Y.XmlElement && theirs instanceof Y.XmlElement)) return
    const differences = differencesOf(theirs.getAttributes(), ours.getAttributes())
    for (const name of Object.keys(differences)) {
      if (this.#kept.has(keyOfAttribute(id, name))) delete differences[name]
    }
    this.builder.attributes(differences, { ...nothing, type: id })
    if (isLeaf(ours)) this.builder.common(1, {}, nothing)
    else this.#inside(id, ours)
  }

  #inside({ client, clock }: Y.ID, element: Y.XmlElement): void {
    this.builder.enter(`${element.nodeName} ${client}.${clock}`)
    this.#children(element)
    this.builder.leave()
  }

  #text(text: Y.Text): void {
    const [inDoc, inFork]: [Attributes, Attributes] = [{}, {}]
    for (const item of itemsOf(text)) {
      const ours = item.deleted ? null : item.content
      for (const stretch of stretchesOf(item, this.#doc)) {
        const theirs = stretch.other?.content
        if (ours instanceof Y.ContentFormat) setAttribute(inFork, ours)
        if (theirs instanceof Y.ContentFormat) setAttribute(inDoc, theirs)
        if (ours instanceof Y.ContentString && theirs) {
          const on = { type: text._item?.id ?? null, first: stretch.id, length: stretch.length }
          const letters = textContent(lettersOf(ours, stretch), inFork)
          this.builder.common(stretch.length, differencesOf(inDoc, inFork), on, letters)
        } else if (ours instanceof Y.ContentString) {
          this.#words('inserted', stretch, lettersOf(ours, stretch), inFork)
        } else if (theirs instanceof Y.ContentString && stretch.other) {
          const at = stretch.id.clock - stretch.other.id.clock
          this.#words('removed', stretch, theirs.str.slice(at, at + stretch.length), inDoc)
        }
      }
    }
  }

  #words(side: Side, { id, length }: Stretch, words: string, attributes: Attributes): void {
    const piece = { ids: [rangeOf(id, 0, length)], content: [textContent(words, attributes)] }
    this.builder.oneSided(side, 'words', length, piece)
  }
}

const lettersOf = ({ str }: Y.ContentString, { offset, length }: Stretch) =>
  str.slice(offset, offset + length)

function setAttribute(attributes: Attributes, { key, value }: Y.ContentFormat): void {
  if (key === '__proto__') return
  if (value === null) delete attributes[key]
  else attributes[key] = value
}

function differencesOf(doc: Attributes, fork: Attributes): Differences {
  const differences: Differences = {}
  for (const name of new Set([...Object.keys(doc), ...Object.keys(fork)])) {
    const [one, other] = [plainValue(doc[name]), plainValue(fork[name])]
    if (!isSameValue(one, other)) differences[name] = { doc: one, fork: other }
  }
  return differences
}

const nodeTypeOf = (type: AnyType) =>
  type instanceof Y.XmlElement ? docSchema().nodes[type.nodeName] : undefined
/** What is not known is drawn as one thing. */
const isLeaf = (type: AnyType) => type instanceof Y.XmlElement && (nodeTypeOf(type)?.isLeaf ?? true)

const kindOf = (type: AnyType): SpotKind =>
  type instanceof Y.XmlText || nodeTypeOf(type)?.isInline ? 'words' : 'blocks'

/** As the editor counts. */
function sizeOf(type: AnyType): number {
  if (type instanceof Y.XmlText) return type.length
  if (isLeaf(type) || !(type instanceof Y.XmlElement)) return 1
  return (type.toArray() as AnyType[]).reduce((size, child) => size + sizeOf(child), 2)
}
