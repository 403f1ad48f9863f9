/**
 * What Word has no word for (toggles, callouts, quotes and code of several blocks) keeps together in
 * a content control, which people do not see and `reading/word/` knows by its tag.
 */
import { BuilderElement, FileChild, type Paragraph, type Table, type XmlComponent } from 'docx'
import { boxTag } from '../reading/word/box-tag'

export type DocxPart = Paragraph | Table | Box

export class Box extends FileChild {
  constructor(kind: string, children: readonly DocxPart[]) {
    super('w:sdt')
    this.root.push(
      element('w:sdtPr', [valued('w:tag', boxTag + kind)]),
      element('w:sdtContent', children as readonly XmlComponent[]),
    )
  }
}

const element = (name: string, children: readonly XmlComponent[]) =>
  new BuilderElement({ name, children })
const valued = (name: string, value: string) =>
  new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } })
