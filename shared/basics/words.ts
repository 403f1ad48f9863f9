import * as z from 'zod'

/** Text from outside that a database keeps: without U+0000, which Postgres refuses in any text. */
export const words = z.string().overwrite((text) => text.replaceAll('\u0000', ''))
