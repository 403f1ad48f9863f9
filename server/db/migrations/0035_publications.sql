CREATE TABLE "publication_parts" (
	"publication_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"section_id" uuid NOT NULL,
	"words" text NOT NULL,
	"is_quote" boolean NOT NULL,
	CONSTRAINT "publication_parts_publication_id_nth_pk" PRIMARY KEY("publication_id","nth")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"outcome_id" uuid,
	"author_id" uuid NOT NULL,
	"shown_as" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "publications_shown_as" CHECK ("publications"."shown_as" in ('name', 'first-name', 'anonymous'))
);
--> statement-breakpoint
ALTER TABLE "publication_parts" ADD CONSTRAINT "publication_parts_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_parts" ADD CONSTRAINT "publication_parts_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_outcome_id_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_parts_section" ON "publication_parts" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "publications_project" ON "publications" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "publications_author" ON "publications" USING btree ("author_id");