/** Who is in which room on other nodes, as they last said. */
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'

/** A room and everybody one node has in it. */
export type PeopleHere = [room: RoomName, people: PresentPerson[]]

export class PeopleElsewhere {
  readonly #rooms = new Map<RoomName, Map<string, PresentPerson[]>>()

  hear(node: string, [room, people]: PeopleHere): void {
    const nodes = this.#rooms.get(room) ?? new Map<string, PresentPerson[]>()
    if (people.length > 0) nodes.set(node, people)
    else nodes.delete(node)
    if (nodes.size > 0) this.#rooms.set(room, nodes)
    else this.#rooms.delete(room)
  }

  /** Answers the rooms it had people in. */
  forget(node: string): RoomName[] {
    const left = [...this.#rooms].filter(([, nodes]) => nodes.has(node)).map(([room]) => room)
    for (const room of left) this.hear(node, [room, []])
    return left
  }

  in(room: RoomName): PresentPerson[] {
    return [...(this.#rooms.get(room)?.values() ?? [])].flat()
  }
}
