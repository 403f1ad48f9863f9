/** The "/" menu asks for something to embed; a dialog answers. */
import { askedOfEditors } from './asked'

export type EmbedWish = 'column' | 'card' | 'doc'

export const embedWish = askedOfEditors<EmbedWish>()
