/** What boards and docs say alike as soon as they are there; a file of their own, for each of them. */
export const roomWords = ['files', 'offline', 'organise', 'sync'] as const
