CREATE TABLE "workshop_answers" (
	"stage_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mark" smallint,
	"words" text NOT NULL,
	CONSTRAINT "workshop_answers_stage_id_participant_id_pk" PRIMARY KEY("stage_id","participant_id"),
	CONSTRAINT "workshop_answers_mark" CHECK ("workshop_answers"."mark" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "workshop_kits" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"purpose" jsonb NOT NULL,
	"stages" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "workshop_kits_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "workshop_kits_version" CHECK ("workshop_kits"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "workshop_notes" (
	"workshop_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "workshop_notes_workshop_id_note_id_pk" PRIMARY KEY("workshop_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_participants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"ends_at" timestamp with time zone,
	"done_stage_id" uuid,
	"by_link" boolean NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"pad_id" uuid NOT NULL,
	CONSTRAINT "workshop_participants_role" CHECK ("workshop_participants"."role" in ('facilitator', 'participant')),
	CONSTRAINT "workshop_participants_state" CHECK ("workshop_participants"."state" in ('waiting', 'in', 'left', 'removed')),
	CONSTRAINT "workshop_participants_guest" CHECK (("workshop_participants"."person_id" is null) = ("workshop_participants"."ends_at" is not null)),
	CONSTRAINT "workshop_participants_facilitator" CHECK ("workshop_participants"."role" = 'participant' or "workshop_participants"."person_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "workshop_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"owner_id" uuid,
	"due" date,
	"note_id" uuid,
	"card_id" text,
	"board_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workshop_results_kind" CHECK ("workshop_results"."kind" in ('decision', 'action')),
	CONSTRAINT "workshop_results_card" CHECK (("workshop_results"."card_id" is null) = ("workshop_results"."board_id" is null))
);
--> statement-breakpoint
CREATE TABLE "workshop_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workshop_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"prompt" jsonb,
	"minutes" integer,
	"rules" jsonb NOT NULL,
	"revealed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "workshop_stages_kind" CHECK ("workshop_stages"."kind" in ('check-in', 'ideate', 'round-robin', 'reveal', 'group', 'vote', 'discuss', 'decide', 'actions', 'close'))
);
--> statement-breakpoint
CREATE TABLE "workshop_votes" (
	"stage_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"target" uuid NOT NULL,
	"dots" smallint NOT NULL,
	CONSTRAINT "workshop_votes_stage_id_participant_id_target_pk" PRIMARY KEY("stage_id","participant_id","target"),
	CONSTRAINT "workshop_votes_dots" CHECK ("workshop_votes"."dots" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"kit_key" text NOT NULL,
	"kit_version" integer NOT NULL,
	"kit_title" jsonb NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"stage_id" uuid,
	"roams" boolean DEFAULT false NOT NULL,
	"lobby" boolean DEFAULT false NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"code" text NOT NULL,
	"guest_key" "bytea" NOT NULL,
	"timer_ends_at" timestamp with time zone,
	"timer_left_ms" integer,
	"timer_total_ms" integer,
	"after_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"trashed_at" timestamp with time zone,
	"trashed_by" uuid,
	CONSTRAINT "workshops_state" CHECK ("workshops"."state" in ('planned', 'open', 'ended')),
	CONSTRAINT "workshops_timer" CHECK ("workshops"."timer_ends_at" is null or "workshops"."timer_left_ms" is null)
);
--> statement-breakpoint
ALTER TABLE "rooms" DROP CONSTRAINT "rooms_kind";--> statement-breakpoint
ALTER TABLE "workshop_answers" ADD CONSTRAINT "workshop_answers_stage_id_workshop_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."workshop_stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_answers" ADD CONSTRAINT "workshop_answers_participant_id_workshop_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."workshop_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_kits" ADD CONSTRAINT "workshop_kits_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_kits" ADD CONSTRAINT "workshop_kits_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_notes" ADD CONSTRAINT "workshop_notes_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_notes" ADD CONSTRAINT "workshop_notes_stage_id_workshop_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."workshop_stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_notes" ADD CONSTRAINT "workshop_notes_participant_id_workshop_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."workshop_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_participants" ADD CONSTRAINT "workshop_participants_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_participants" ADD CONSTRAINT "workshop_participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_participants" ADD CONSTRAINT "workshop_participants_done_stage_id_workshop_stages_id_fk" FOREIGN KEY ("done_stage_id") REFERENCES "public"."workshop_stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_participants" ADD CONSTRAINT "workshop_participants_pad_id_rooms_id_fk" FOREIGN KEY ("pad_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_results" ADD CONSTRAINT "workshop_results_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_results" ADD CONSTRAINT "workshop_results_owner_id_workshop_participants_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."workshop_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_results" ADD CONSTRAINT "workshop_results_board_id_rooms_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_stages" ADD CONSTRAINT "workshop_stages_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_votes" ADD CONSTRAINT "workshop_votes_stage_id_workshop_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."workshop_stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_votes" ADD CONSTRAINT "workshop_votes_participant_id_workshop_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."workshop_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_id_rooms_id_fk" FOREIGN KEY ("id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_stage_id_workshop_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."workshop_stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_after_id_workshops_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."workshops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_trashed_by_people_id_fk" FOREIGN KEY ("trashed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "workshop_answers_participant" ON "workshop_answers" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "workshop_kits_workspace" ON "workshop_kits" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "workshop_notes_participant" ON "workshop_notes" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "workshop_participants_workshop" ON "workshop_participants" USING btree ("workshop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_participants_person" ON "workshop_participants" USING btree ("workshop_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_participants_pad" ON "workshop_participants" USING btree ("pad_id");--> statement-breakpoint
CREATE INDEX "workshop_results_workshop" ON "workshop_results" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "workshop_results_board" ON "workshop_results" USING btree ("board_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_stages_key" ON "workshop_stages" USING btree ("workshop_id","key");--> statement-breakpoint
CREATE INDEX "workshop_votes_participant" ON "workshop_votes" USING btree ("participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshops_code" ON "workshops" USING btree ("code");--> statement-breakpoint
CREATE INDEX "workshops_workspace" ON "workshops" USING btree ("workspace_id");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_kind" CHECK ("rooms"."kind" in ('doc', 'board', 'suggestion', 'section', 'section-suggestion', 'workshop', 'pad'));