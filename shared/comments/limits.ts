/** Letters in one comment. */
export const commentLength = 4_000
/** Letters of the quoted words that are kept; the highlight itself may be longer. */
export const quoteLength = 400
/** Letters kept before and after the quoted words, to find them again. */
export const contextLength = 32
export const threadsPerRoom = 2_000
/** Of one board. */
export const cardsSaidAbout = 20_000
/** Of one board: beyond these it is looked whether there is such a card. */
export const threadsOnTrust = 1_000
export const commentsPerThread = 500
/** Different ones on one comment. */
export const emojiPerComment = 20
