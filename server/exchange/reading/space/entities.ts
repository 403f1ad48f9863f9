/** What lies in `entities.xml`, the backup of a space of Confluence: things with properties that name each other. */

import { Refusal } from '@atelier/shared/refusals'
import type { Element } from 'xast'
import type { Pack } from '../pack'
import { at, attributeOf, childNamed, childrenNamed, partOf, wordsIn } from '../xml'

export type Entity = {
  id: string
  /** Of a property that names another thing, that thing’s id. */
  get(property: string): string
  listOf(property: string): string[]
}

export type Entities = {
  ofKind(kind: string): Entity[]
  find(kind: string, id: string): Entity | undefined
}

export function readEntities(pack: Pack, path: string): Entities {
  const root = at(partOf(pack, path) ?? undefined, 'hibernate-generic')
  if (!root) throw new Refusal('invalid', { fields: [{ field: 'file', problem: 'damaged' }] })
  const kinds = new Map<string, Map<string, Entity>>()
  for (const object of childrenNamed(root, 'object')) {
    const kind = attributeOf(object, 'class') ?? ''
    const known = kinds.get(kind) ?? new Map<string, Entity>()
    kinds.set(kind, known)
    const entity = entityOf(object)
    known.set(entity.id, entity)
  }
  return {
    ofKind: (kind) => [...(kinds.get(kind)?.values() ?? [])],
    find: (kind, id) => kinds.get(kind)?.get(id),
  }
}

function entityOf(object: Element): Entity {
  const properties = new Map(
    childrenNamed(object, 'property').map((one) => [attributeOf(one, 'name') ?? '', valueIn(one)]),
  )
  const lists = new Map(
    childrenNamed(object, 'collection').map((one) => [
      attributeOf(one, 'name') ?? '',
      childrenNamed(one, 'element').map(valueIn),
    ]),
  )
  return {
    id: wordsIn(childNamed(object, 'id') ?? object).trim(),
    get: (name) => properties.get(name) ?? '',
    listOf: (name) => lists.get(name) ?? [],
  }
}

/** In a text that says where it ends, Confluence writes that sign with a space. */
function valueIn(property: Element): string {
  const id = childNamed(property, 'id')
  return id ? wordsIn(id).trim() : wordsIn(property).replaceAll(']] >', ']]>')
}
