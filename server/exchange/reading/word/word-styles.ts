/** What styles say of paragraphs: by themselves, or by what they are based on. */
import type { Element } from 'xast'
import type { Pack } from '../pack'
import { at, attributeOf, childrenNamed, partOf, settingOf } from '../xml'

export type WordStyles = {
  nameOf(style: string | undefined): string
  /** The first of a style and those below it that has this among its paragraph properties. */
  propertyOf(style: string | undefined, name: string): Element | undefined
}

const deepest = 20

export function wordStyles(pack: Pack, folder: string): WordStyles {
  const part = partOf(pack, `${folder}styles.xml`)
  const styles = new Map(
    childrenNamed(at(part ?? undefined, 'w:styles'), 'w:style').map((style) => [
      attributeOf(style, 'w:styleId'),
      style,
    ]),
  )
  return {
    nameOf: (id) => settingOf(at(styles.get(id), 'w:name')) ?? '',
    propertyOf(id, name) {
      let style = styles.get(id)
      for (let depth = 0; style && depth < deepest; depth++) {
        const found = at(style, 'w:pPr', name)
        if (found) return found
        style = styles.get(settingOf(at(style, 'w:basedOn')))
      }
      return undefined
    },
  }
}
