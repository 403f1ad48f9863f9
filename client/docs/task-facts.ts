/** Whose a task is and by when: chips behind its words, and what a screen reader says. */

import { dueTone } from '@atelier/shared/boards/due'
import { readDay, readUuid } from '@atelier/shared/docs/attributes'
import type { Node } from '@tiptap/pm/model'
import { shortDay } from '../i18n/short-day'
import { today } from '../i18n/use-today'
import { initials } from '../ui/initials'
import { personColour, personTint } from '../ui/palette'
import { type BlockIcon, drawIcon } from './block-icons'
import type { DocHost } from './doc-host'
import { make, makeButton } from './view-parts'

type Shown = {
  host: DocHost
  node: Node
  editable: boolean
  at: () => number | undefined
}

const dayWords = (host: DocHost, day: string): string =>
  day === today() ? host.words('task.today') : shortDay(day, today(), host.locale)

function nameOf(host: DocHost, id: string): string {
  if (!host.people) return host.words('task.somebody')
  return host.people.get(id)?.name ?? host.words('task.formerMember')
}

function factsOf(node: Node) {
  const due = readDay(node.attrs.due)
  const isLate = due !== null && node.attrs.checked !== true && dueTone(due, today()) === 'overdue'
  return { assignee: readUuid(node.attrs.assignee), due, isLate }
}

/** The name of a task's box. */
export function taskWords(host: DocHost, node: Node): string {
  const { assignee, due, isLate } = factsOf(node)
  const text = node.firstChild?.textContent ?? ''
  return [
    host.words('task.box', { text }),
    assignee && host.words('task.isOf', { name: nameOf(host, assignee) }),
    due && host.words(isLate ? 'task.isLate' : 'task.isDue', { day: dayWords(host, due) }),
  ]
    .filter(Boolean)
    .join(', ')
}

export function drawTaskFacts(place: HTMLElement, shown: Shown): void {
  const { host, node, editable } = shown
  const { assignee, due, isLate } = factsOf(node)
  const chips: HTMLElement[] = []
  if (due !== null) {
    const chip = chipOf(shown, 'due', 'calendar', dayWords(host, due))
    chip.dataset.tone = node.attrs.checked === true ? 'done' : dueTone(due, today())
    if (isLate) chip.append(' ', host.words('task.late'))
    chips.push(chip)
  } else if (editable) chips.push(chipOf(shown, 'due', 'calendar', null))
  if (assignee !== null) {
    const chip = chipOf(shown, 'assignee', 'person', nameOf(host, assignee))
    chip.firstElementChild?.replaceWith(faceOf(host, assignee))
    chips.push(chip)
  } else if (editable && host.assigns) chips.push(chipOf(shown, 'assignee', 'person', null))
  place.replaceChildren(...chips)
}

/** `words` null for what is not set yet: then it is only offered. */
function chipOf(shown: Shown, kind: 'due' | 'assignee', icon: BlockIcon, words: string | null) {
  const { host, at, editable } = shown
  const chip: HTMLElement = editable
    ? makeButton('task-chip', () => host.ask({ kind, at, beside: chip }))
    : make('span', 'task-chip')
  chip.dataset.fact = kind
  chip.append(drawIcon(icon, 14))
  if (words === null) {
    chip.dataset.unset = ''
    chip.tabIndex = -1
    chip.setAttribute('aria-label', host.words(`task.${kind}.set`))
    chip.title = host.words(`task.${kind}.set`)
    return chip
  }
  const name = make('span', 'task-chip-words')
  name.dir = 'auto'
  name.textContent = words
  chip.append(name)
  if (editable) chip.setAttribute('aria-label', host.words(`task.${kind}.change`, { words }))
  return chip
}

function faceOf(host: DocHost, id: string): HTMLElement {
  const person = host.people?.get(id)
  const face = make('span', 'task-face')
  face.ariaHidden = 'true'
  face.textContent = initials(person?.name ?? '?')
  face.style.background = personTint(person?.colour ?? '')
  face.style.color = personColour(person?.colour ?? '')
  return face
}
