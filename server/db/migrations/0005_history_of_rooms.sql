DROP INDEX "room_history_room";--> statement-breakpoint
ALTER TABLE "room_updates" ADD COLUMN "in_history" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "room_updates_replaced" ADD COLUMN "in_history" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "room_history_room" ON "room_history" USING btree ("room_id","last_seq");