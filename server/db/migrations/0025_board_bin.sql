ALTER TABLE "boards" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "trashed_by" uuid;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_trashed_by_people_id_fk" FOREIGN KEY ("trashed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;