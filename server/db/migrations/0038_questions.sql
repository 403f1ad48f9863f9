ALTER TABLE "agenda_items" ADD COLUMN "thread_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_thread" ON "agenda_items" USING btree ("thread_id","mentorship_id");