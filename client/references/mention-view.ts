/** Mentions as chips that say what the thing is called now. A long doc has hundreds: plain DOM. */
import { type Mention, readMention } from '@atelier/shared/docs/mention'
import type { FoundReference } from '@atelier/shared/references/reference'
import { QueryObserver } from '@tanstack/react-query'
import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { today, watchToday } from '../i18n/use-today'
import { initials } from '../ui/initials'
import { personColour, personTint } from '../ui/palette'
import { chipIcon } from './chip-icons'
import { dayTone, dayWords, fullDay } from './day-words'
import { referenceQuery } from './found-reference'
import { placeOf, referenceOf } from './place-of'
import { addressOf, type Place } from './reference-address'
import { deskOf, placeNow, type ReferenceDesk } from './reference-desk'
import './references.css'

export const mentionView: NodeViewRenderer = ({ node, editor }) => {
  const desk = deskOf(editor)
  const mention = readMention(node.attrs)
  const place = placeOf(node)
  const dom = place ? linkTo(node, place, desk) : document.createElement('span')
  // In a text that is written, Tab is for the text; its chips are gone to with the arrow keys.
  if (place && editor.isEditable) dom.tabIndex = -1
  dom.className = 'mention'
  dom.dataset.mention = mention?.kind ?? 'none'
  const stop = mention && draw(dom, mention, desk)
  const view: NodeView = {
    dom,
    update: (next) => next.type === node.type && next.attrs === node.attrs,
    ignoreMutation: () => true,
    destroy: () => stop?.(),
  }
  return view
}

function linkTo(node: Node, place: Place, desk: ReferenceDesk | null): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = addressOf(place)
  link.draggable = false
  link.addEventListener('click', (event) => {
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (!desk || isElsewhere || event.button !== 0) return
    event.preventDefault()
    if (link.dataset.state !== 'denied') desk.follow(placeNow(node, desk) ?? place)
  })
  return link
}

/** Returns how to stop following what it is called. */
function draw(dom: HTMLElement, mention: Mention, desk: ReferenceDesk | null): () => void {
  if (mention.kind === 'date') return drawDay(dom, mention.day, desk)
  const reference = referenceOf(mention)
  if (!reference || !desk) {
    fill(dom, mention, undefined, desk)
    return () => undefined
  }
  const observer = new QueryObserver(desk.queries, referenceQuery(reference))
  fill(dom, mention, observer.getCurrentResult().data, desk)
  return observer.subscribe(({ data }) => fill(dom, mention, data, desk))
}

type Named = Exclude<Mention, { kind: 'date' }>

/** `found` is undefined until it is known, and null for what is not for this person. */
function fill(
  dom: HTMLElement,
  mention: Named,
  found: FoundReference | null | undefined,
  desk: ReferenceDesk | null,
): void {
  const words = nameOf(mention, found, desk)
  const state = stateOf(found)
  const note = state === 'known' ? undefined : desk?.words[state]
  dom.dataset.state = state
  if (found?.kind === 'card' && dom instanceof HTMLAnchorElement)
    dom.href = addressOf({ ...found, id: mention.id })
  dom.title = [whereOf(found), note].filter(Boolean).join(' · ')
  dom.replaceChildren(pictureOf(mention, found, words), document.createTextNode(words))
  if (note && note !== words) dom.append(heard(`, ${note}`))
}

function stateOf(found: FoundReference | null | undefined) {
  if (found === null) return 'denied'
  if (found?.kind !== 'card') return 'known'
  if (found.isAway) return 'away'
  return found.archived ? 'archived' : 'known'
}

function nameOf(
  mention: Named,
  found: FoundReference | null | undefined,
  desk: ReferenceDesk | null,
) {
  if (found?.kind === 'person') return found.name
  const title = found ? (found.title ?? mention.label) : mention.label
  if (title !== '' || mention.kind === 'person') return title
  return (found === null ? desk?.words.denied : desk?.words.untitled(mention.kind)) ?? ''
}

const whereOf = (found: FoundReference | null | undefined): string =>
  found?.kind === 'card' ? [found.board, found.column].filter(Boolean).join(' › ') : ''

function pictureOf(
  mention: Named,
  found: FoundReference | null | undefined,
  words: string,
): Element {
  if (mention.kind !== 'person') return chipIcon(mention.kind)
  const face = document.createElement('span')
  face.className = 'mention-face'
  face.setAttribute('aria-hidden', 'true')
  face.textContent = initials(words)
  if (found?.kind === 'person') {
    face.style.background = personTint(found.colour)
    face.style.color = personColour(found.colour)
  }
  return face
}

function drawDay(dom: HTMLElement, day: string, desk: ReferenceDesk | null): () => void {
  const show = () => {
    const now = today()
    const locale = desk?.locale ?? 'en-GB'
    dom.dataset.state = dayTone(day, now)
    dom.title = fullDay(locale, day)
    const time = document.createElement('time')
    time.dateTime = day
    time.textContent = dayWords(locale, day, now)
    dom.replaceChildren(chipIcon('date'), time)
  }
  show()
  return watchToday(show)
}

function heard(words: string): HTMLElement {
  const said = document.createElement('span')
  said.className = 'sr-only'
  said.textContent = words
  return said
}
