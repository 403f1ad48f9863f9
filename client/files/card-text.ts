/** Files that hang on a card wait under the name of its card, as others wait under that of their text. */
const prefix = 'card:'

export const textOfCard = (card: string): string => `${prefix}${card}`

/** Null for the name of a text. */
export const cardOfText = (text: string): string | null =>
  text.startsWith(prefix) ? text.slice(prefix.length) : null
