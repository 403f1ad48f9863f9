ALTER TABLE "comments" ADD COLUMN "imported_by" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "imported_from" text;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_imported_by_people_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;