ALTER TABLE "rooms" DROP CONSTRAINT "rooms_kind";--> statement-breakpoint
ALTER TABLE "rooms" DROP CONSTRAINT "rooms_project_or_section";--> statement-breakpoint
ALTER TABLE "doc_suggestions" ALTER COLUMN "doc_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_suggestions" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "doc_suggestions" ADD COLUMN "took_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_suggestions" ADD CONSTRAINT "doc_suggestions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "section_suggestions_open" ON "doc_suggestions" USING btree ("section_id","author_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "doc_suggestions_section" ON "doc_suggestions" USING btree ("section_id");--> statement-breakpoint
ALTER TABLE "doc_suggestions" ADD CONSTRAINT "doc_suggestions_of_one" CHECK (("doc_suggestions"."doc_id" is null) <> ("doc_suggestions"."section_id" is null));--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_kind" CHECK ("rooms"."kind" in ('doc', 'board', 'suggestion', 'section', 'section-suggestion'));--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_project_or_section" CHECK (("rooms"."kind" in ('section', 'section-suggestion')) = ("rooms"."project_id" is null));