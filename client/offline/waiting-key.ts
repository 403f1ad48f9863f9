/** Asked again, what waits on this device is sent. */
export const waitingKey = (personId: string) => ['waiting', personId]
