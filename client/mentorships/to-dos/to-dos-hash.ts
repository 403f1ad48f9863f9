/** The hash that leads to one’s own goals and follow-ups, below the cards. */
export const toDosHash = 'goals'
