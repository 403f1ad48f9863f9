/** Small pieces of the views in plain DOM. */
import type { NodeViewRendererProps } from '@tiptap/core'
import type { ViewMutationRecord } from '@tiptap/pm/view'

export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  return element
}

/** A button inside the text, which the caret never enters; pressing it leaves the caret alone. */
export function makeButton(className: string, onPress: () => void): HTMLButtonElement {
  const button = make('button', className)
  button.type = 'button'
  button.contentEditable = 'false'
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', onPress)
  return button
}

/** Where the block of a view is; undefined once it is gone. */
export const placeOf =
  ({ getPos }: Pick<NodeViewRendererProps, 'getPos'>) =>
  (): number | undefined =>
    getPos()

/** What a view draws around its content is no edit. */
export const ignoreOutside =
  (contentDOM: HTMLElement) =>
  (mutation: ViewMutationRecord): boolean =>
    mutation.type !== 'selection' && !contentDOM.contains(mutation.target)
