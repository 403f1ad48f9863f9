/** Draws in the text of a version what came, what went and what was changed. */
import type { MergedPart } from '@atelier/shared/docs/merged-docs'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { personColour, personTint } from '../ui/palette'
import type { VersionDifference } from './version-difference'

export type VersionMarksOptions = {
  difference: VersionDifference | null
  /** What is said of the nth change: by whom, and what. */
  say: (change: number) => string
}

type Drawn = { current: number; decorations: DecorationSet }

const key = new PluginKey<Drawn>('versionMarks')

/** Which of the changes is being looked at: `state.tr.setMeta(lookAt, 3)`. */
export const lookAt = key

export const VersionMarks = Extension.create<VersionMarksOptions>({
  name: 'versionMarks',
  addOptions: () => ({ difference: null, say: () => '' }),
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<Drawn>({
        key,
        state: {
          init: (_, { doc }) => ({ current: -1, decorations: draw(doc, options, -1) }),
          apply: (transaction, drawn) => {
            const current: number | undefined = transaction.getMeta(key)
            if (current === undefined) return drawn
            return { current, decorations: draw(transaction.doc, options, current) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ]
  },
})

function draw(doc: Node, options: VersionMarksOptions, current: number): DecorationSet {
  const { difference } = options
  if (!difference) return DecorationSet.empty
  // What could not be drawn at all has no such places.
  const parts = difference.merged.parts.filter(({ to }) => to <= doc.content.size)
  const decorations = parts.flatMap((part) =>
    drawPart(doc, part, attributesOf(part, options, current), options),
  )
  return DecorationSet.create(doc, decorations)
}

const elements = { gone: 'del', come: 'ins', formatted: 'mark', changed: undefined } as const

function attributesOf(part: MergedPart, options: VersionMarksOptions, current: number) {
  const { kind, change } = part
  const by = options.difference?.changes[change]?.by[0]
  return {
    class: `version-${kind}${change === current ? ' is-current' : ''}`,
    title: options.say(change),
    'data-change': String(change),
    ...(by && { style: `--by: ${personColour(by.colour)}; --by-tint: ${personTint(by.colour)}` }),
  }
}

type Attributes = ReturnType<typeof attributesOf>

function drawPart(
  doc: Node,
  { from, to, kind, change }: MergedPart,
  attributes: Attributes,
  { say }: VersionMarksOptions,
): Decoration[] {
  if (kind === 'changed') {
    return [Decoration.node(from, to, asBlock(attributes)), ...said(doc, from, say(change))]
  }
  const nodeName = elements[kind]
  const drawn = [Decoration.inline(from, to, { nodeName, ...attributes })]
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline || at < from || at + node.nodeSize > to) return !node.isInline
    drawn.push(Decoration.node(at, at + node.nodeSize, asBlock(attributes)))
    // A picture has no words that could be marked for those who listen.
    if (node.isLeaf) drawn.push(...said(doc, at, say(change)))
    drawn.push(...heard(node, at, say(change)))
    return false
  })
  return drawn
}

const asBlock = (attributes: Attributes): Attributes => ({
  ...attributes,
  class: `version-block ${attributes.class}`,
})

const toFirstCell: Record<string, number> = { row: 2, cell: 1, header_cell: 1 }

/** Whoever goes through a table cell by cell hears what became of it, also where a cell is empty. */
function heard({ type, childCount }: Node, at: number, words: string): Decoration[] {
  const inside = toFirstCell[String(type.spec.tableRole)]
  if (inside === undefined || childCount === 0) return []
  const note = () => {
    const element = document.createElement('span')
    element.className = 'sr-only'
    element.textContent = `${words} `
    return element
  }
  return [Decoration.widget(at + inside, note, { side: -1, key: `${at} ${words}` })]
}

/** Before the block, where words may stand there at all. */
function said(doc: Node, at: number, words: string): Decoration[] {
  const { parent } = doc.resolve(at)
  if (/table|row|list/i.test(parent.type.name)) return []
  const note = () => {
    const element = document.createElement('p')
    element.className = 'version-said'
    element.textContent = words
    return element
  }
  return [Decoration.widget(at, note, { side: -1, key: `${at} ${words}` })]
}
