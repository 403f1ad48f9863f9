/**
 * What one open tab says about itself in a room. `person` is stamped by the server;
 * the rest is what a client may set, and nothing else passes (promise S12).
 */
import type { PresentPerson } from './messages'

export type Presence = {
  person: PresentPerson
  /** The editor's caret, Yjs relative positions as JSON (the caret binding's own shape). */
  cursor?: { anchor: unknown; head: unknown } | null
  /** Board: the card this person has open or is dragging. */
  card?: string | null
  /** Which co-edited field a caret is in, e.g. `description:<card id>`. */
  field?: string | null
  /** Wall: where their pointer is; `laser` while they point something out. In pixels of the wall. */
  point?: { x: number; y: number; laser?: true } | null
  /** Wall: what they hold in their hand, and how far from where it lies. In pixels of the wall. */
  held?: { ids: string[]; x: number; y: number } | null
  /** Wall: the middle of what they see, and how near, for whoever follows them. */
  view?: { x: number; y: number; zoom: number } | null
  /** Wall: “look here”: where everybody is asked to look; `nth` rises with each time. */
  call?: { x: number; y: number; zoom: number; nth: number } | null
}

/** The keys a client may set. */
export const presenceKeys = ['cursor', 'card', 'field', 'point', 'held', 'view', 'call'] as const
