/** Under which address one’s own goals and follow-ups are come to, below the cards. */
export const toDosHash = 'goals'
