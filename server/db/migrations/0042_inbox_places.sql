ALTER TABLE "inbox_items" DROP CONSTRAINT "inbox_items_kind";--> statement-breakpoint
ALTER TABLE "inbox_items" ALTER COLUMN "room_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "mentorship_id" uuid;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "week" text;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_record_id_training_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."training_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_items_mentorship" ON "inbox_items" USING btree ("mentorship_id") WHERE mentorship_id is not null;--> statement-breakpoint
CREATE INDEX "inbox_items_record" ON "inbox_items" USING btree ("record_id") WHERE record_id is not null;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_place" CHECK (num_nonnulls("room_id", "mentorship_id", "record_id") = 1 and ("record_id" is null) = ("week" is null));--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_kind" CHECK ("inbox_items"."kind" in ('assigned', 'mentioned', 'answered', 'commented', 'left-open', 'card-changed', 'rule', 'asked-learned', 'named-helper', 'due-tomorrow', 'overdue', 'week-submitted', 'week-returned', 'addendum-asked'));