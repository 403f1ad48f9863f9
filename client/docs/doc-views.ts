/**
 * How the nodes of a doc are drawn that are more than their HTML, by the names they have in the
 * schema. A long doc has hundreds of them: plain DOM, and whatever is heavy is fetched when needed.
 */
import type { DocViews } from '@atelier/shared/docs/doc-extensions'
import { embedView } from '../references/embed-view'
import { mentionView } from '../references/mention-view'
import { attachmentView } from './attachment-view'
import { calloutView } from './callout-view'
import { inertView } from './inert-view'
import { blockMathsView, inlineMathsView } from './maths-view'
import { pictureView } from './picture-view'
import { taskView } from './task-view'
import { toggleContentView, toggleView } from './toggle-view'

export const docViews: DocViews = {
  callout: calloutView,
  details: toggleView,
  detailsContent: toggleContentView,
  taskItem: taskView,
  inlineMath: inlineMathsView,
  blockMath: blockMathsView,
  embed: embedView,
  mention: mentionView,
  picture: pictureView,
  attachment: attachmentView,
  inertBlock: inertView('div'),
  inertInline: inertView('span'),
}
