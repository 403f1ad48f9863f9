/**
 * Writes a card over what was left of it. Only what differs is written: whoever was away and still writes in the
 * text that is here, or ticks the item that is here, finds it again.
 */
import { simpleDiffArray, simpleDiffString } from 'lib0/diff'
import * as Y from 'yjs'
import type { Entry } from './board-shape'
import { isOfBoard } from './moved-keys'

type Coming = {
  /** What it is to have, each value ready to be written. */
  pairs: readonly [key: string, value: unknown][]
  /** The card it comes from, which can be read. */
  source: Entry
  /** Of a child of a text, one that is not in any document yet. */
  copyChild(child: Y.XmlElement | Y.XmlText): Y.XmlElement | Y.XmlText
  /** What is not deleted, although it does not come. */
  keeps(key: string): boolean
}

export function renewCard(card: Entry, coming: Coming): void {
  const keys = new Set(coming.pairs.map(([key]) => key))
  for (const key of [...card.keys()])
    if (!isOfBoard(key) && !keys.has(key) && !coming.keeps(key)) card.delete(key)
  for (const [key, value] of coming.pairs)
    if (!renewInside(card.get(key), coming.source.get(key), coming)) setAnew(card, key, value)
}

/** False where the two are not texts, or maps, both. */
function renewInside(before: unknown, now: unknown, { copyChild }: Coming): boolean {
  if (before instanceof Y.Map && now instanceof Y.Map) return renewMap(before, now)
  if (before instanceof Y.XmlFragment && now instanceof Y.XmlFragment)
    renewChildren(before, now, copyChild)
  else if (before instanceof Y.Text && now instanceof Y.Text) renewText(before, now.toString())
  else return false
  return true
}

function renewText(text: Y.Text, now: string): void {
  const { index, remove, insert } = simpleDiffString(text.toString(), now)
  if (remove > 0) text.delete(index, remove)
  if (insert !== '') text.insert(index, insert)
}

function renewChildren(
  before: Y.XmlFragment,
  now: Y.XmlFragment,
  copyChild: Coming['copyChild'],
): void {
  const said = (of: Y.XmlFragment) => of.toArray().map(String)
  const { index, remove, insert } = simpleDiffArray(said(before), said(now))
  if (remove > 0) before.delete(index, remove)
  const coming = now.toArray().slice(index, index + insert.length)
  if (coming.length > 0)
    before.insert(
      index,
      coming.flatMap((child) => (child instanceof Y.XmlHook ? [] : copyChild(child))),
    )
}

/** Of plain values: what a list and an item of it are. */
function renewMap(before: Entry, now: Entry): boolean {
  if ([...now.values()].some((value) => value instanceof Y.AbstractType)) return false
  for (const key of [...before.keys()]) if (!now.has(key)) before.delete(key)
  for (const [key, value] of now.entries()) setAnew(before, key, value)
  return true
}

function setAnew(map: Entry, key: string, value: unknown): void {
  const before = map.get(key)
  const isSame =
    !(value instanceof Y.AbstractType) && JSON.stringify(before) === JSON.stringify(value)
  if (!isSame || !map.has(key)) map.set(key, value)
}
