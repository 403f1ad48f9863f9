/** What is said in the margin of a Word document, with the words it is about. */
import { contextLength, quoteLength } from '@atelier/shared/comments/limits'
import type { Element, Root } from 'xast'
import type { FoundComment, FoundThread } from '../../jobs'
import type { Pack } from '../pack'
import { at, attributeOf, below, childrenNamed, elementsBelow, partOf, wordsIn } from '../xml'

type Said = { id: string; comment: FoundComment; paragraphs: string[] }
/** The last paragraph of a comment names it. */
type Extended = ReadonlyMap<string, { parent?: string; done: boolean }>

export function wordComments(pack: Pack, folder: string, document: Root): FoundThread[] {
  const root = at(partOf(pack, `${folder}comments.xml`) ?? undefined, 'w:comments')
  const said = childrenNamed(root, 'w:comment').map(saidIn)
  if (said.length === 0) return []
  const extended = extendedIn(pack, folder)
  const places = placesIn(document)
  const threads: { key: string; thread: FoundThread }[] = []
  const roots = new Map<string, string>()
  for (const one of said) {
    const more = one.paragraphs.map((id) => extended.get(id)).find(Boolean)
    const place = places.get(one.id)
    // Programs that know no replies give them the very place of what they answer.
    const key =
      (more?.parent && roots.get(more.parent)) || (place ? `${place.from}-${place.to}` : one.id)
    for (const id of one.paragraphs) roots.set(id, key)
    const before = threads.find((thread) => thread.key === key)
    if (one.comment.text === '') continue
    if (before) before.thread.comments.push(one.comment)
    else threads.push({ key, thread: threadOf(one, place, more?.done === true) })
  }
  return threads.map(({ thread }) => thread)
}

function threadOf({ comment }: Said, place: Place | undefined, resolved: boolean): FoundThread {
  const quote = place?.quote ?? ''
  const isWhole = quote.length <= quoteLength
  return {
    quote: quote.slice(0, quoteLength),
    before: place?.before ?? '',
    after: isWhole ? (place?.after ?? '') : '',
    isAnchored: quote !== '',
    resolved,
    comments: [comment],
  }
}

function saidIn(element: Element): Said {
  const paragraphs = below(element, 'w:p')
  const text = paragraphs.map((paragraph) => linesIn(paragraph)).join('\n')
  const at = attributeOf(element, 'w:date') ?? ''
  return {
    id: attributeOf(element, 'w:id') ?? '',
    comment: { author: attributeOf(element, 'w:author') ?? '', at, text: text.trim() },
    paragraphs: paragraphs.flatMap((one) => attributeOf(one, 'w14:paraId') ?? []),
  }
}

function extendedIn(pack: Pack, folder: string): Extended {
  const root = partOf(pack, `${folder}commentsExtended.xml`)
  return new Map(
    (root ? below(root, 'w15:commentEx') : []).map((one) => [
      attributeOf(one, 'w15:paraId') ?? '',
      {
        parent: attributeOf(one, 'w15:paraIdParent'),
        done: ['1', 'true'].includes(attributeOf(one, 'w15:done') ?? ''),
      },
    ]),
  )
}

type Place = { from: number; to: number; quote: string; before: string; after: string }

/** The document’s words in one line, a break for each paragraph; and where comments begin and end in it. */
function placesIn(document: Root): Map<string, Place> {
  let words = ''
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  for (const element of elementsBelow(document)) {
    const id = attributeOf(element, 'w:id') ?? ''
    if (element.name === 'w:p' && words !== '') words += '\n'
    else if (element.name === 'w:commentRangeStart') starts.set(id, words.length)
    else if (element.name === 'w:commentRangeEnd') ends.set(id, words.length)
    else if (element.name === 'w:commentReference' && !ends.has(id)) ends.set(id, words.length)
    else words += wordsOf(element)
  }
  return new Map(
    [...ends].map(([id, to]) => {
      // Without a beginning it is about the paragraph it stands in.
      const from = starts.get(id) ?? words.lastIndexOf('\n', to - 1) + 1
      return [id, placeOf(words, from, to)]
    }),
  )
}

const wordsOf = (element: Element): string => {
  if (element.name === 'w:t') return wordsIn(element)
  if (element.name === 'w:tab') return ' '
  return element.name === 'w:noBreakHyphen' ? '\u2011' : ''
}

/** As the doc will have them: one space between words, none at a line’s edges. */
function placeOf(words: string, from: number, to: number): Place {
  const cut = words.slice(from, to)
  const start = from + (cut.length - cut.trimStart().length)
  const end = Math.max(start, from + cut.trimEnd().length)
  const line = words.slice(words.lastIndexOf('\n', start - 1) + 1, start)
  const rest = words.slice(end).split('\n')[0] ?? ''
  return {
    from,
    to,
    quote: shown(words.slice(start, end)),
    before: shown(line).trimStart().slice(-contextLength),
    after: shown(rest).trimEnd().slice(0, contextLength),
  }
}

const shown = (text: string): string => text.replace(/ *\n */g, '\n').replace(/[ \t\r\f]+/g, ' ')

function linesIn(paragraph: Element): string {
  let words = ''
  for (const element of elementsBelow(paragraph)) {
    if (element.name === 'w:t') words += wordsIn(element)
    else if (element.name === 'w:br' || element.name === 'w:cr') words += '\n'
    else if (element.name === 'w:tab') words += ' '
  }
  return words
}
