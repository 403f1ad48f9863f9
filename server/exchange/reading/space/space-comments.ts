/** What is said about a page of Confluence: about words of it, or about the whole. */
import { quoteLength } from '@atelier/shared/comments/limits'
import { textIn } from '@atelier/shared/docs/reading-hast'
import { fromHtml } from 'hast-util-from-html'
import type { FoundComment, FoundThread } from '../../jobs'
import type { Entities, Entity } from './entities'

type Read = (one: Entity) => string

export function spaceComments(
  page: Entity,
  entities: Entities,
  storageOf: Read,
  nameOf: (user: string) => string,
): FoundThread[] {
  const own = entities
    .ofKind('Comment')
    .filter(
      (one) =>
        [one.get('containerContent'), one.get('owner'), one.get('page')].includes(page.id) &&
        ['', 'current'].includes(one.get('contentStatus')) &&
        one.get('originalVersion') + one.get('originalVersionId') === '',
    )
    .sort((a, b) => a.get('creationDate').localeCompare(b.get('creationDate')))
  const known = new Map(own.map((one) => [one.id, one]))
  const threads = new Map<string, FoundThread>()
  for (const one of own) {
    const comment = commentOf(one, storageOf, nameOf)
    if (comment.text === '') continue
    const root = rootOf(one, known)
    const thread = threads.get(root.id)
    if (thread) thread.comments.push(comment)
    else threads.set(root.id, threadOf(root, comment, entities))
  }
  return [...threads.values()]
}

function rootOf(one: Entity, known: ReadonlyMap<string, Entity>): Entity {
  let root = one
  for (let depth = 0; depth < 100; depth++) {
    const above = known.get(root.get('parent'))
    if (!above) return root
    root = above
  }
  return root
}

function threadOf(root: Entity, comment: FoundComment, entities: Entities): FoundThread {
  const facts = new Map(
    root
      .listOf('contentProperties')
      .flatMap((id) => entities.find('ContentProperty', id) ?? [])
      .map((fact) => [fact.get('name'), fact.get('stringValue')]),
  )
  const quote = facts.get('inline-original-selection') ?? ''
  return {
    quote: quote.replace(/\s+/g, ' ').trim().slice(0, quoteLength),
    before: '',
    after: '',
    isAnchored: quote.trim() !== '',
    resolved: facts.get('status') === 'resolved',
    comments: [comment],
  }
}

function commentOf(one: Entity, storageOf: Read, nameOf: (user: string) => string): FoundComment {
  const storage = storageOf(one).replace(/<\/p>|<\/li>/g, '$&\n')
  const day = new Date(`${one.get('creationDate').replace(' ', 'T')}Z`)
  return {
    author: nameOf(one.get('creator')) || one.get('creatorName'),
    at: Number.isNaN(day.getTime()) ? '' : day.toISOString(),
    text: textIn(fromHtml(storage, { fragment: true }))
      .replace(/\n{2,}/g, '\n')
      .trim(),
  }
}
