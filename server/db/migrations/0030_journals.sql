CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"on_day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moods" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"mood" smallint,
	"energy" smallint
);
--> statement-breakpoint
CREATE TABLE "section_readers" (
	"section_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "section_readers_section_id_person_id_pk" PRIMARY KEY("section_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "section_sharings" (
	"section_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"prompt" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT 'private' NOT NULL,
	"shared_at" timestamp with time zone,
	"frozen_at" timestamp with time zone,
	CONSTRAINT "sections_audience" CHECK ("sections"."audience" in ('private', 'pair', 'circle'))
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"mentorship_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"goals" text[] NOT NULL,
	"rhythm" text NOT NULL,
	"confidentiality" text NOT NULL,
	"ends_on" date,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreed_by" uuid[] NOT NULL,
	CONSTRAINT "agreements_mentorship_id_version_pk" PRIMARY KEY("mentorship_id","version"),
	CONSTRAINT "agreements_version" CHECK ("agreements"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "look_backs" (
	"mentorship_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "look_backs_mentorship_id_person_id_pk" PRIMARY KEY("mentorship_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "mentor_profiles" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"is_open" boolean DEFAULT false NOT NULL,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"seeks" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"capacity" integer DEFAULT 0 NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentorship_people" (
	"mentorship_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"answer" boolean,
	"words" text DEFAULT '' NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "mentorship_people_mentorship_id_person_id_pk" PRIMARY KEY("mentorship_id","person_id"),
	CONSTRAINT "mentorship_people_role" CHECK ("mentorship_people"."role" in ('mentor', 'mentee', 'peer'))
);
--> statement-breakpoint
CREATE TABLE "mentorships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_by" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"began_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "mentorships_kind" CHECK ("mentorships"."kind" in ('pair', 'circle')),
	CONSTRAINT "mentorships_state" CHECK ("mentorships"."state" in ('asked', 'active', 'paused', 'declined', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "rooms" DROP CONSTRAINT "rooms_kind";--> statement-breakpoint
ALTER TABLE "rooms" ALTER COLUMN "project_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moods" ADD CONSTRAINT "moods_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moods" ADD CONSTRAINT "moods_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_readers" ADD CONSTRAINT "section_readers_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_readers" ADD CONSTRAINT "section_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_sharings" ADD CONSTRAINT "section_sharings_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_id_rooms_id_fk" FOREIGN KEY ("id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_backs" ADD CONSTRAINT "look_backs_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_backs" ADD CONSTRAINT "look_backs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_profiles" ADD CONSTRAINT "mentor_profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_people" ADD CONSTRAINT "mentorship_people_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_people" ADD CONSTRAINT "mentorship_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_author" ON "entries" USING btree ("author_id","on_day");--> statement-breakpoint
CREATE INDEX "entries_mentorship" ON "entries" USING btree ("mentorship_id");--> statement-breakpoint
CREATE INDEX "section_sharings_section" ON "section_sharings" USING btree ("section_id","at");--> statement-breakpoint
CREATE INDEX "sections_entry" ON "sections" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "mentorship_people_person" ON "mentorship_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mentorships_workspace" ON "mentorships" USING btree ("workspace_id");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_project_or_section" CHECK (("rooms"."kind" = 'section') = ("rooms"."project_id" is null));--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_kind" CHECK ("rooms"."kind" in ('doc', 'board', 'suggestion', 'section'));