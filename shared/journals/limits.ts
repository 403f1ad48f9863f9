/** In letters. */
export const longestTitle = 200
export const longestPrompt = 1000
/** Of one entry. */
export const mostSections = 40
