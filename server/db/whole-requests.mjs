/**
 * pglite-socket passes single protocol messages of all connections to the one backend as they
 * come. A query with parameters is five of them (parse, bind, describe, execute, sync), and two
 * connections at once then run each other's statements: mostly an error, at worst a wrong row.
 * So the parts are kept until the request is whole, and passed on as one.
 */

/** parse, bind, describe, execute, close: never the end of a request. */
const parts = new Set(['P', 'B', 'D', 'E', 'C'].map((letter) => letter.charCodeAt(0)))

export function passWholeRequests(queue) {
  const { enqueue, clearQueueForHandler } = queue
  const begun = new Map()

  queue.enqueue = (connection, message, onData) => {
    const request = [...(begun.get(connection) ?? []), message]
    if (parts.has(message[0])) {
      begun.set(connection, request)
      return Promise.resolve(0)
    }
    begun.delete(connection)
    return enqueue.call(queue, connection, new Uint8Array(Buffer.concat(request)), onData)
  }

  queue.clearQueueForHandler = (connection) => {
    begun.delete(connection)
    clearQueueForHandler.call(queue, connection)
  }
}
