CREATE TABLE "board_card_outcomes" (
	"board_id" uuid NOT NULL,
	"card_id" text NOT NULL,
	"outcome_id" uuid NOT NULL,
	CONSTRAINT "board_card_outcomes_board_id_card_id_outcome_id_pk" PRIMARY KEY("board_id","card_id","outcome_id")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"rank" text NOT NULL,
	"archived_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcomes_level" CHECK ("outcomes"."level" in ('knows', 'guided', 'alone', 'teaches'))
);
--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "learned_notes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_card_outcomes" ADD CONSTRAINT "board_card_outcomes_board_id_card_id_board_cards_board_id_id_fk" FOREIGN KEY ("board_id","card_id") REFERENCES "public"."board_cards"("board_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_card_outcomes_outcome" ON "board_card_outcomes" USING btree ("outcome_id");--> statement-breakpoint
CREATE INDEX "outcomes_project" ON "outcomes" USING btree ("project_id");