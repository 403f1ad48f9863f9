/** The names inside a doc's Y.Doc. */
import type * as Y from 'yjs'

export const docTitle = (doc: Y.Doc): Y.Text => doc.getText('title')
export const docBody = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')

/** Beyond it a title is cut where it is shown in lists; the doc itself keeps all of it. */
export const docTitleLength = 200
