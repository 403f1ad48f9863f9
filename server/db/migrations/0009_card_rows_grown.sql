CREATE TABLE "board_card_people" (
	"board_id" uuid NOT NULL,
	"card_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"assigned" boolean NOT NULL,
	"asked" boolean NOT NULL,
	CONSTRAINT "board_card_people_board_id_card_id_person_id_pk" PRIMARY KEY("board_id","card_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"board_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_one_each" UNIQUE NULLS NOT DISTINCT("person_id","board_id")
);
--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "column_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "rank" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "done" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "labels" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "start_on" text;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "due_on" text;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "estimate" double precision;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "items_done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "items" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "waits_for" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "has_goal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "has_learned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "board_card_people" ADD CONSTRAINT "board_card_people_board_id_card_id_board_cards_board_id_id_fk" FOREIGN KEY ("board_id","card_id") REFERENCES "public"."board_cards"("board_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_card_people_person" ON "board_card_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");