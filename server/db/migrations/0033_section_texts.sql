CREATE TABLE "section_texts" (
	"section_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"letters" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "section_texts" ADD CONSTRAINT "section_texts_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;