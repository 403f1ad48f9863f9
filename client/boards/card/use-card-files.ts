import { newUuid } from '@atelier/shared/basics/uuid'
import { attachStored } from '@atelier/shared/boards/attach-stored-edits'
import type { StoredFile } from '@atelier/shared/files/file'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { FileDesk } from '../../docs/file-desk'
import { useFileDesk } from '../../docs/use-file-desk'
import { textOfCard } from '../../files/card-text'
import { watchMissedFiles } from '../../files/missed-files'
import { nextNumber } from '../../files/next-number'
import type { Upload } from '../../files/uploads'
import { fileOf, refusalOf } from '../../offline/kept-uploads'
import { useDesk } from '../board-context'

export type CardFiles = {
  desk: FileDesk
  /** On their way, in the order in which they were added. */
  uploads: readonly Upload[]
  add(files: readonly File[]): void
  /** Takes one back that has not arrived. */
  cancel(upload: string): void
}

/** Files that are hung on a card: kept on this device until they have arrived, as those of docs are. */
export function useCardFiles(card: string): CardFiles {
  const { room, editable } = useDesk()
  const desk = useFileDesk(room.name)
  const uploads = useSyncExternalStore(desk.uploads.subscribe, desk.uploads.list)
  useEffect(() => {
    if (!editable) return
    const stops = [
      desk.showIn((upload, stored) =>
        settle(desk, upload, stored, (file) => {
          attachStored(room.doc, card, file)
        }),
      ),
      watchMissedFiles(desk.uploads),
    ]
    void bringBack(desk, card)
    return () => stops.forEach((stop) => void stop())
  }, [desk, room.doc, card, editable])
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) addFile(desk, card, file)
    },
    [desk, card],
  )
  const cancel = useCallback(
    (upload: string) => {
      desk.uploads.cancel(upload)
      void desk.keeper?.drop(upload)
      desk.dropPreview(upload)
    },
    [desk],
  )
  return { desk, uploads, add, cancel }
}

function addFile({ uploads, keeper }: FileDesk, card: string, file: File): void {
  const id = newUuid()
  uploads.add(id, file)
  const kept = { id, file, text: textOfCard(card), place: null, nth: nextNumber() }
  void keeper?.keep(kept).then((isKept) => uploads.noteKept(id, isKept))
}

function settle(
  desk: FileDesk,
  upload: string,
  stored: StoredFile | null,
  attach: (file: StoredFile) => void,
): void {
  if (stored) {
    desk.passPreview(upload, stored.id)
    attach(stored)
    void desk.keeper?.settled(upload)
  } else desk.dropPreview(upload)
}

/** What was added before the page was left. */
async function bringBack({ keeper, uploads }: FileDesk, card: string): Promise<void> {
  for (const kept of (await keeper?.waitingIn(textOfCard(card))) ?? [])
    if (keeper?.takeUp(kept.id)) uploads.takeUp(kept.id, fileOf(kept), refusalOf(kept))
}
