CREATE TABLE "prompt_schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"prompt_set" text NOT NULL,
	"mentorship_id" uuid,
	"rhythm" text NOT NULL,
	"starts_on" date NOT NULL,
	"next_on" date NOT NULL,
	CONSTRAINT "prompt_schedules_rhythm" CHECK ("prompt_schedules"."rhythm" in ('day', 'week', 'two-weeks', 'month'))
);
--> statement-breakpoint
CREATE TABLE "prompt_set_versions" (
	"set_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"prompts" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prompt_set_versions_set_id_version_pk" PRIMARY KEY("set_id","version"),
	CONSTRAINT "prompt_set_versions_version" CHECK ("prompt_set_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "prompt_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"maker_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "prompt_set" text;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "prompt_version" integer;--> statement-breakpoint
ALTER TABLE "prompt_schedules" ADD CONSTRAINT "prompt_schedules_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_schedules" ADD CONSTRAINT "prompt_schedules_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_set_versions" ADD CONSTRAINT "prompt_set_versions_set_id_prompt_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."prompt_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_sets" ADD CONSTRAINT "prompt_sets_maker_id_people_id_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_sets" ADD CONSTRAINT "prompt_sets_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prompt_schedules_person" ON "prompt_schedules" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "prompt_sets_maker" ON "prompt_sets" USING btree ("maker_id");--> statement-breakpoint
CREATE INDEX "prompt_sets_mentorship" ON "prompt_sets" USING btree ("mentorship_id");