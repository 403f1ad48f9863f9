CREATE TABLE "board_rule_places" (
	"board_id" uuid NOT NULL,
	"card" text NOT NULL,
	"column" text NOT NULL,
	"seen" text NOT NULL,
	CONSTRAINT "board_rule_places_board_id_card_pk" PRIMARY KEY("board_id","card")
);
--> statement-breakpoint
CREATE TABLE "board_rule_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"card" text NOT NULL,
	"actions" text NOT NULL,
	"mover" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"column" text NOT NULL,
	"actions" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "board_rule_places" ADD CONSTRAINT "board_rule_places_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_rule_runs" ADD CONSTRAINT "board_rule_runs_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_rule_runs" ADD CONSTRAINT "board_rule_runs_mover_people_id_fk" FOREIGN KEY ("mover") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_rules" ADD CONSTRAINT "board_rules_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_rules" ADD CONSTRAINT "board_rules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_rule_runs_board" ON "board_rule_runs" USING btree ("board_id","created_at");--> statement-breakpoint
CREATE INDEX "board_rules_board" ON "board_rules" USING btree ("board_id","created_at");