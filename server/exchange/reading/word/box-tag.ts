/** Begins the tags of our own content controls. */
export const boxTag = 'atelier:'
