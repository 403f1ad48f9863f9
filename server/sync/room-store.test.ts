import { memoryRoomStore } from './memory-room-store'
import { roomStoreContract } from './room-store-contract'

roomStoreContract('in memory', async () => {
  const store = memoryRoomStore()
  return {
    store,
    otherStore: store,
    async createRoom() {
      const roomId = crypto.randomUUID()
      store.create(roomId)
      return roomId
    },
    createPerson: async () => crypto.randomUUID(),
    countRows: async (roomId) => store.rows(roomId).length,
    close: async () => undefined,
  }
})
