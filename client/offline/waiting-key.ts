/** Asked again, what waits on this device is sent. */
export const waitingKey = (personId: string) => ['waiting', personId]

/** What a page hands back of it, for whichever person. */
export const leftFilesKey = (page: string) => ['left-files', page]
